// A family of four comes for two things in one visit, which the same counter receives; what nobody receives together is not
// offered.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { card, choose, confirm, LAST, nextWeek, PASSPORT, planned, requestOf, tell } from "../support/booking.ts";
import { Apart } from "../support/offices.ts";
import { act, expectNoSidewaysScroll, open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 120_000 });

/** What each language says. */
const WORDS = {
  fr: {
    both: ["Passeport ou carte d’identité", "Retrait d’un passeport ou d’une carte d’identité"],
    four: /4\W*personnes/,
    length: /1\W*heure\W*et\W*30\W*minutes/,
    bring: ["Une photo d’identité", "Le récépissé remis", "L’ancien passeport"],
    apart: "Ces demandes ne se font pas dans un même rendez-vous",
  },
  ar: {
    both: ["جواز سفر أو بطاقة هوية", "استلام جواز سفر أو بطاقة هوية"],
    four: /4\W*أشخاص/,
    length: /30\W*دقيقة/,
    bring: ["صورة هوية", "الوصل الذي", "جواز السفر القديم"],
    apart: "لا يمكن القيام بهذه الأمور في موعد واحد",
  },
} as const;
type Language = keyof typeof WORDS;

const main = (page: Page) => page.locator("main");
const need = (page: Page) => page.locator("main form[action*='/horaires']");

/** What a page says of the visit. */
async function says(page: Page, language: Language): Promise<void> {
  const { both, four } = WORDS[language];
  for (const words of [...both, four]) await expect(main(page)).toContainText(words);
}

for (const window of WINDOWS)
  for (const language of ["fr", "ar"] as const)
    test.describe(`${window.width} px, ${language}`, () => {
      test.use({ viewport: window });

      test("a family of four with two purposes", async ({ page }) => {
        const apart = new Apart();
        try {
          await apart.open();
          await open(page, `${apart.origin}/${language}/rendez-vous/${PASSPORT.kind}`);
          await need(page).locator("[name=personnes]").selectOption("4");
          await need(page).locator("summary").click();
          const also = need(page).locator("input[name=aussi]");
          await expect(also, "only what the same counter receives").toHaveCount(1);
          await also.check();
          await expectNoSidewaysScroll(page, "the need");
          await act(page, () => need(page).locator("button").click());
          await says(page, language);
          await expect(main(page)).toContainText(WORDS[language].length);
          await expectNoSidewaysScroll(page, "times");
          await nextWeek(page);
          await choose(page, LAST);
          await tell(page, PASSPORT.answers);
          for (const words of WORDS[language].both) await expect(main(page)).toContainText(words);
          await expectNoSidewaysScroll(page, "review");
          await confirm(page);
          await says(page, language);
          await expect(card(page)).toContainText(WORDS[language].length);
          for (const thing of WORDS[language].bring) await expect(card(page)).toContainText(thing);
          await expectNoSidewaysScroll(page, "receipt");
          const told = await planned(page);
          await open(page, requestOf(page));
          await expect(card(page)).toContainText(WORDS[language].four);
          expect(await planned(page)).toContain(told.split(" | ").at(-1));
        } finally {
          await apart.close();
        }
      });

      test("what nobody receives together is said, with the way to change it", async ({ page }) => {
        const apart = new Apart();
        try {
          await apart.open();
          await open(page, `${apart.origin}/${language}/rendez-vous/pacs`);
          await expect(page.locator("input[name=aussi]")).toHaveCount(0);
          await open(page, `${apart.origin}/${language}/rendez-vous/${PASSPORT.kind}/horaires?aussi=pacs`);
          await expect(main(page)).toContainText(WORDS[language].apart);
          await expectNoSidewaysScroll(page, "not together");
          await act(page, () => main(page).locator(`a[href*='/rendez-vous/${PASSPORT.kind}?']`).first().click());
          await expect(need(page)).toBeVisible();
        } finally {
          await apart.close();
        }
      });
    });
