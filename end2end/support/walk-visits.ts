// What comes rarely on the way to an appointment, state after state, for the checks that hold everywhere: distances,
// what is not done together, a time kept longer and then lost, conditions, the other ways to be received, agendas that
// do not answer. Each state is known to be the one that is meant.

import type { Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { card, choose, confirm, LAST, look as to, PASSPORT, requestOf, tell, times } from "./booking.ts";
import { goOn } from "./form.ts";
import type { Apart } from "./offices.ts";
import { act, open } from "./visit.ts";
import type { Look } from "./walk.ts";

/** What each language says. */
const WORDS = {
  fr: {
    apart: "Ces demandes ne se font pas dans un même rendez-vous",
    accepted: "En confirmant, vous acceptez ceci",
    phone: "Le service vous appelle au numéro que vous avez donné",
    video: "En visioconférence",
    home: "Une personne du service vient chez vous",
    known: "Horaires libres le",
    away: "Les rendez-vous ne peuvent pas être pris pour le moment",
    recorded: "Demande enregistrée",
  },
  ar: {
    apart: "لا يمكن القيام بهذه الأمور في موعد واحد",
    accepted: "بالتأكيد تقبلون ما يلي",
    phone: "تتصل بكم المصلحة على الرقم الذي أعطيتموه",
    video: "بمكالمة فيديو",
    home: "يأتي شخص من المصلحة إلى منزلكم",
    known: "الأوقات التي كانت متاحة بتاريخ",
    away: "لا يمكن حجز المواعيد حاليًا",
    recorded: "تم تسجيل الطلب",
  },
} as const;

/** Whose walk it is, and what is done on each state. */
export type Walk = { page: Page; apart: Apart; language: keyof typeof WORDS; look: Look };

const main = (page: Page) => page.locator("main");

/** Distances from an address that no street has, that several have, and of one of them. */
export async function nearby({ page, apart, language, look }: Walk): Promise<void> {
  const form = page.locator("#near-form");
  const from = async (address: string) => {
    await form.locator("[name=adresse]").fill(address);
    await act(page, () => form.locator("button").click());
    await expect(page.locator("#error-summary")).toBeFocused();
  };
  await to(page, apart, PASSPORT, language);
  await from("12 rue de Nulle-Part");
  await look("distances, unknown address");
  await from("lavoir");
  const streets = form.locator("input[type=radio]");
  await expect(streets).toHaveCount(2);
  await look("distances, several streets");
  await streets.nth(1).check();
  await act(page, () => form.locator("button").click());
  await expect(form.locator("a[href$='#lieux']"), "they are shown").toBeVisible();
  await look("distances");
  await to(page, apart, { ...PASSPORT, need: "aussi=pacs" }, language);
  await expect(main(page)).toContainText(WORDS[language].apart);
  await look("times, not together");
}

/** A time with conditions, kept longer on the form and then no more: another one is chosen. */
export async function kept({ page, apart, language, look }: Walk): Promise<void> {
  const [banner, lost] = [page.locator(".visit-banner"), page.locator("main .notice a[href*='/horaires']")];
  const longer = page.locator("button[form=step-form][value=hold]");
  await to(page, apart, { ...PASSPORT, kind: "pacs" }, language);
  await choose(page, LAST);
  await page.locator("[name=name]").fill("Zoé Martin");
  await apart.holdsEndSoon();
  await act(page, () => longer.click());
  await expect(banner).toBeVisible();
  await expect(longer, "once").toHaveCount(0);
  await look("step, time kept longer");
  // An address with a fragment would not be loaded again.
  const step = page.url().replace(/#.*/, "");
  await expect(async () => {
    await open(page, step);
    await expect(banner).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expect(lost).toBeVisible();
  await look("step, time lost");
  await tell(page, PASSPORT.answers);
  await expect(page.locator("#send-form")).toHaveCount(0);
  await look("review, time lost");
  await act(page, () => lost.click());
  await choose(page, LAST);
  await expect(page.locator("#send-form")).toBeVisible();
  await expect(main(page)).toContainText(WORDS[language].accepted);
  await look("review, with conditions");
}

/** Someone is called, seen by video or visited. */
export async function received({ page, apart, language, look }: Walk, mode: "phone" | "video" | "home"): Promise<void> {
  await to(page, apart, { ...PASSPORT, kind: "travailleur-social", need: `mode=${mode}` }, language);
  await expect(page.locator("select[name=lieu]"), "one goes nowhere").toHaveCount(0);
  if (mode === "phone") await look("times, by phone");
  await choose(page, LAST);
  await expect(page.locator(mode === "home" ? "[name='address.line1']" : "[name=phone]")).toBeVisible();
  await look(`step, ${mode}`);
  if (mode === "home") {
    await goOn(page);
    await expect(page.locator("#error-summary")).toBeFocused();
    await look("step, home, nothing typed");
  }
  await tell(page, PASSPORT.answers);
  await confirm(page);
  await open(page, requestOf(page));
  await expect(card(page)).toContainText(WORDS[language][mode]);
  await look(`request, ${mode}`);
}

/** The agendas do not answer: what was free is told if it is known, and one asks to be called. */
export async function away({ page, apart, language, look }: Walk): Promise<void> {
  const words = WORDS[language];
  await apart.officeGoesAway();
  await expect(async () => {
    await to(page, apart, PASSPORT, language);
    await expect(main(page)).toContainText(words.known, { timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expect(times(page)).toHaveCount(0);
  await look("times as they were known");
  await act(page, () => main(page).locator("a[href$='/etre-rappele']").first().click());
  await act(page, () => main(page).locator("form[method=post] button").first().click());
  await expect(page.locator("[name=moment]").first()).toBeVisible();
  await look("step, to be called");
  await tell(page, {});
  await act(page, () => page.locator("#send-form button").click());
  await expect(page.locator(".tracking-code")).toBeVisible();
  await look("receipt, to be called, not delivered");
  await open(page, requestOf(page));
  await expect(page.locator("h1")).toHaveText(words.recorded);
  await look("request, to be called, not delivered");
  // Nobody looked at these times.
  await to(page, apart, { ...PASSPORT, kind: "rencontre-maire" }, language);
  await expect(main(page)).toContainText(words.away);
  await expect(page.locator("#horaires")).toHaveCount(0);
  await look("times, away");
}
