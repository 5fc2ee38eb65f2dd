// The warning before an access ends: what is said and when, one key to stay, other tabs, what is typed, the end.

import { expect, test } from "../fixtures.ts";
import { open } from "../hydrated.ts";
import { Access, dialog, sent } from "../support/access.ts";

test("a reader is warned at two minutes, one minute and twenty seconds, and stays with one key", async ({ page }) => {
  const request = await sent(page);
  const access = new Access();
  await access.answerFor(page);
  await page.clock.install();
  await open(page, request);
  const title = await page.title();
  const read = page.locator("main a[href$='/messages']").first();
  await read.focus();

  await access.comesTo(page, 200);
  await expect(dialog(page), "not yet").toBeHidden();
  await access.comesTo(page, 121);
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page)).toHaveAccessibleDescription(/^Cette page se ferme dans 2 minutes\./);
  const stay = dialog(page).getByRole("button", { name: "Garder la page ouverte" });
  await expect(stay, "the safe action takes the focus").toBeFocused();
  await expect(stay).toHaveAccessibleDescription(/2 minutes/);
  await expect(page).toHaveTitle(`Cette page va se fermer – ${title}`);
  const alert = dialog(page).getByRole("alert");
  await expect(alert).toHaveText("");
  await access.comesTo(page, 60);
  await page.clock.runFor(200);
  await expect(alert).toHaveText("Cette page se ferme dans 1 minute.");
  await access.comesTo(page, 20);
  await page.clock.runFor(200);
  await expect(alert).toHaveText("Cette page se ferme dans 20 secondes.");

  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  expect(access.prolonged).toBe(1);
  await expect(page).toHaveTitle(title);
  await expect(read, "the focus is where it was").toBeFocused();
  await expect(page.locator("#live")).toHaveText("La page reste ouverte 30 minutes de plus.");
});

test("tabs of one browser agree: staying in one closes the warning in the other", async ({ page, context }) => {
  const request = await sent(page);
  const other = await context.newPage();
  const access = new Access();
  for (const tab of [page, other]) {
    await access.answerFor(tab);
    await tab.clock.install();
    await open(tab, request);
    await access.comesTo(tab, 110);
    await expect(dialog(tab)).toBeVisible();
  }
  await dialog(page).getByRole("button", { name: "Garder la page ouverte" }).click();
  await expect(dialog(page)).toBeHidden();
  await other.clock.fastForward(60_000);
  await expect(dialog(other)).toBeHidden();
  expect(access.prolonged).toBe(1);
});

test("without an answer what is typed is kept, and the page goes", async ({ page }) => {
  const request = await sent(page);
  const access = new Access();
  await access.answerFor(page);
  await page.clock.install();
  await open(page, `${request}/messages`);
  await page.locator("#f-text").fill("Une longue lettre");
  await access.comesTo(page, 20);
  await expect(dialog(page)).toBeVisible();
  const kept = page.waitForRequest((asked) => asked.method() === "POST" && asked.url().includes("/messages"));
  await access.comesTo(page, 4);
  expect((await kept).postData()).toContain("Une longue lettre");
  // Kept for sure before the page goes.
  await expect(async () => {
    const thread = await page.request.get(`${request}/messages`);
    expect(await thread.text()).toContain("Une longue lettre");
  }).toPass();
  const gone = page.waitForURL(request);
  await access.comesTo(page, 0);
  await gone;
  await page.unrouteAll();
  await open(page, `${request}/messages`);
  await expect(page.locator("#f-text")).toHaveValue("Une longue lettre");
  await expect(page.locator(".thread__message"), "nothing was sent").toHaveCount(0);
});

test("who is done in one tab leaves nothing to read in another", async ({ page, context, complaints }) => {
  const request = await sent(page);
  await open(page, request);
  const other = await context.newPage();
  await other.goto("/fr/terminer");
  await other.getByRole("button", { name: "J’ai terminé" }).click();
  await expect(other.locator("main h1")).toHaveText("Tout est effacé");
  await expect(page.locator("main h1")).toHaveText("Page introuvable ou accès terminé", { timeout: 30_000 });
  await expect(page.locator("main")).not.toContainText("acte de naissance");
  complaints.length = 0;
});
