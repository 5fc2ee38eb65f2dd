// What the service asks for, answered in the browser: a correction, a document, then the decision.

import { expect, test } from "../fixtures.ts";
import { attach, formOf, goOn, PDF } from "../support/form.ts";
import { Apart } from "../support/offices.ts";
import { BIRTH } from "../support/procedures.ts";
import { followed, shows } from "../support/sent.ts";
import { act, expectNoSidewaysScroll, open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 180_000 });

for (const window of WINDOWS)
  test(`a resident corrects, gives a document and reads a refusal, ${window.width} px`, async ({ page }) => {
    await page.setViewportSize(window);
    const apart = new Apart();
    try {
      await apart.open();
      const number = await followed(page, apart, BIRTH);
      const request = page.url();

      await apart.agent(
        ...["ask", number, "--agent", "Nadia", "--due", "2099-12-31", "--language", "fr"],
        ...["--wrong", "copies:incorrect:Deux au plus.", "--document", "Justificatif:Pour vérifier.:Facture;Quittance"],
      );
      await shows(page, "Le service vous demande une information", "Deux au plus.");
      await expectNoSidewaysScroll(page, "demand");
      await act(page, () => page.locator("main form[action$='/correction'] button").first().click());
      await expect(page.locator("main")).toContainText("Vous n’avez encore rien changé");
      await expectNoSidewaysScroll(page, "correction begun");
      // The page whose summary shows the number of copies.
      const section = page.locator(".summary a[href*='/etapes/']");
      for (let rank = 0; rank < (await section.count()); rank += 1) {
        await act(page, () => section.nth(rank).click());
        if (await formOf(page).locator("[name=copies]").count()) break;
        await goOn(page);
      }
      await formOf(page).locator("[name=copies]").fill("1");
      await goOn(page);
      await expect(page.locator(".change-list ins")).toHaveText("1");
      await expectNoSidewaysScroll(page, "correction");
      await act(page, () => page.locator("#send-form button").click());
      await expect(page.locator("main")).toContainText("Votre correction est enregistrée");

      await open(page, request);
      await act(page, () => page.locator("main a[href$='/documents']").click());
      await expectNoSidewaysScroll(page, "documents");
      await goOn(page);
      await expect(page.locator("#error-summary"), "nothing was chosen").toBeFocused();
      const key = (await formOf(page).locator("input[type=file]").getAttribute("name")) ?? "";
      await attach(page, key, PDF);
      await expectNoSidewaysScroll(page, "documents, one attached");
      await goOn(page);
      await expect(page.locator("main")).toContainText("Vos documents sont enregistrés");
      await open(page, request);
      await shows(page, "En cours d’examen", "Votre correction du");
      expect(await apart.agent("show", number)).toContain("after:  1");

      await apart.agent("close", number, "--outcome", "rejected", "--reason", "Acte introuvable.", "--agent", "Nadia");
      await shows(page, "Refusée", "Si vous n’êtes pas d’accord");
      await expectNoSidewaysScroll(page, "decision");
      await expect(page.locator("main")).not.toContainText("Nadia");
    } finally {
      await apart.close();
    }
  });
