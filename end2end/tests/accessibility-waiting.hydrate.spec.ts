// The three engines on the form of the waiting list, and on a place on it in each of its states.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { confirm, PASSPORT, tell } from "../support/booking.ts";
import { inspection } from "../support/inspection.ts";
import { Apart } from "../support/offices.ts";
import { act, open } from "../support/visit.ts";
import { enter, opens, toTheList, waits } from "../support/waiting.ts";
import type { Look } from "../support/walk.ts";

// The engines are scripts that the portal's policy would rightly refuse.
test.use({ bypassCSP: true });
test.describe.configure({ timeout: 300_000 });

const CONTACT = { email: "lea.martin@example.org" };

/** How waiting ends, in Arabic alone: with the time that was offered, or without any for the one at this address. */
async function ends(page: Page, apart: Apart, other: string, look: Look): Promise<void> {
  const heading = page.locator("h1");
  const booked = await waits(page, apart, CONTACT, "ar");
  await act(page, () => page.locator("button[value=take]").click());
  await tell(page, PASSPORT.answers);
  await confirm(page);
  await expect(page.locator("main .notice a[href*='/attente/']").first()).toBeVisible();
  await look("receipt of someone who still waits");
  await open(page, booked);
  await expect(heading).toHaveText("لقد أخذتم موعدًا");
  await look("list, a time booked");
  await apart.waitsExpire();
  await open(page, other);
  await expect(heading).toHaveText("انتهى انتظاركم");
  await look("list, no time came");
}

for (const language of ["fr", "ar"])
  test(`everyone can wait for a time, ${language}`, async ({ page }) => {
    const { look, verdict } = inspection(page);
    const apart = new Apart();
    try {
      await apart.open();
      await toTheList(page, apart, language);
      await look("form of the list");
      await enter(page);
      await look("form of the list, refused");
      const first = await waits(page, apart, CONTACT, language);
      await look("place on the list");
      const second = await waits(page, apart, CONTACT, language);
      await open(page, `${apart.origin}/${language}`);
      await look("home of someone who waits");
      await opens(apart);
      await open(page, first);
      await look("offer");
      await act(page, () => page.locator("button[value=take]").click());
      await look("time of an offer, in its form");
      await open(page, first);
      await act(page, () => page.locator("button[value=decline]").click());
      await open(page, second);
      await act(page, () => page.locator("button[value=leave]").click());
      await look("list left");
      if (language === "ar") await ends(page, apart, first, look);
      verdict();
    } finally {
      await apart.close();
    }
  });
