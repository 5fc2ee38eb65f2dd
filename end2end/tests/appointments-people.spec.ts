// More or fewer people come than were announced: at the same hour if there is time for all, at another one that is
// chosen if not.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { card, choose, confirm, LAST, look, nextWeek, ofTheWeek, PASSPORT, planned, requestOf, tell, times } from "../support/booking.ts";
import { Apart } from "../support/offices.ts";
import { act, expectNoSidewaysScroll, open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 120_000 });

/** Where each language says that it is done. */
const DONE = { fr: "Votre rendez-vous garde la même heure", ar: "يبقى موعدكم في الساعة نفسها" } as const;
const MOVED = { fr: "Votre rendez-vous est déplacé", ar: "تم تغيير وقت موعدكم" } as const;
type Language = keyof typeof DONE;

const main = (page: Page) => page.locator("main");
const question = (page: Page) => page.locator("#step-form");

/** Books a time of the next week, the one of that rank, in a town of one's own; to the page of the request. */
async function booked(page: Page, apart: Apart, language: Language, rank: number): Promise<string> {
  await look(page, apart, PASSPORT, language);
  await nextWeek(page);
  await choose(page, rank, ofTheWeek);
  await tell(page, PASSPORT.answers);
  await confirm(page);
  const request = requestOf(page);
  await open(page, request);
  return request;
}

/** From the page of the request to the question, and its answer. */
async function come(page: Page, people: string): Promise<void> {
  await act(page, () => card(page).locator("a[href$='/personnes']").click());
  await expectNoSidewaysScroll(page, "how many");
  await question(page).locator("[name=personnes]").selectOption(people);
  await act(page, () => question(page).locator("button").click());
}

for (const window of WINDOWS)
  for (const language of ["fr", "ar"] as const)
    test.describe(`${window.width} px, ${language}`, () => {
      test.use({ viewport: window });

      test("a resident comes with someone at the same hour, then alone", async ({ page }) => {
        const apart = new Apart();
        try {
          await apart.open();
          await booked(page, apart, language, 0);
          const alone = await planned(page);
          await come(page, "1");
          await expect(page.locator("#error-summary"), "it is for one already").toBeFocused();
          await expectNoSidewaysScroll(page, "the same number");
          await question(page).locator("[name=personnes]").selectOption("2");
          await act(page, () => question(page).locator("button").click());
          await expect(main(page)).toContainText(DONE[language]);
          expect(await planned(page)).not.toBe(alone);
          await expectNoSidewaysScroll(page, "at the same hour");
          await come(page, "1");
          await expect(main(page)).toContainText(DONE[language]);
          expect(await planned(page)).toBe(alone);
        } finally {
          await apart.close();
        }
      });

      test("a family without time before the closing keeps the hour until it has another one", async ({ page }) => {
        const apart = new Apart();
        try {
          await apart.open();
          // The last time of a week.
          const request = await booked(page, apart, language, LAST);
          const before = await planned(page);
          await come(page, "6");
          await expect(page).toHaveURL(/\/personnes\/horaires\?personnes=6&documents=6(#titre)?$/);
          await expectNoSidewaysScroll(page, "times for six");
          await open(page, request);
          expect(await planned(page), "nothing is lost").toBe(before);
          await come(page, "6");
          await expect(times(page).first()).toBeVisible();
          await choose(page, 1);
          await expect(main(page)).toContainText(MOVED[language]);
          await expect(card(page)).toContainText("6");
          expect(await planned(page)).not.toBe(before);
          await expectNoSidewaysScroll(page, "moved for six");
        } finally {
          await apart.close();
        }
      });
    });
