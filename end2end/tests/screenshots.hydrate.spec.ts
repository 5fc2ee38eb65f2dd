// The pictures of the README. They are always taken, into results/; only END2END_SCREENSHOTS=1 replaces those of the
// README, for two machines never draw the same letters.

import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { fill, goOn } from "../support/form.ts";
import { BIRTH } from "../support/procedures.ts";
import { act, open } from "../support/visit.ts";

const results = join(import.meta.dirname, "../results/pictures");
const images = join(import.meta.dirname, "../../docs/images");

async function picture(page: Page, name: string): Promise<void> {
  const path = join(results, name);
  await page.screenshot({ path });
  if (!process.env.END2END_SCREENSHOTS) return;
  await mkdir(images, { recursive: true });
  await copyFile(path, join(images, name));
}

test("pictures of the home page and of a step", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, "/fr");
  await picture(page, "home.png");
  await open(page, `/fr/demarches/${BIRTH.id}`);
  await act(page, () => page.locator("main form button").click());
  await fill(page, BIRTH.answers);
  await goOn(page);
  await fill(page, BIRTH.answers);
  // Without the focus and its ring, from the top of the page.
  await page.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
    scrollTo(0, 0);
  });
  await picture(page, "step.png");
  await expect(page.locator("#step-form")).toBeVisible();
});
