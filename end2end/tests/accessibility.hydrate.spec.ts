// Three engines and our own checks on every page and state, without a violation; then that the words, the colours
// and the direction of the other languages and themes hold too. The HTML is the same in the other two ways.

import type { Page } from "@playwright/test";
import { test } from "../fixtures.ts";
import { violations } from "../support/engines.ts";
import { inspection } from "../support/inspection.ts";
import { ALL, BIRTH, SCHOOL } from "../support/procedures.ts";
import { open } from "../support/visit.ts";
import { walkErased, walkMishaps, walkPages, walkProcedure } from "../support/walk.ts";

// The engines are scripts that the portal's policy would rightly refuse.
test.use({ bypassCSP: true });
test.describe.configure({ timeout: 300_000 });

test("everyone can use the pages without a form", async ({ page }) => {
  const { look, verdict } = inspection(page);
  await walkPages(page, "fr", look);
  await walkErased(page, BIRTH, "fr", look);
  verdict();
});

test("everyone can use the pages of what went wrong", async ({ page, context }) => {
  const { look, verdict } = inspection(page);
  await walkMishaps(page, context, look);
  verdict();
});

for (const business of ALL)
  test(`everyone can use each state of ${business.id}`, async ({ page }) => {
    const { look, verdict } = inspection(page);
    await walkProcedure(page, business, "fr", look);
    verdict();
  });

test("the pages hold in Arabic", async ({ page }) => {
  const { look, verdict } = inspection(page);
  await walkPages(page, "ar", look);
  await walkProcedure(page, SCHOOL, "ar", look);
  verdict();
});

test("the pages hold in the dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const { look, verdict } = inspection(page, [violations]);
  await walkPages(page, "fr", look);
  await walkProcedure(page, BIRTH, "fr", look);
  verdict();
});

test("with the system's own colours, what one types in keeps an edge", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  const { look, verdict } = inspection(page, [edges]);
  await open(page, "/fr");
  await look("home");
  await walkProcedure(page, BIRTH, "fr", look);
  verdict();
});

/** Controls and buttons without a border, and a page that shows nothing. */
async function edges(page: Page): Promise<string[]> {
  const bare = await page.locator("main input:visible:not([type=radio], [type=checkbox]), main button:visible").evaluateAll(
    (elements) =>
      elements
        .filter((element) => {
          const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
          return borderTopStyle === "none" || Number.parseFloat(borderTopWidth) === 0;
        })
        .map((element) => `without an edge: ${element.outerHTML.slice(0, 120)}`),
  );
  const picture = await page.screenshot();
  // An empty page of this size takes less than 5 KB.
  return picture.length > 8_000 ? bare : [...bare, `the page looks empty: ${picture.length} bytes`];
}
