// Moving between pages whatever the way: a swap in place, or a page load. The tests never wait for a fixed time.

import { test, type Page } from "@playwright/test";
import { expect } from "../fixtures.ts";

/** Languages of the journeys, with the word that begins the title of a page in error. */
export const LANGUAGES = {
  fr: { error: "Erreur\u00a0: ", dir: "ltr" },
  ar: { error: "خطأ: ", dir: "rtl" },
} as const;
export type Language = keyof typeof LANGUAGES;

/** Narrowest window that WCAG 1.4.10 asks for, and an ordinary one. */
export const WINDOWS = [
  { width: 320, height: 640 },
  { width: 1280, height: 800 },
] as const;

/** Whether pages come alive in this project. */
export const isLive = (): boolean => test.info().project.name === "hydrated";

/** Opens an address and waits until the page is as alive as it gets. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/** Does what leads to another page, or to the same one again, and waits for it. */
export async function act(page: Page, action: () => Promise<unknown>): Promise<void> {
  await page.locator("main h1").evaluate((heading) => {
    heading.setAttribute("data-left", "");
    // Only a page changed in place keeps this: a load begins with another document.
    document.documentElement.setAttribute("data-in-place", "");
  });
  await action();
  // Looks again sooner than an expectation does: this is waited for a thousand times.
  await page.locator("main h1:not([data-left])").waitFor({ timeout: 15_000 });
  await settled(page);
  if (!isLive() || !(await page.locator("html[data-in-place]").count())) return;
  const intervals = [25];
  await expect.poll(() => page.evaluate(untold), { message: "a page changed in place is told", intervals }).toBe("");
}

/** What a page changed in place does not tell to who cannot see it: where it begins, and what it is. */
function untold(): string {
  const beginnings = ["main h1", "#error-summary", "main h2[tabindex='-1']"];
  if (location.hash.length > 1) beginnings.push(`#${CSS.escape(decodeURIComponent(location.hash.slice(1)))}`);
  const focus = document.activeElement;
  if (!focus?.closest(beginnings.join())) return `the focus is on ${focus?.outerHTML.slice(0, 120)}`;
  const said = ["#error-summary", "#live"].some((region) => document.querySelector(region)?.textContent?.trim());
  // The heading is read with the focus: a title that says no more needs no other words.
  const heading = document.querySelector("main h1")?.textContent?.trim().toLowerCase();
  const title = document.title.slice(0, document.title.lastIndexOf(" – ")).trim().toLowerCase();
  return said || title === heading ? "" : `nothing is said of "${document.title}"`;
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState();
  if (isLive()) await page.locator("html[data-ready]").waitFor({ state: "attached" });
}

/** WCAG 1.4.10: nothing to scroll to the side. */
export async function expectNoSidewaysScroll(page: Page, when = page.url()): Promise<void> {
  const [content, window] = await page.evaluate(() => {
    const root = document.documentElement;
    return [root.scrollWidth, root.clientWidth];
  });
  expect(content, `width of the content, ${when}`).toBeLessThanOrEqual(window);
}
