// The pictures of the README, taken on demand: END2END_SCREENSHOTS=1.

import { join } from "node:path";
import { expect, test } from "../fixtures.ts";
import { fill, goOn } from "../support/form.ts";
import { BIRTH } from "../support/procedures.ts";
import { act, open } from "../support/visit.ts";

const images = join(import.meta.dirname, "../../docs/images");

test("pictures of the home page and of a step", async ({ page }) => {
  test.skip(!process.env.END2END_SCREENSHOTS, "only on demand");
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, "/fr");
  await page.screenshot({ path: join(images, "home.png") });
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
  await page.screenshot({ path: join(images, "step.png") });
  await expect(page.locator("#step-form")).toBeVisible();
});
