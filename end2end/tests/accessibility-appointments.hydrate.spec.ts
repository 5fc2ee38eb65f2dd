// The three engines on each page on the way to an appointment, with its accidents, and on what becomes of it.

import { expect, test } from "../fixtures.ts";
import { card, choose, confirm, FAMILY, LAST, look as to, nextWeek, PASSPORT, requestOf, tell, times } from "../support/booking.ts";
import { goOn } from "../support/form.ts";
import { elsewhere } from "../support/hand-over.ts";
import { inspection } from "../support/inspection.ts";
import { Apart } from "../support/offices.ts";
import { act, open } from "../support/visit.ts";

// The engines are scripts that the portal's policy would rightly refuse.
test.use({ bypassCSP: true });
test.describe.configure({ timeout: 300_000 });

for (const language of ["fr", "ar"])
  test(`everyone can use the way to an appointment, ${language}`, async ({ page, browser, wasm }) => {
    const { look, verdict } = inspection(page);
    const apart = new Apart();
    try {
      await apart.open();
      const visits = `${apart.origin}/${language}/rendez-vous`;
      await open(page, visits);
      await look("kinds");
      for (const [kind, state] of [
        [PASSPORT.kind, "need"],
        ["travailleur-social", "need, several ways"],
      ]) {
        await open(page, `${visits}/${kind}`);
        for (const summary of await page.locator("main details summary").all()) await summary.click();
        await look(state);
      }
      await to(page, apart, FAMILY, language);
      await look("times");
      await open(page, `${visits}/atelier-ordinateur/horaires`);
      await look("times of a group");
      await open(page, `${visits}/travailleur-social/horaires?moment=evening`);
      await expect(page.locator("#semaine"), "no week is shown").toHaveCount(0);
      await look("times, none");
      await open(page, `${visits}/${PASSPORT.kind}/horaires?personnes=7`);
      await look("times, too many people");

      await open(page, `${visits}/travailleur-social/horaires`);
      const slot = (await times(page).first().getAttribute("value")) ?? "";
      const context = await elsewhere(browser, wasm);
      try {
        const other = await context.newPage();
        await to(other, apart, { ...PASSPORT, kind: "travailleur-social" }, language);
        await act(other, () => other.locator(`button[value="${slot}"]`).first().click());
      } finally {
        await context.close();
      }
      await act(page, () => times(page).first().click());
      await expect(page.locator("#error-summary")).toBeFocused();
      await look("times, one taken");

      await to(page, apart, PASSPORT, language);
      await nextWeek(page);
      await choose(page, LAST);
      await look("step with a time");
      await goOn(page);
      await expect(page.locator("#error-summary")).toBeFocused();
      await look("step with a time, nothing typed");
      const draft = page.url().replace(/\/etapes\/.*/, "");
      await open(page, `${draft}/horaires`);
      await look("other times for a draft");
      await open(page, `${draft}/etapes/coordonnees`);
      await tell(page, PASSPORT.answers);
      await look("review");
      await confirm(page);
      await look("receipt");
      const request = requestOf(page);
      await open(page, request);
      await look("request");
      await open(page, `${request}/horaires`);
      await look("moving");
      // A time of the next hours could not be changed again.
      await nextWeek(page);
      await choose(page, LAST);
      await look("moved");
      await open(page, `${request}/personnes`);
      await look("more people");
      await act(page, () => page.locator("#step-form button").click());
      await expect(page.locator("#error-summary")).toBeFocused();
      await look("more people, the same number");
      await open(page, `${request}/personnes/horaires?personnes=6&documents=6`);
      await look("times for more people");
      await open(page, `${request}/retrait`);
      await look("cancelling");
      await goOn(page);
      await look("cancelled");

      await to(page, apart, PASSPORT, language);
      await choose(page);
      await tell(page, PASSPORT.answers);
      await confirm(page);
      await open(page, requestOf(page));
      const before = await page.locator("h1").innerText();
      const number = /\d{4}-\d{6}/.exec(await page.locator("main").innerText())?.[0] ?? "";
      await apart.agent("agenda", "cancel", number, "--text", "Une panne.", "--agent", "Nadia");
      await expect(async () => {
        await page.reload();
        await expect(page.locator("h1")).not.toHaveText(before, { timeout: 500 });
        await expect(card(page).locator("a.button")).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: 60_000 });
      await look("cancelled by the service");
      await act(page, () => card(page).locator("a[href$='/horaires']").click());
      await look("choosing again");
    } finally {
      await apart.close();
    }
    verdict();
  });
