// A rush: whoever comes behind a crowd waits in line, sees their place, and is let in without doing anything.

import { expect, test } from "../fixtures.ts";
import { full } from "../support/line.ts";
import { Apart } from "../support/offices.ts";
import { act, expectNoSidewaysScroll, open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 120_000 });

for (const [window, language] of [
  [WINDOWS[0], "fr"],
  [WINDOWS[1], "ar"],
] as const)
  test.describe(`${window.width} px, ${language}`, () => {
    test.use({ viewport: window });

    test("a crowd waits in line and comes in by itself", async ({ page }) => {
      const apart = new Apart();
      try {
        const times = await full(apart, language, 25);
        // From the page before, as people come.
        await open(page, times.replace("/horaires", ""));
        await act(page, () => page.locator("main form button[type=submit]").last().click());
        const place = page.locator("main .lead strong");
        await expect(place).toHaveText(/\d/);
        await expectNoSidewaysScroll(page, "the line");
        await expect(page.locator("button[name=horaire]")).toHaveCount(0);

        await act(page, () => page.locator("main ul a[href*='calme=1']").click());
        await expectNoSidewaysScroll(page, "the line, read calmly");
        await act(page, () => page.locator("main ul a[href*='/horaires']:not([href*='calme=1'])").click());
        await expect(place).toBeVisible();
        // Nothing is pressed: the page asks again by itself.
        await expect(page.locator("button[name=horaire]").first()).toBeVisible({ timeout: 60_000 });
        await expectNoSidewaysScroll(page, "the times");
        await act(page, () => page.locator("button[name=horaire]").first().click());
        await expect(page.locator("#step-form")).toBeVisible();
      } finally {
        await apart.close();
      }
    });
  });
