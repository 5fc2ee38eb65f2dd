// One draft in two tabs: neither overwrites the other without a word, and what was erased stays erased.

import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { fill, formOf, goOn } from "../support/form.ts";
import { PROBLEM } from "../support/procedures.ts";
import { act, open } from "../support/visit.ts";

/** The page of the place, in two tabs. */
async function twoTabs(page: Page, context: BrowserContext): Promise<Page> {
  await open(page, `/fr/demarches/${PROBLEM.id}`);
  await act(page, () => page.locator("main form button").click());
  await fill(page, PROBLEM.answers);
  await goOn(page);
  const other = await context.newPage();
  await open(other, page.url());
  return other;
}

const place = (page: Page) => formOf(page).locator("[name=place]");

test("the second tab is told what the first one saved, and keeps its own words", async ({ page, context }) => {
  const other = await twoTabs(page, context);
  await place(page).fill("3 rue du Lavoir");
  await goOn(page);
  await place(other).fill("9 place du Marché");
  await goOn(other);
  const summary = other.locator("#error-summary");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("3 rue du Lavoir");
  await expect(other).toHaveTitle(/^Erreur\u00a0: /);
  await expect(place(other)).toHaveValue("9 place du Marché");
  const address = other.url();
  await goOn(other);
  await expect(other.locator("#error-summary")).toHaveCount(0);
  await open(other, address);
  await expect(place(other)).toHaveValue("9 place du Marché");
});

test("what is erased in one tab cannot be filled in from another", async ({ page, context }) => {
  const other = await twoTabs(page, context);
  await open(page, page.url().replace(/\/etapes\/.*/, "/effacer"));
  await act(page, () => page.locator("main form button").click());
  await place(other).fill("9 place du Marché");
  await act(other, () => formOf(other).locator("button").last().click());
  await expect(other.locator("h1")).toHaveText("Brouillon effacé");
  await expect(other.locator("main")).not.toContainText("9 place du Marché");
});
