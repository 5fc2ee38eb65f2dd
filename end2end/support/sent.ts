// A request on its way to an office apart, and on its way back.

import type { Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { addItem, complete, fill, goOn, stepOf } from "./form.ts";
import type { Apart } from "./offices.ts";
import { type Business, CHILDREN } from "./procedures.ts";
import { act, open } from "./visit.ts";

/** A portal that a test starts, or the one that all share. */
export type Portal = Pick<Apart, "origin">;
export const SHARED: Portal = { origin: "" };

/** From the page of the procedure to the receipt, which stays shown. Gives the tracking code. */
export async function send(page: Page, portal: Portal, { id, answers }: Business, language = "fr"): Promise<string> {
  await open(page, `${portal.origin}/${language}/demarches/${id}`);
  await act(page, () => page.locator("main form button").click());
  while (stepOf(page)) {
    if (await page.locator("#liste").count()) {
      await addItem(page, CHILDREN[0]);
      await goOn(page);
    } else await complete(page, answers);
  }
  await act(page, () => page.locator("#send-form button").click());
  return page.locator(".tracking-code").innerText();
}

/** The outbox delivers by itself. Gives the number that the other office has given, which the receipt shows. */
export async function delivered(page: Page, apart: Apart): Promise<string> {
  const receipt = page.url();
  let number = "";
  await expect(async () => {
    number = /\d{4}-\d{6}/.exec(await apart.agent("list"))?.[0] ?? "";
    expect(number).not.toBe("");
    await open(page, receipt);
    await expect(page.locator("main")).toContainText(number, { timeout: 500 });
  }).toPass({ timeout: 30_000 });
  return number;
}

/** Without JavaScript the question about the proof comes with the second page. */
export async function follow(
  page: Page,
  { origin }: Portal,
  { answers, proof }: Business,
  code: string,
  language = "fr",
): Promise<void> {
  await open(page, `${origin}/${language}/suivi`);
  for (let round = 0; round < 2 && page.url().endsWith("/suivi"); round += 1) {
    await fill(page, { ...answers, code, proof });
    await goOn(page);
  }
  await expect(page).toHaveURL(/\/demandes\/[^/]+$/);
}

/**
 * A request that an office apart has, opened again with its code in a browser that forgot it: its page is shown. Gives
 * its number.
 */
export async function followed(page: Page, apart: Apart, business: Business): Promise<string> {
  const code = await send(page, apart, business);
  const number = await delivered(page, apart);
  await page.context().clearCookies();
  await follow(page, apart, business, code);
  return number;
}

/** An agent takes a request and grants what it asks for. */
export async function grants(apart: Apart, number: string): Promise<void> {
  await apart.agent("take", number, "--agent", "Sam");
  await apart.agent("close", number, "--agent", "Sam", "--outcome", "accepted", "--reason", "Voici votre acte.");
}

/** Reads the page again until it shows that. */
export async function comes(page: Page, selector: string): Promise<void> {
  await expect(async () => {
    await open(page, page.url());
    await expect(page.locator(selector).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
}

/** Reads the request again until it stands so, with these words. */
export async function shows(page: Page, state: string, words: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.locator("h1")).toHaveText(state, { timeout: 500 });
    await expect(page.locator("main")).toContainText(words, { timeout: 500 });
  }).toPass({ timeout: 60_000 });
}
