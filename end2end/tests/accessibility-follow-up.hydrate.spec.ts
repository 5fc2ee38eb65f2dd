// The three engines on what happens around a request: how one is told, a correction of one's own, news on an open page,
// guests, a form that comes too late, a grant, the warning before the end, and the end.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../fixtures.ts";
import { Access, dialog, sent } from "../support/access.ts";
import { fill, formOf, goOn, PDF } from "../support/form.ts";
import { elsewhere, handOver, takeUp } from "../support/hand-over.ts";
import { inspection } from "../support/inspection.ts";
import { Apart } from "../support/offices.ts";
import { Posts } from "../support/posts.ts";
import { BIRTH } from "../support/procedures.ts";
import { comes, delivered, send } from "../support/sent.ts";
import { act, open } from "../support/visit.ts";

// The engines are scripts that the portal's policy would rightly refuse.
test.use({ bypassCSP: true });
test.describe.configure({ timeout: 240_000 });

/** The portal reads what changed in the office every ten seconds. */
const NEWS = { timeout: 60_000 };

test("everyone can use what surrounds a request", async ({ page, browser, wasm }) => {
  const { look, verdict } = inspection(page);
  const [apart, posts] = [new Apart(), new Posts()];
  try {
    await apart.open(await posts.open(apart.folder));
    const code = await send(page, apart, BIRTH);
    const number = await delivered(page, apart);
    const request = page.url().replace(/\/recepisse.*/, "");

    await open(page, `${request}/avis`);
    await look("notices");
    await fill(page, { way: "sms", email: "", phone: "02 61 91 00 10" });
    await goOn(page);
    await expect(page.locator("#error-summary")).toBeFocused();
    await look("notices, a phone without text messages");
    await fill(page, { way: "email", email: "refused@example.org", phone: "" });
    await goOn(page);
    await look("notices, chosen");

    await act(page, () => page.locator("main form[action$='/correction'] button").click());
    await look("correction of one's own, nothing changed");
    await act(page, () => page.locator(".summary a[href*='/etapes/document']").click());
    await look("correction of one's own, a step");
    await formOf(page).locator("[name=copies]").fill("1");
    await goOn(page);
    await look("correction of one's own, one answer changed");
    await act(page, () => page.locator("#send-form button").click());
    await look("correction of one's own, sent");

    await open(page, request);
    await apart.agent("write", number, "--text", "Bonjour.", "--agent", "Nadia");
    await expect(page.locator("#live-news"), "something is new").toBeVisible(NEWS);
    await look("news on an open page");
    await open(page, `${request}/messages`);
    await apart.agent("write", number, "--text", "Une précision.", "--agent", "Nadia");
    await expect(page.locator("#live-news")).toBeVisible(NEWS);
    await look("news beside a form");
    await open(page, request);
    await comes(page, "main :text('Nous n’arrivons pas à vous prévenir')");
    await look("nobody can be told");

    for (const scope of ["read", "act"] as const) {
      await open(page, request);
      const gift = await handOver(page, { purpose: "helper", scope, life: "hour" });
      const context = await elsewhere(browser, wasm);
      try {
        const guest = await context.newPage();
        await takeUp(guest, gift, apart.origin);
        await look(`request, a guest who may ${scope}`, guest);
        await open(guest, `${request}/messages`);
        await look(`messages, a guest who may ${scope}`, guest);
        if (scope === "act") continue;
        await open(guest, `${request}/retrait`);
        await look("withdrawal, which guests have not", guest);
        await open(guest, `${apart.origin}/fr/terminer`);
        await look("leaving, a guest", guest);
      } finally {
        await context.close();
      }
    }

    await open(page, `${request}/messages`);
    await page.locator("#f-text").fill("Une très longue lettre.");
    await apart.endAccesses();
    await goOn(page);
    await look("what comes too late waits");
    await fill(page, { ...BIRTH.answers, code, proof: BIRTH.proof });
    await goOn(page);
    await expect(page.locator("#f-text")).toHaveValue("Une très longue lettre.");
    await look("what came too late is given back");

    const file = join(apart.folder, "acte.pdf");
    writeFileSync(file, PDF.buffer);
    const granted = ["--outcome", "accepted", "--reason", "Voici votre acte.", "--basis", "Code civil, article 101-1"];
    await apart.agent("close", number, ...granted, "--file", `${file}:Copie intégrale:2099-12-31`, "--agent", "Nadia");
    await open(page, request);
    await comes(page, "#decision");
    await look("grant with a document");
    await open(page, `${request}/dossier`);
    await look("whole record of a grant");
  } finally {
    await apart.close();
    posts.close();
  }
  verdict();
});

test("everyone can use the warning before the end, and the end", async ({ page }) => {
  const { look, verdict } = inspection(page);
  const request = await sent(page);
  const access = new Access();
  await access.answerFor(page);
  await page.clock.install();
  await open(page, request);
  await access.comesTo(page, 110);
  await expect(dialog(page)).toBeVisible();
  await look("warning before the end");
  await access.comesTo(page, 20);
  await page.clock.runFor(200);
  await expect(dialog(page).getByRole("alert")).not.toBeEmpty();
  await look("warning before the end, last reminder");
  await page.keyboard.press("Escape");
  await page.unrouteAll();

  await open(page, "/fr/terminer");
  await look("leaving");
  await act(page, () => page.getByRole("button", { name: "J’ai terminé" }).click());
  await expect(page.locator("main h1")).toHaveText("Tout est effacé");
  await look("everything is erased");
  await open(page, request);
  await expect(page.locator("main h1")).toHaveText("Page introuvable ou accès terminé");
  await look("request whose access ended");
  verdict();
});
