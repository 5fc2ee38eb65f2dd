// What tests of the hydrated pages share: waiting for the mark of a live page, and the way into a form.

import { expect, type Locator, type Page } from "@playwright/test";

/** Opens an address by an ordinary load, and waits until its islands are live. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("html[data-ready]")).toBeAttached();
}

/** Does something that changes the page in place, and waits until the new page is live. */
export async function swap(page: Page, action: () => Promise<unknown>): Promise<void> {
  const before = Number(await page.locator("html").getAttribute("data-ready"));
  await action();
  await expect(page.locator("html")).toHaveAttribute("data-ready", String(before + 1));
}

/**
 * Lets a delay of the page go by: a timer of the page itself, set later and as long, ends later however slow the
 * machine is. For what must not happen, which no condition can wait for.
 */
export async function delay(page: Page, milliseconds: number): Promise<void> {
  await page.evaluate((milliseconds) => new Promise((passed) => setTimeout(passed, milliseconds)), milliseconds);
}

/** The main menu. */
export function menu(page: Page): Locator {
  return page.getByRole("navigation", { name: "Menu principal" });
}

/** Saves the page of a form, which goes on to the next one. */
export async function goOn(page: Page): Promise<void> {
  await swap(page, () => page.getByRole("button", { name: "Enregistrer et continuer" }).click());
}

/** Begins a procedure, all in place: the draft's first page is shown. */
export async function begin(page: Page, procedure: string): Promise<void> {
  await open(page, `/fr/demarches/${procedure}`);
  await swap(page, () => page.getByRole("button", { name: "Commencer la démarche" }).click());
  await expect(page.locator("#step-form")).toBeVisible();
}

/** Reports a problem up to the page of the place. */
export async function reportPlace(page: Page): Promise<void> {
  await begin(page, "signaler-un-probleme");
  await page.locator("#f-danger-no").check();
  await goOn(page);
}

/** Reports a problem up to the page of the problem itself. */
export async function reportProblem(page: Page): Promise<void> {
  await reportPlace(page);
  await page.locator("#f-place").fill("12 rue des Tilleuls");
  await goOn(page);
}

/** How many times the browser loads a whole page from now on, redirections not counted. */
export function countDocuments(page: Page): () => number {
  let documents = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest() && !request.redirectedFrom()) documents += 1;
  });
  return () => documents;
}
