// The end of an access, played to the page: the browser's clock is moved by hand, and the test answers in the place of
// the server when it is asked for the time left.

import type { Locator, Page } from "@playwright/test";
import { BIRTH } from "./procedures.ts";
import { send, SHARED } from "./sent.ts";

/** What the server would say. */
export class Access {
  left = 1_800;
  prolonged = 0;

  async answerFor(page: Page): Promise<void> {
    await page.route("**/acces", async (route) => {
      if (route.request().method() === "POST") {
        this.prolonged += 1;
        this.left = 1_800;
      }
      if (this.left > 0) await route.fulfill({ contentType: "text/plain", body: String(this.left) });
      else await route.fulfill({ status: 404, contentType: "text/html", body: "<h1>404</h1>" });
    });
  }

  /** So many seconds are left now, and the page looks. */
  async comesTo(page: Page, left: number): Promise<void> {
    const asked = page.waitForResponse("**/acces");
    this.left = left;
    await page.clock.fastForward(1_800_000);
    await asked;
  }
}

/** A request just sent; gives its address. */
export async function sent(page: Page): Promise<string> {
  await send(page, SHARED, BIRTH);
  return page.url().replace(/\/recepisse.*/, "");
}

/** The warning. */
export const dialog = (page: Page): Locator =>
  page.getByRole("alertdialog", { name: "Garder cette page ouverte\u00a0?" });
