// Booking a time, for oneself, for a family and by phone; moving it, cancelling it; a time that someone else takes, and
// a day that the service closes.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import {
  book,
  CALL,
  card,
  choose,
  confirm,
  FAMILY,
  LAST,
  look,
  nextWeek,
  PASSPORT,
  planned,
  requestOf,
  tell,
  times,
} from "../support/booking.ts";
import { goOn } from "../support/form.ts";
import { elsewhere } from "../support/hand-over.ts";
import { Apart } from "../support/offices.ts";
import { SHARED, shows } from "../support/sent.ts";
import { act, expectNoSidewaysScroll, open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 120_000 });

const main = (page: Page) => page.locator("main");

/** The words that say that it is done, in the languages of these tests. */
const CONFIRMED = { fr: "Rendez-vous confirmé", ar: "الموعد مؤكد", en: "Appointment confirmed" } as const;
const CANCELLED = { fr: "Rendez-vous annulé", ar: "الموعد ملغى", en: "Appointment cancelled" } as const;
const CALLED = {
  fr: "Le service vous appelle au numéro que vous avez donné.",
  ar: "تتصل بكم المصلحة على الرقم الذي أعطيتموه.",
};
const ONLY_PLACES = {
  fr: "Nous montrons seulement les lieux qui ont ce qu’il vous faut.",
  ar: "نعرض فقط الأماكن التي يتوفر فيها ما تحتاجون إليه.",
};
const KNOWN = {
  fr: { free: "Horaires libres le", refused: "Les rendez-vous ne répondent pas pour le moment" },
  ar: { free: "الأوقات التي كانت متاحة بتاريخ", refused: "برنامج المواعيد لا يستجيب حاليًا" },
};
const DIRECTIONS = { fr: "ltr", ar: "rtl", en: "ltr" } as const;
type Language = keyof typeof CONFIRMED;

/** From the home page to the receipt, as one who looks around; each page fits. */
async function fromHome(page: Page, language: Language): Promise<void> {
  const { kind, answers } = PASSPORT;
  await open(page, `/${language}`);
  await expect(page.locator("html")).toHaveAttribute("dir", DIRECTIONS[language]);
  await act(page, () => main(page).locator(`a[href="/${language}/rendez-vous#titre"]`).click());
  await expectNoSidewaysScroll(page);
  await act(page, () => main(page).locator(`a[href="/${language}/rendez-vous/${kind}#titre"]`).click());
  await expectNoSidewaysScroll(page);
  await act(page, () => main(page).locator("form[method=get] button").click());
  await expectNoSidewaysScroll(page);
  await nextWeek(page);
  await expectNoSidewaysScroll(page);
  await choose(page, LAST);
  await expectNoSidewaysScroll(page);
  await expect(page.locator(".visit-banner")).toBeVisible();
  await tell(page, answers);
  await expectNoSidewaysScroll(page, "review");
  await confirm(page);
  await expect(page.locator("h1")).toHaveText(CONFIRMED[language]);
  await expect(card(page)).toBeVisible();
  await expectNoSidewaysScroll(page, "receipt");
}

/** From the page of a request, to a time that is not the present one. */
async function move(page: Page): Promise<void> {
  await act(page, () => card(page).locator("a[href$='/horaires']").click());
  await expectNoSidewaysScroll(page, "moving");
  await choose(page, 2);
}

/** From the page of a request. */
async function cancel(page: Page): Promise<void> {
  await act(page, () => card(page).locator("a[href$='/retrait']").click());
  await expectNoSidewaysScroll(page, "cancelling");
  await goOn(page);
}

for (const window of WINDOWS)
  test.describe(`${window.width} px`, () => {
    test.use({ viewport: window });

    test("a resident books from the home page and takes the time along", async ({ page }) => {
      await fromHome(page, "fr");
      const receipt = await planned(page);
      await act(page, () => main(page).locator("a[href*='/demandes/']:not([download])").filter({ hasText: "Suivre" }).first().click());
      await expect(page.locator("h1")).toHaveText(CONFIRMED.fr);
      expect(await planned(page)).toBe(receipt);
      await expect(card(page)).toContainText("À apporter");
      await expectNoSidewaysScroll(page, "request");
      const download = page.waitForEvent("download");
      await card(page).locator("a[download]").click();
      expect((await download).suggestedFilename()).toBe("rendez-vous.ics");
    });

    test("a family with needs books one long time by phone", async ({ page }) => {
      const { kind, answers } = FAMILY;
      await open(page, `/fr/rendez-vous/${kind}`);
      const form = main(page).locator("form[method=get]");
      await form.locator("[name=personnes]").selectOption("4");
      await form.locator("[name=documents]").selectOption("5");
      await form.locator("details:has([name=aide]) summary").click();
      for (const help of ["more_time", "step_free"]) await form.locator(`[value=${help}]`).check();
      await expectNoSidewaysScroll(page, "need");
      await act(page, () => form.locator("button").click());
      await expect(main(page)).toContainText("4 personnes");
      await expect(main(page)).toContainText("5 documents");
      await expect(main(page)).toContainText("Plus de temps");
      await expectNoSidewaysScroll(page);
      await choose(page);
      await tell(page, answers);
      await confirm(page);
      // Five minutes and fifteen for each of five documents, and half as long again.
      await expect(card(page)).toContainText("2 h");
      await expect(card(page)).toContainText("Un accès sans marche");
      await expectNoSidewaysScroll(page, "receipt");
    });

    for (const [language, words] of Object.entries(CALLED))
      test(`a resident is called at the time that they choose, ${language}`, async ({ page }) => {
        await book(page, SHARED, CALL, language);
        await expect(card(page)).toContainText(words);
        await expect(card(page)).not.toContainText("rue du Lavoir");
        await expectNoSidewaysScroll(page, "request");
      });

    for (const [language, words] of Object.entries(ONLY_PLACES))
      test(`who needs a hearing loop sees the places that have one, ${language}`, async ({ page }) => {
        await look(page, SHARED, PASSPORT, language);
        await expect(page.locator("button[name=horaire][value$='~france-services']")).not.toHaveCount(0);
        await look(page, SHARED, { ...PASSPORT, need: "aide=hearing_loop" }, language);
        await expect(main(page)).toContainText(words);
        await expect(times(page)).not.toHaveCount(0);
        await expect(page.locator("button[name=horaire][value$='~france-services']")).toHaveCount(0);
        await expectNoSidewaysScroll(page);
        // A week further ahead, in one choice.
        const weeks = page.locator("select[name=semaine]");
        const ahead = (await weeks.locator("option").nth(4).getAttribute("value")) ?? "";
        await weeks.selectOption(ahead);
        await act(page, () => page.locator("main form[method=get] button").last().click());
        await expect(weeks).toHaveValue(ahead);
        await expect(main(page)).toContainText(words);
        await expectNoSidewaysScroll(page, "another week");
      });

    for (const [language, words] of Object.entries(KNOWN))
      test(`while agendas are away, what was free is told with its time and one asks to be called, ${language}`, async ({ page, complaints }) => {
        const apart = new Apart();
        try {
          await apart.open();
          await look(page, apart, PASSPORT, language);
          await expect(times(page)).not.toHaveCount(0);
          await apart.officeGoesAway();
          await act(page, () => times(page).first().click());
          await expect(page.locator("#error-summary"), "pressing a time says why it is not had").toContainText(words.refused);
          complaints.length = 0; // the browser reports the answer 503
          await expect(async () => {
            await look(page, apart, PASSPORT, language);
            await expect(main(page)).toContainText(words.free, { timeout: 500 });
          }).toPass({ timeout: 30_000 });
          await expect(times(page), "nothing to press").toHaveCount(0);
          await expect(page.locator("section[aria-labelledby=horaires] li")).not.toHaveCount(0);
          await expectNoSidewaysScroll(page, "times as they were known");
          await act(page, () => main(page).locator("a[href$='/etre-rappele']").first().click());
          await act(page, () => main(page).locator("form[method=post] button").first().click());
          await tell(page, {});
          await act(page, () => page.locator("#send-form button").click());
          await expect(page).toHaveURL(/\/recepisse$/);
          await expect(page.locator(".tracking-code")).toBeVisible();
        } finally {
          await apart.close();
        }
      });

    test("a resident keeps the time longer and loses nothing that they typed", async ({ page }) => {
      await look(page, SHARED, PASSPORT);
      await choose(page);
      await page.locator("[name=name]").fill("Zoé Martin");
      const step = new URL(page.url()).pathname;
      const longer = page.locator("button[form=step-form][value=hold]");
      await act(page, () => longer.click());
      expect(new URL(page.url()).pathname).toBe(step);
      await expect(page.locator("[name=name]")).toHaveValue("Zoé Martin");
      await expect(page.locator("#titre")).toBeFocused();
      await expect(page.locator("#error-summary"), "nothing is wrong yet").toHaveCount(0);
      await expect(longer, "once").toHaveCount(0);
      await expectNoSidewaysScroll(page, "kept longer");
      await tell(page, PASSPORT.answers);
      await confirm(page);
      await expect(page.locator("h1")).toHaveText(CONFIRMED.fr);
    });

    test("a resident moves an appointment, then cancels it", async ({ page }) => {
      const request = await book(page, SHARED, PASSPORT);
      const before = await planned(page);
      await move(page);
      await expect(main(page)).toContainText("Votre rendez-vous est déplacé");
      await expect(page.locator("h1")).toHaveText(CONFIRMED.fr);
      expect(await planned(page)).not.toBe(before);
      await expectNoSidewaysScroll(page, "moved");
      await open(page, request);
      await cancel(page);
      await expect(main(page)).toContainText("Votre annulation est enregistrée");
      await expectNoSidewaysScroll(page, "cancelled");
      await shows(page, CANCELLED.fr, "Prendre un autre rendez-vous");
    });

    test("a time that someone else took just before leads to others", async ({ page, browser, wasm }) => {
      // There is one social worker.
      const visit = { ...PASSPORT, kind: "travailleur-social" };
      const apart = new Apart();
      const context = await elsewhere(browser, wasm);
      try {
        await apart.open();
        await look(page, apart, visit);
        const wanted = times(page).nth(1);
        const slot = (await wanted.getAttribute("value")) ?? "";
        const other = await context.newPage();
        await look(other, apart, visit);
        await act(other, () => other.locator(`button[value="${slot}"]`).first().click());
        await expect(other.locator(".visit-banner")).toBeVisible();
        await act(page, () => wanted.click());
        await expect(page.locator("#error-summary")).toBeFocused();
        await expect(page.locator("#error-summary")).toContainText("Cet horaire vient d’être pris");
        await expect(page.locator(`button[value="${slot}"]`), "it is not offered again").toHaveCount(0);
        await expectNoSidewaysScroll(page, "time taken");
        await choose(page);
        await tell(page, visit.answers);
        await confirm(page);
        await expect(page.locator("h1")).toHaveText(CONFIRMED.fr);
      } finally {
        await context.close();
        await apart.close();
      }
    });

    test("a day that the service closes lets choose another time under the same number", async ({ page }) => {
      const apart = new Apart();
      try {
        await apart.open();
        await book(page, apart, PASSPORT);
        const number = /\d{4}-\d{6}/.exec(await main(page).innerText())?.[0] ?? "";
        expect(number).not.toBe("");
        const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });
        const soon = new Date(Date.now() + 20 * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });
        for (const place of ["mairie", "france-services"]) {
          const closed = ["--first-day", today, "--last-day", soon, "--text", "Dégât des eaux."];
          await apart.agent("agenda", "close", place, ...closed, "--agent", "Nadia");
        }
        await shows(page, "Rendez-vous annulé par le service", "Dégât des eaux.");
        await expect(main(page)).not.toContainText("Nadia");
        await expectNoSidewaysScroll(page, "cancelled by the service");
        await act(page, () => card(page).locator("a[href$='/horaires']").click());
        await expectNoSidewaysScroll(page, "choosing again");
        await choose(page);
        await expect(page.locator("h1")).toHaveText(CONFIRMED.fr);
        await expect(main(page)).toContainText(number);
      } finally {
        await apart.close();
      }
    });

    for (const language of ["ar", "en"] as const)
      test(`a resident books, moves and cancels, ${language}`, async ({ page }) => {
        await fromHome(page, language);
        const before = await planned(page);
        await open(page, requestOf(page));
        await expectNoSidewaysScroll(page, "request");
        await move(page);
        await expect(page.locator("h1")).toHaveText(CONFIRMED[language]);
        expect(await planned(page)).not.toBe(before);
        await cancel(page);
        await shows(page, CANCELLED[language], "");
        await expectNoSidewaysScroll(page, "cancelled");
      });
  });
