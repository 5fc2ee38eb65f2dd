// Moving between pages whatever the way: a swap in place, or a page load. The tests never wait for a fixed time.

import { test, type Page } from "@playwright/test";
import { expect } from "../fixtures.ts";

/** Languages of the journeys, with the word that begins the title of a page in error. */
export const LANGUAGES = {
  fr: { error: "Erreur : ", dir: "ltr" },
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
  await page.locator("main h1").evaluate((heading) => heading.setAttribute("data-left", ""));
  await action();
  await expect(page.locator("main h1:not([data-left])")).toBeVisible({ timeout: 15_000 });
  await settled(page);
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState();
  if (isLive()) await expect(page.locator("html")).toHaveAttribute("data-ready", /\d/);
}

/** WCAG 1.4.10: nothing to scroll to the side. */
export async function expectNoSidewaysScroll(page: Page, when = page.url()): Promise<void> {
  const [content, window] = await page.evaluate(() => {
    const root = document.documentElement;
    return [root.scrollWidth, root.clientWidth];
  });
  expect(content, `width of the content, ${when}`).toBeLessThanOrEqual(window);
}
