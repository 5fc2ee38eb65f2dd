// Following a request with nothing but a keyboard: opening it, writing, correcting, giving a document, handing over,
// reading a decision, withdrawing. Each stop shows where one is, nothing is hidden and nothing holds the focus.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { elsewhere } from "../support/hand-over.ts";
import { Keyboard } from "../support/keyboard.ts";
import { Apart } from "../support/offices.ts";
import { BIRTH, PROBLEM } from "../support/procedures.ts";
import { delivered, send, SHARED, shows } from "../support/sent.ts";
import { expectNoSidewaysScroll, isLive, open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 180_000 });

const main = (page: Page) => page.locator("main");

/** Changes one answer from the overview of a correction, and sends it. */
async function correct(keyboard: Keyboard, step: string, name: string, value: string): Promise<void> {
  const { page } = keyboard;
  await expect(main(page)).toContainText("Vous n’avez encore rien changé");
  await expectNoSidewaysScroll(page, "correction begun");
  await keyboard.follow(`/etapes/${step}`);
  await keyboard.complete({ [name]: value }, [name]);
  await expect(page.locator(".change-list ins")).toHaveText(value);
  await expectNoSidewaysScroll(page, "correction");
  await keyboard.push("the button that sends the correction", ({ form }) => form === "send-form");
  await expect(main(page)).toContainText("Votre correction est enregistrée");
}

for (const window of WINDOWS) {
  test.describe(`${window.width} px`, () => {
    test.use({ viewport: window });

    test("a resident answers a demand and reads a refusal with the keyboard only", async ({ page }, { project }) => {
      const apart = new Apart();
      try {
        await apart.open();
        const code = await send(page, apart, BIRTH);
        const number = await delivered(page, apart);
        await page.context().clearCookies();
        await apart.agent(
          ...["ask", number, "--agent", "Nadia", "--due", "2099-12-31", "--language", "fr"],
          ...["--wrong", "copies:incorrect:Deux au plus.", "--document", "Justificatif:Pour vérifier."],
        );

        const keyboard = new Keyboard(page);
        await open(page, `${apart.origin}/fr/suivi`);
        // Without JavaScript the question about the proof comes with the second page.
        for (let round = 0; round < (isLive() ? 1 : 2); round += 1)
          await keyboard.complete({ code, proof: BIRTH.proof });
        await expect(page).toHaveURL(/\/demandes\/[^/]+$/);
        const request = page.url();
        await shows(page, "Le service vous demande une information", "Deux au plus.");
        await expectNoSidewaysScroll(page, "demand");
        await keyboard.push("the button that begins a correction");
        await correct(keyboard, "document", "copies", "1");

        await open(page, request);
        await keyboard.follow("/documents");
        await expectNoSidewaysScroll(page, "documents");
        await keyboard.complete({});
        await expect(page.locator("#error-summary"), "nothing was chosen").toBeFocused();
        const key = (await page.locator("#step-form input[type=file]").getAttribute("name")) ?? "";
        await keyboard.complete({ [key]: "" });
        await expect(main(page)).toContainText("Vos documents sont enregistrés");

        await open(page, request);
        const decision = ["--outcome", "rejected", "--reason", "Acte introuvable."];
        await apart.agent("close", number, ...decision, "--agent", "Nadia");
        if (isLive()) {
          // The portal reads what changed in the office every ten seconds.
          await expect(page.locator("#live-news")).toBeVisible({ timeout: 60_000 });
          // The strip that tells it stays at the bottom of the window and hides nothing that has the focus.
          await keyboard.stops();
        }
        await shows(page, "Refusée", "Si vous n’êtes pas d’accord");
        await expectNoSidewaysScroll(page, "refusal");
        const links = main(page).locator("a:visible");
        const addresses = await links.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
        const stops = await keyboard.stops();
        expect(stops.map(({ href }) => href).filter(Boolean)).toEqual(expect.arrayContaining(addresses));
        console.log(`demand and refusal, keyboard only, ${project.name}, ${window.width} px: ${keyboard.keys} keys`);
      } finally {
        await apart.close();
      }
    });

    test("a resident does all one can with the keyboard only", async ({ page, browser, wasm }, { project }) => {
      await send(page, SHARED, PROBLEM);
      const request = page.url().replace(/\/recepisse.*/, "");
      await open(page, request);
      await shows(page, "Reçue par le service", "Ce qui s’est passé");
      const keyboard = new Keyboard(page);

      await keyboard.follow("/messages");
      await keyboard.complete({});
      await expect(page.locator("#error-summary"), "an empty message is refused").toBeFocused();
      await keyboard.tabTo("the fault", ({ href }) => href.startsWith("#"));
      expect((await keyboard.press("Enter")).name, "the fault leads to its field").toBe("text");
      await keyboard.complete({ text: "Le trou s’agrandit.", files: "" });
      await expect(main(page)).toContainText("Votre message est enregistré");
      await expectNoSidewaysScroll(page, "message sent");

      await open(page, request);
      await keyboard.follow("/avis");
      await expectNoSidewaysScroll(page, "notices");
      await keyboard.complete({ way: "nothing" });
      await expect(main(page)).toContainText("C’est fait");

      await keyboard.push("the button that begins a correction", ({ action }) => action.endsWith("/correction"));
      await correct(keyboard, "lieu", "place", "14 rue du Lavoir");

      await open(page, request);
      await keyboard.follow("/transmettre");
      await keyboard.complete({ purpose: "helper", scope: "act", life: "hour" });
      await expectNoSidewaysScroll(page, "code");
      const code = await page.locator(".hand-over-code__whole").innerText();
      const context = await elsewhere(browser, wasm);
      try {
        const other = new Keyboard(await context.newPage());
        await other.page.setViewportSize(window);
        await open(other.page, "/fr/suivi");
        await other.follow("/reprendre");
        await other.complete({ code });
        await expect(main(other.page)).toContainText("Vous êtes ici grâce à un code de reprise");
        await expectNoSidewaysScroll(other.page, "request handed over");
        await other.stops();
        console.log(`code taken up, keyboard only, ${project.name}, ${window.width} px: ${other.keys} keys`);
      } finally {
        await context.close();
      }

      await open(page, request);
      await keyboard.follow("/retrait");
      await expectNoSidewaysScroll(page, "withdrawal");
      await keyboard.complete({ reason: "C’est réparé." });
      await expect(main(page)).toContainText("Votre retrait est enregistré");
      console.log(`all about a request, keyboard only, ${project.name}, ${window.width} px: ${keyboard.keys} keys`);
    });
  });
}
