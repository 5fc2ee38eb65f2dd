// Being reminded of an appointment: the link of a message confirms or cancels it, in a browser that knows nothing of
// it; who gave a phone alone reads the time in a text message.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { book, card, FAMILY, PASSPORT } from "../support/booking.ts";
import { openElsewhere } from "../support/hand-over.ts";
import { Apart } from "../support/offices.ts";
import { Posts } from "../support/posts.ts";
import { shows } from "../support/sent.ts";
import { act, expectNoSidewaysScroll, open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 120_000 });

const main = (page: Page) => page.locator("main");

for (const window of WINDOWS)
  test.describe(`${window.width} px`, () => {
    test.use({ viewport: window });

    test("a reminder is answered in one press, and cancelled in another", async ({ page, browser, wasm }) => {
      const [apart, posts] = [new Apart(), new Posts()];
      try {
        await apart.open(await posts.open(apart.folder));
        const request = await book(page, apart, PASSPORT);
        await open(page, `${request}/avis`);
        await expect(page.locator("input[name=reminders][value=two_days]")).toBeChecked();
        await page.locator("input[name=reminders][value=day]").check();
        await expectNoSidewaysScroll(page, "choice of reminders");
        await act(page, () => page.locator("#step-form button.button").last().click());
        await expect(main(page)).toContainText("C’est fait");
        await apart.remindNow();
        const link = await posts.linkInLetter();

        const phone = await openElsewhere(browser, wasm, window, apart.origin + link);
        try {
          await expect(phone.locator("h1")).toHaveText("Votre rendez-vous");
          await expectNoSidewaysScroll(phone, "reminder");
          await act(phone, () => phone.locator("button[value=come]").click());
          await expect(main(phone)).toContainText("Votre venue est confirmée");
          await expectNoSidewaysScroll(phone, "reminder, confirmed");
          await open(page, request);
          await expect(card(page)).toContainText("Vous avez confirmé votre venue");
          await act(phone, () => phone.locator("button[value=cancel]").click());
          await expect(main(phone)).toContainText("Votre annulation est enregistrée");
          await expect(phone.locator("button[value=come]")).toHaveCount(0);
          await expectNoSidewaysScroll(phone, "reminder, cancelled");
        } finally {
          await phone.context().close();
        }
        await open(page, request);
        await shows(page, "Rendez-vous annulé", "Prendre un autre rendez-vous");
      } finally {
        await apart.close();
        posts.close();
      }
    });

    test("who gave a phone alone reads the time in a text message, in Arabic", async ({ page, browser, wasm }) => {
      const [apart, posts] = [new Apart(), new Posts()];
      try {
        await apart.open(await posts.open(apart.folder));
        await book(page, apart, FAMILY, "ar");
        const link = await posts.linkInText();
        expect(link).toContain("/ar/rappel/");
        const phone = await openElsewhere(browser, wasm, window, apart.origin + link);
        try {
          await expect(phone.locator("html")).toHaveAttribute("dir", "rtl");
          await expect(phone.locator("h1")).toHaveText("موعدكم");
          await expectNoSidewaysScroll(phone, "reminder");
          await act(phone, () => phone.locator("button[value=come]").click());
          await expect(main(phone)).toContainText("تم تأكيد حضوركم");
          await act(phone, () => phone.locator("button[value=cancel]").click());
          await expect(main(phone)).toContainText("تم تسجيل إلغائكم للموعد");
          await expectNoSidewaysScroll(phone, "reminder, cancelled");
          // Nothing else opens here: the code of the request is asked for.
          await act(phone, () => main(phone).locator("a[href='/ar/suivi']").first().click());
          await expect(phone.locator("input[name=code]")).toBeVisible();
        } finally {
          await phone.context().close();
        }
      } finally {
        await apart.close();
        posts.close();
      }
    });
  });
