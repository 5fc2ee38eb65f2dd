// The three engines on each page of an opinion and of what is published.

import { expect, test } from "../fixtures.ts";
import { formOf } from "../support/form.ts";
import { inspection } from "../support/inspection.ts";
import { Apart } from "../support/offices.ts";
import { atTheHall, finish, manySay, say } from "../support/opinions.ts";
import { BIRTH } from "../support/procedures.ts";
import { send } from "../support/sent.ts";
import { act, open } from "../support/visit.ts";

// The engines are scripts that the portal's policy would rightly refuse.
test.use({ bypassCSP: true });
test.describe.configure({ timeout: 300_000 });

for (const language of ["fr", "ar"])
  test(`everyone can say how it went and read what others said, ${language}`, async ({ page }) => {
    const { look, verdict } = inspection(page);
    const apart = new Apart();
    try {
      await apart.open();
      await open(page, `${apart.origin}/${language}/qualite`);
      await look("quality, nothing published");
      await send(page, apart, BIRTH, language);
      await look("receipt with the question");
      await act(page, () => page.locator("main a[href*='/votre-avis/']").click());
      const first = page.url();
      await look("first question");
      await say(page, "best");
      for (const box of await formOf(page).locator("[name=help]").all()) await box.check();
      await look("more, every question shown");
      await act(page, () => formOf(page).locator("button[value=send]").click());
      await formOf(page).locator("[name=comment]").fill("lea@example.org");
      await formOf(page).locator("[name=call_back]").fill("12");
      await act(page, () => formOf(page).locator("button[value=send]").click());
      await expect(page.locator("#error-summary")).toBeFocused();
      await look("a number that is none");
      await formOf(page).locator("[name=call_back]").fill("");
      await act(page, () => formOf(page).locator("button[value=send]").click());
      await expect(page.locator("#error-summary")).toBeFocused();
      await look("personal data");
      await act(page, () => formOf(page).locator("button[value=sure]").click());
      await look("thanks");
      await open(page, first);
      await look("given already");
      await atTheHall(page, apart, language);
      await look("first question at a place");
      await say(page, "middle");
      await finish(page);
      await manySay(page, apart);
      await expect(async () => {
        await open(page, `${apart.origin}/${language}/qualite/lieux/mairie`);
        await expect(page.locator("main .lead")).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: 90_000 });
      await look("quality of a place");
      await open(page, `${apart.origin}/${language}/qualite`);
      await look("quality of the authority");
      verdict();
    } finally {
      await apart.close();
    }
  });
