// A page left open, with an agent at the other end: it says what is new, moves nothing, and shows it when asked.

import { expect, test } from "../fixtures.ts";
import { countDocuments, menu, open, swap } from "../hydrated.ts";
import { Apart } from "../support/offices.ts";
import { BIRTH } from "../support/procedures.ts";
import { delivered, send } from "../support/sent.ts";
import { expectNoSidewaysScroll, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 180_000 });

/** The portal reads what changed in the office every ten seconds. */
const NEWS = { timeout: 60_000 };

for (const window of WINDOWS)
  test(`the service writes while a resident reads and writes, ${window.width} px`, async ({ page }) => {
    await page.setViewportSize(window);
    const apart = new Apart();
    try {
      await apart.open();
      await send(page, apart, BIRTH);
      const number = await delivered(page, apart);
      const request = page.url().replace(/\/recepisse.*/, "");
      const listening = page.waitForResponse((response) => response.url().includes("/evenements"));
      await open(page, request);
      expect((await listening).headers()["content-type"]).toBe("text/event-stream");
      const strip = page.locator("#live-news");
      await expect(strip).toBeHidden();

      const read = page.locator("main a[href$='/retrait']");
      await read.focus();
      const before = await read.boundingBox();
      await apart.agent("write", number, "--text", "Bonjour.", "--agent", "Nadia");
      await expect(page.locator("#live")).toHaveText(
        "1 nouveau message du service. Le bouton «\u00a0Afficher\u00a0» est à la fin de la page.",
        NEWS,
      );
      await expect(strip).toBeVisible();
      await expect(strip).toContainText("1 nouveau message du service.");
      await expect(read, "the focus stays").toBeFocused();
      expect(await read.boundingBox(), "nothing moves under the reader").toEqual(before);
      await expectNoSidewaysScroll(page, "news");

      const loads = countDocuments(page);
      await swap(page, () => strip.getByRole("link", { name: "Afficher" }).click());
      await expect(page.locator("main h1")).toBeFocused();
      await expect(page.locator(".notice").first()).toContainText("1 nouveau message du service");
      await expect(strip).toBeHidden();
      expect(loads(), "in place").toBe(0);

      await swap(page, () => page.locator(".notice a").first().click());
      await expect(page.locator(".thread__message")).toHaveCount(1);
      const text = page.locator("#f-text");
      await text.fill("Je commence à répondre");
      await apart.agent("write", number, "--text", "Une précision.", "--agent", "Nadia");
      await expect(strip).toBeVisible(NEWS);
      await expect(text, "the focus stays").toBeFocused();
      await strip.getByRole("button", { name: "Afficher" }).click();
      await expect(page.locator(".thread__message")).toHaveCount(2);
      await expect(text, "what was being typed is kept").toHaveValue("Je commence à répondre");
    } finally {
      await page.goto("about:blank");
      await apart.close();
    }
  });

test("a page holds its stream while it is seen, and lets it go when it is left", async ({ page }) => {
  const apart = new Apart();
  try {
    await apart.open();
    await send(page, apart, BIRTH);
    const request = page.url().replace(/\/recepisse.*/, "");
    const news = (found: { url(): string }) => found.url().includes("/evenements");
    // More often than one visitor may listen at once.
    for (let round = 0; round < 6; round += 1) {
      const listening = page.waitForResponse(news);
      await open(page, request);
      expect((await listening).status()).toBe(200);
      await swap(page, () => menu(page).getByRole("link", { name: "Aide" }).click());
    }
    const listening = page.waitForResponse(news);
    await swap(page, () => page.goBack());
    expect((await listening).status(), "it listens again after Back").toBe(200);
  } finally {
    await page.goto("about:blank");
    await apart.close();
  }
});
