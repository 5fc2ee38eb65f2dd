// What every browser test starts from: `test` and `expect` that know the three ways of playwright.config.ts, and
// that fail when the page complains in the console, and tell what the programs said when they fail. Import these
// instead of Playwright's own.

import { test as base, expect } from "@playwright/test";
import { tellRecords } from "./support/records.ts";

/** How the browser treats the portal's wasm. */
export type Ways = { wasm: "allowed" | "refused" };

/** Answers that are meant for people: the browser reports them as if something had failed to load. */
const MEANT = /^Failed to load resource: the server responded with a status of (404|405|409|410|413|422) /;

export const test = base.extend<Ways & { complaints: string[]; records: void }>({
  wasm: ["allowed", { option: true }],

  /** Set up first and so ended last, once the other fixtures have failed or not. */
  records: [
    async ({}, use, info) => {
      await use();
      await tellRecords(info);
    },
    { auto: true },
  ],

  // Each test is a visitor of its own for the brake on floods, which counts by address (RFC 5737, 2544 ranges).
  extraHTTPHeaders: async ({}, use) => {
    const byte = () => Math.floor(Math.random() * 256);
    await use({ "X-Forwarded-For": `198.${18 + (byte() % 2)}.${byte()}.${byte()}` });
  },

  context: async ({ context, wasm }, use) => {
    if (wasm === "refused") await context.route("**/*.wasm", (route) => route.abort());
    await use(context);
  },

  /** Errors and warnings of the page so far; a test that expects one empties the list. */
  complaints: [
    async ({ page, wasm, javaScriptEnabled }, use) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        const isPage = !message.location().url.includes("/pkg/");
        if (isPage && MEANT.test(message.text())) return;
        // A stream of news breaks when its server stops, and is opened again.
        if (message.location().url.includes("/evenements") && message.text().includes("net::ERR_")) return;
        // Without JavaScript nothing takes up what the page announces to the browser beforehand.
        if (!javaScriptEnabled && message.text().includes("was preloaded using link preload")) return;
        if (["error", "warning"].includes(message.type())) complaints.push(message.text());
      });
      await use(complaints);
      // Refusing the wasm makes the browser complain; that is the point of that way.
      if (wasm === "allowed") expect(complaints, "the page complained in the console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
