// A town whose agents work in Request Tracker: a request sent in the portal becomes a ticket, they answer, ask and close
// in RT's own pages, and the resident follows it all in the portal.

import { existsSync } from "node:fs";
import { expect, test } from "../fixtures.ts";
import { claire } from "../support/claire.ts";
import { formOf, goOn } from "../support/form.ts";
import { WithRequestTracker } from "../support/offices.ts";
import { PROBLEM } from "../support/procedures.ts";
import { follow, send, shows } from "../support/sent.ts";
import { act, open } from "../support/visit.ts";

const installed = existsSync("/usr/share/request-tracker5/libexec/rt-server");
const REPORT = { ...PROBLEM, answers: { ...PROBLEM.answers, place: "12 rue du Lavoir" } };
test.describe.configure({ timeout: 240_000 });
test.skip(!installed && process.env.PARVIS_TEST_REQUIRE_RT !== "1", "Request Tracker is not installed");

test("agents answer, ask and decide in Request Tracker; the resident follows it in the portal", async ({ page, browser }) => {
  const town = new WithRequestTracker();
  try {
    await town.open();
    const code = await send(page, town, REPORT);
    const receipt = page.url();
    await expect(async () => {
      await open(page, receipt);
      await expect(page.locator("main")).toContainText("Reçue par le service le", { timeout: 500 });
    }).toPass({ timeout: 60_000 });
    const agent = await claire(browser, town.tracker);
    await agent.opens("Signaler un problème");
    await agent.reads(REPORT.answers.place);

    await page.context().clearCookies();
    await follow(page, town, REPORT, code);
    await expect(page.locator("h1")).toHaveText("Reçue par le service");
    await expect(page.locator("main")).toContainText(agent.number());
    const request = page.url();

    await agent.notes("Encore cette rue.");
    await agent.answers("Nous lisons votre signalement.", "open");
    await shows(page, "En cours d’examen", "nouveau message du service");
    await agent.answers("Quel est le numéro du lampadaire ?", "stalled");
    await shows(page, "Le service vous demande une information", "Quel est le numéro du lampadaire ?");
    await expect(page.locator("main")).not.toContainText("Claire");

    await act(page, () => page.getByRole("link", { name: "Répondre au service" }).click());
    await expect(page.locator("main")).toContainText("Nous lisons votre signalement.");
    await expect(page.locator("main")).not.toContainText("Encore cette rue.");
    await formOf(page).locator("[name=text]").fill("C’est le numéro 12.");
    await goOn(page);
    await expect(page.locator("main")).toContainText("C’est le numéro 12.");
    await open(page, request);
    await shows(page, "En cours d’examen", "Message de votre part");
    await agent.reads("C’est le numéro 12.");

    await agent.answers("La lampe est changée.", "resolved");
    await shows(page, "Acceptée", "La lampe est changée.");
    await expect(page.locator("main")).not.toContainText("Encore cette rue.");
    await agent.leaves();
  } finally {
    await town.close();
  }
});
