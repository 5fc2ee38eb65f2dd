// The three engines on what only an agent can bring about: a demand, a refused document, a decision.

import { expect, test } from "../fixtures.ts";
import { attach, formOf, goOn, PDF } from "../support/form.ts";
import { inspection } from "../support/inspection.ts";
import { Apart } from "../support/offices.ts";
import { BIRTH } from "../support/procedures.ts";
import { followed, shows } from "../support/sent.ts";
import { act, open } from "../support/visit.ts";

// The engines are scripts that the portal's policy would rightly refuse.
test.use({ bypassCSP: true });
test.describe.configure({ timeout: 240_000 });

test("everyone can answer a demand and read a decision", async ({ page }) => {
  const { look, verdict } = inspection(page);
  const apart = new Apart();
  try {
    await apart.open();
    const number = await followed(page, apart, BIRTH);
    const request = page.url();
    await apart.agent(
      ...["ask", number, "--agent", "Nadia", "--due", "2099-12-31", "--language", "fr", "--text", "Il manque deux choses."],
      ...["--wrong", "copies:outdated:Deux au plus.", "--document", "Justificatif:Pour vérifier.:Facture;Quittance"],
    );
    await shows(page, "Le service vous demande une information", "Deux au plus.");
    await look("demand");
    await act(page, () => page.locator("main form[action$='/correction'] button").first().click());
    await look("correction, nothing changed");
    await open(page, `${request}/documents`);
    await look("documents");
    await goOn(page);
    await look("documents, none chosen");
    const key = (await formOf(page).locator("input[type=file]").getAttribute("name")) ?? "";
    await attach(page, key, PDF);
    await look("documents, one attached");
    await goOn(page);
    await look("documents given");
    await expect(async () => expect(await apart.agent("show", number)).toContain("given")).toPass();
    await apart.agent("refuse", number, key, "--reason", "Illisible.", "--agent", "Nadia");
    await open(page, request);
    await shows(page, "Le service vous demande une information", "Justificatif");
    await open(page, `${request}/documents`);
    await expect(page.locator("main")).toContainText("Illisible.");
    await look("documents, one refused");
    await apart.agent("close", number, "--outcome", "rejected", "--reason", "Introuvable.", "--agent", "Nadia");
    await open(page, request);
    await shows(page, "Refusée", "Si vous n’êtes pas d’accord");
    await look("refusal");
    await open(page, `${request}/dossier`);
    await look("whole record of a refusal");
  } finally {
    await apart.close();
  }
  verdict();
});
