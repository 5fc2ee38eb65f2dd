// Codes that carry a request or a draft to another browser.

import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Ways } from "../fixtures.ts";
import { formOf, goOn } from "./form.ts";
import { act, open } from "./visit.ts";

/** Another browser, as of another person: it shares nothing with the first and goes the same way. */
export async function elsewhere(browser: Browser, wasm: Ways["wasm"]): Promise<BrowserContext> {
  const context = await browser.newContext();
  if (wasm === "refused") await context.route("**/*.wasm", (route) => route.abort());
  return context;
}

/** A page of another browser, in a window of this size, at an address that someone got by a message. */
export async function openElsewhere(
  browser: Browser,
  wasm: Ways["wasm"],
  window: { width: number; height: number },
  address: string,
): Promise<Page> {
  const page = await (await elsewhere(browser, wasm)).newPage();
  await page.setViewportSize(window);
  await open(page, address);
  return page;
}

/** What one chooses; a draft has no scope to choose. */
export type Gift = { purpose: "device" | "counter" | "helper"; scope?: "read" | "act"; life: "hour" | "day" | "week" };

/** From the page of what is handed over to the page of its code. Gives the code. */
export async function handOver(page: Page, gift: Gift): Promise<string> {
  await act(page, () => page.locator("main a[href$='/transmettre']").click());
  for (const [name, value] of Object.entries(gift))
    await formOf(page).locator(`[name="${name}"][value="${value}"]`).check();
  await goOn(page);
  return page.locator(".hand-over-code__whole").innerText();
}

/** Types a code where one goes on. */
export async function takeUp(page: Page, code: string, origin = ""): Promise<void> {
  await open(page, `${origin}/fr/reprendre`);
  await formOf(page).locator("[name=code]").fill(code);
  await goOn(page);
}
