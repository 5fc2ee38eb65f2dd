// What every browser test starts from: `test` and `expect` that know the three ways of playwright.config.ts, and
// that fail when the page complains in the console. Import these instead of Playwright's own.

import { test as base, expect } from "@playwright/test";

/** How the browser treats the portal's wasm. */
export type Ways = { wasm: "allowed" | "refused" };

export const test = base.extend<Ways & { complaints: string[] }>({
  wasm: ["allowed", { option: true }],

  context: async ({ context, wasm }, use) => {
    if (wasm === "refused") await context.route("**/*.wasm", (route) => route.abort());
    await use(context);
  },

  /** Errors and warnings of the page so far; a test that expects one empties the list. */
  complaints: [
    async ({ page, wasm }, use) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
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
