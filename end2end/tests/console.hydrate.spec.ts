// What a page costs and whether it comes alive: marks, requests, weights, layout shifts, and nothing typed is lost.
// That no page complains in its console is checked by every test (fixtures.ts).

import { get } from "node:http";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { fill, formOf, goOn } from "../support/form.ts";
import { BIRTH, PROBLEM } from "../support/procedures.ts";
import { act, open } from "../support/visit.ts";
import { PAGES, walkPages, walkProcedure } from "../support/walk.ts";

/** Bytes on the wire on a first visit (docs, budgets). */
const BUDGET = { code: 100_000, all: 150_000, html: 14_000, requests: 5 };

test("each page comes alive within five seconds, shifts nothing and loads all it asks for", async ({ page }) => {
  test.setTimeout(180_000);
  const failed: string[] = [];
  page.on("requestfailed", (request) => {
    // A stream of news has no end of its own: the page lets go of it when it is left.
    const letGo = request.resourceType() === "eventsource" && request.failure()?.errorText === "net::ERR_ABORTED";
    if (!letGo) failed.push(`${request.url()} ${request.failure()?.errorText}`);
  });
  page.on("response", (response) => {
    const isPage = response.request().resourceType() === "document" || response.request().resourceType() === "fetch";
    if (response.status() >= 400 && !isPage) failed.push(`${response.url()} ${response.status()}`);
  });
  await page.addInitScript(() => {
    // Shifts just after a key or a click are answers to it; the others move what one reads.
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) document.documentElement.setAttribute("data-shift", String(entry.value));
    }).observe({ type: "layout-shift", buffered: true });
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  const look = async (state: string) => {
    await expect(page.locator("html"), `${state} comes alive`).toHaveAttribute("data-ready", /\d/, { timeout: 5_000 });
    expect(await page.locator("html").getAttribute("data-shift"), `${state} shifts`).toBeNull();
  };
  await walkPages(page, "fr", look);
  await walkProcedure(page, BIRTH, "fr", look);
  expect(failed).toEqual([]);
});

test("a first visit stays within its weights", async ({ page, browser, baseURL }) => {
  test.setTimeout(120_000);
  await open(page, `/fr/demarches/${PROBLEM.id}`);
  await act(page, () => page.locator("main form button").click());
  const cookies = await page.context().cookies();
  const step = new URL(page.url()).pathname;
  for (const address of [...Object.values(PAGES).map((address) => `/fr${address}`), "/ar", step]) {
    const context = await browser.newContext();
    await context.addCookies(cookies);
    const { weights, requests } = await firstVisit(await context.newPage(), address);
    await context.close();
    const html = await compressed(`${baseURL}${address}`, cookies.map(({ name, value }) => `${name}=${value}`).join("; "));
    const code = (weights.Script ?? 0) + (weights.Other ?? 0) + (weights.Fetch ?? 0);
    const all = Object.values(weights).reduce((sum, bytes) => sum + bytes, 0);
    console.log(`${address}: HTML ${html} B, code ${code} B, all ${all} B, ${requests.length} requests`);
    expect.soft(html, `HTML of ${address}`).toBeLessThanOrEqual(BUDGET.html);
    expect.soft(code, `JS and wasm of ${address}: ${JSON.stringify(weights)}`).toBeLessThanOrEqual(BUDGET.code);
    expect.soft(all, `first visit of ${address}`).toBeLessThanOrEqual(BUDGET.all);
    expect.soft(requests.length, `requests of ${address}: ${requests.join(" ")}`).toBeLessThanOrEqual(BUDGET.requests);
  }
});

/** Bytes on the wire by type of resource, headers included, until the page is alive. */
async function firstVisit(page: Page, address: string): Promise<{ weights: Record<string, number>; requests: string[] }> {
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  const weights: Record<string, number> = {};
  const types = new Map<string, string>();
  const requests: string[] = [];
  network.on("Network.requestWillBeSent", ({ requestId, request, type = "Other" }) => {
    if (request.url.startsWith("data:")) return;
    types.set(requestId, type);
    requests.push(new URL(request.url).pathname);
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId);
    if (type) weights[type] = (weights[type] ?? 0) + encodedDataLength;
  });
  await open(page, address);
  await page.waitForLoadState("networkidle");
  return { weights, requests };
}

/** Weight of a page as sent to a browser that reads every compression. */
function compressed(address: string, cookie: string): Promise<number> {
  return new Promise((weigh, fail) => {
    get(address, { headers: { "accept-encoding": "gzip, br, zstd", cookie, accept: "text/html" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length)).on("end", () => weigh(bytes));
    }).on("error", fail);
  });
}

test("what one types before the page is alive is kept, with the focus", async ({ page }) => {
  await open(page, `/fr/demarches/${PROBLEM.id}`);
  await act(page, () => page.locator("main form button").click());
  await fill(page, PROBLEM.answers);
  await goOn(page);
  let arrive = () => {};
  const late = new Promise<void>((arrived) => (arrive = arrived));
  await page.route("**/*.wasm", async (route) => {
    await late;
    await route.continue();
  });
  await page.goto(page.url(), { waitUntil: "commit" });
  const place = formOf(page).locator("[name=place]");
  await place.pressSequentially("12 rue du Lavoir");
  await expect(page.locator("html[data-ready]")).toHaveCount(0);
  arrive();
  await expect(page.locator("html[data-ready]")).toHaveCount(1);
  await expect(place).toHaveValue("12 rue du Lavoir");
  await expect(place).toBeFocused();
  expect(await place.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe("12 rue du Lavoir".length);
});
