// The back office as another process, reached over HTTP with a token: the resident sees no difference, and sees what
// an agent does there.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { addItem, complete, fill, goOn, stepOf } from "../support/form.ts";
import { Apart } from "../support/offices.ts";
import { ALL, type Business, CHILDREN } from "../support/procedures.ts";
import { act, open } from "../support/visit.ts";

test.describe.configure({ timeout: 180_000 });

for (const business of ALL)
  test(`${business.id}: a request goes to another office and its answer comes back`, async ({ page }) => {
    const apart = new Apart();
    try {
      await apart.open();
      const code = await send(page, apart, business);
      const number = await delivered(page, apart);

      await page.context().clearCookies();
      await follow(page, apart, business, code);
      await expect(page.locator("h1")).toHaveText("Reçue par le service");

      await apart.agent("take", number, "--agent", "Nadia");
      await apart.agent("write", number, "--text", "Nous lisons votre demande.");
      await shows(page, "En cours d’examen", "Nous lisons votre demande.");
      await apart.agent("close", number, "--outcome", "accepted", "--reason", "C’est d’accord.");
      await shows(page, "Acceptée", "C’est d’accord.");
      await expect(page.locator("main")).not.toContainText("Nadia");
    } finally {
      await apart.close();
    }
  });

/** From the page of the procedure to the receipt, which stays shown. Gives the tracking code. */
async function send(page: Page, { origin }: Apart, { id, answers }: Business): Promise<string> {
  await open(page, `${origin}/fr/demarches/${id}`);
  await act(page, () => page.locator("main form button").click());
  while (stepOf(page)) {
    if (await page.locator("#liste").count()) {
      await addItem(page, CHILDREN[0]);
      await goOn(page);
    } else await complete(page, answers);
  }
  await act(page, () => page.locator("#send-form button").click());
  return page.locator(".tracking-code").innerText();
}

/** The outbox delivers by itself. Gives the number that the other office has given, which the receipt shows. */
async function delivered(page: Page, apart: Apart): Promise<string> {
  const receipt = page.url();
  await expect(async () => {
    await open(page, receipt);
    await expect(page.locator("main")).toContainText("Reçue par le service le", { timeout: 500 });
  }).toPass({ timeout: 30_000 });
  const number = /\d{4}-\d{6}/.exec(await apart.agent("list"))?.[0] ?? "";
  expect(number).not.toBe("");
  await expect(page.locator("main")).toContainText(number);
  return number;
}

/** Without JavaScript the question about the proof comes with the second page. */
async function follow(page: Page, { origin }: Apart, { answers, proof }: Business, code: string): Promise<void> {
  await open(page, `${origin}/fr/suivi`);
  for (let round = 0; round < 2 && page.url().endsWith("/suivi"); round += 1) {
    await fill(page, { ...answers, code, proof });
    await goOn(page);
  }
  await expect(page).toHaveURL(/\/demandes\/[^/]+$/);
}

async function shows(page: Page, state: string, words: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.locator("h1")).toHaveText(state, { timeout: 500 });
    await expect(page.locator("main")).toContainText(words, { timeout: 500 });
  }).toPass({ timeout: 60_000 });
}
