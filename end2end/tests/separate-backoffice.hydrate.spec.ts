// The back office as another process, reached over HTTP with a token: the resident sees no difference, and sees what
// an agent does there.

import { expect, test } from "../fixtures.ts";
import { complete, fill, goOn, stepOf } from "../support/form.ts";
import { Apart } from "../support/offices.ts";
import { BIRTH } from "../support/procedures.ts";
import { act, open } from "../support/visit.ts";

test("a request goes to another office and its answer comes back", async ({ page }) => {
  test.setTimeout(180_000);
  const apart = new Apart();
  try {
    await apart.open();
    await open(page, `${apart.origin}/fr/demarches/${BIRTH.id}`);
    await act(page, () => page.locator("main form button").click());
    while (stepOf(page)) await complete(page, BIRTH.answers);
    await act(page, () => page.locator("#send-form button").click());
    const code = await page.locator(".tracking-code").innerText();
    const receipt = page.url();

    // The outbox delivers by itself.
    await expect(async () => {
      await open(page, receipt);
      await expect(page.locator("main")).toContainText("Reçue par le service le", { timeout: 500 });
    }).toPass({ timeout: 30_000 });
    const number = /\d{4}-\d{6}/.exec(await apart.agent("list"))?.[0] ?? "";
    expect(number).not.toBe("");
    await expect(page.locator("main")).toContainText(number);

    await page.context().clearCookies();
    await open(page, `${apart.origin}/fr/suivi`);
    await fill(page, { ...BIRTH.answers, code, proof: BIRTH.proof });
    await goOn(page);
    await expect(page.locator("h1")).toHaveText("Reçue par le service");

    await apart.agent("take", number, "--agent", "Nadia");
    await apart.agent("write", number, "--text", "Nous cherchons votre acte.");
    await shows("En cours d’examen", "Nous cherchons votre acte.");
    await apart.agent("close", number, "--outcome", "accepted", "--reason", "L’acte part demain par courrier.");
    await shows("Acceptée", "L’acte part demain par courrier.");
    await expect(page.locator("main")).not.toContainText("Nadia");
  } finally {
    await apart.close();
  }

  async function shows(state: string, words: string): Promise<void> {
    await expect(async () => {
      await page.reload();
      await expect(page.locator("h1")).toHaveText(state, { timeout: 500 });
      await expect(page.locator("main")).toContainText(words, { timeout: 500 });
    }).toPass({ timeout: 60_000 });
  }
});
