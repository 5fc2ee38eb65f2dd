// After sending, with an agent at the other end: writing with a file, being answered, withdrawing.

import { expect, test } from "../fixtures.ts";
import { attach, goOn, PDF } from "../support/form.ts";
import { Apart } from "../support/offices.ts";
import { BIRTH } from "../support/procedures.ts";
import { followed, shows } from "../support/sent.ts";
import { act, expectNoSidewaysScroll, open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 180_000 });

for (const window of WINDOWS)
  test(`a resident writes to the service, is answered, and withdraws, ${window.width} px`, async ({ page }) => {
    await page.setViewportSize(window);
    const apart = new Apart();
    try {
      await apart.open();
      const number = await followed(page, apart, BIRTH);
      const request = page.url();
      await expect(page.locator("main")).toContainText("Quand aurez-vous une réponse");
      await expectNoSidewaysScroll(page);

      await act(page, () => page.locator("main a[href$='/messages']").first().click());
      await goOn(page);
      await expect(page.locator("#error-summary"), "an empty message is refused").toBeFocused();
      await page.locator("#f-text").fill("Il manque le nom de ma mère.");
      await attach(page, "files", PDF);
      await expect(page.locator("#f-text"), "what was typed is kept").toHaveValue("Il manque le nom de ma mère.");
      await expectNoSidewaysScroll(page, "message with a file");
      await goOn(page);
      await expect(page.locator("main")).toContainText("Votre message est enregistré");
      await expect(page.locator(".thread__message")).toHaveCount(1);
      await expect(page.locator("#f-text")).toHaveValue("");
      await expectNoSidewaysScroll(page, "message sent");

      await expect(async () => expect(await apart.agent("show", number)).toContain("Il manque le nom")).toPass();
      await apart.agent("write", number, "--text", "Merci, c’est noté.", "--agent", "Nadia");
      await open(page, request);
      await shows(page, "Reçue par le service", "1 nouveau message du service");
      await act(page, () => page.locator(".notice a").click());
      await expect(page.locator(".thread__message")).toHaveCount(2);
      await expect(page.locator(".thread__message").first()).toContainText("Lu par le service");
      await expect(page.locator(".thread__message").last()).toContainText("Merci, c’est noté.");
      await expect(page.locator("main")).not.toContainText("Nadia");

      await open(page, request);
      await expect(page.locator("main")).not.toContainText("nouveau message");
      await act(page, () => page.locator("main a[href$='/dossier']").click());
      await expect(page.locator(".paper")).toContainText("Merci, c’est noté.");
      await expectNoSidewaysScroll(page, "whole record");
      for (const kind of ["pdf", "json"]) {
        const download = page.waitForEvent("download");
        await page.locator(`main a[href$='/dossier.${kind}']`).click();
        expect((await download).suggestedFilename()).toBe(`demande-${number}.${kind}`);
      }
      await open(page, request);
      await act(page, () => page.locator("main a[href$='/retrait']").click());
      await expectNoSidewaysScroll(page, "withdrawal");
      await goOn(page);
      await expect(page.locator("main")).toContainText("Votre retrait est enregistré");
      await shows(page, "Retirée à votre demande", "Ce qui s’est passé");
      expect(await apart.agent("show", number)).toContain("withdrawn");
    } finally {
      await apart.close();
    }
  });
