// Going on in a second browser: a draft is finished and sent there, then the request is looked at there until its code
// is revoked.

import { expect, test } from "../fixtures.ts";
import { complete, stepOf } from "../support/form.ts";
import { elsewhere, handOver, takeUp } from "../support/hand-over.ts";
import { PROBLEM } from "../support/procedures.ts";
import { act, expectNoSidewaysScroll, open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 150_000 });

for (const window of WINDOWS)
  test(`a draft, then its request, go on in a second browser, ${window.width} px`, async ({ page, browser, wasm }) => {
    await page.setViewportSize(window);
    const context = await elsewhere(browser, wasm);
    try {
      const other = await context.newPage();
      await other.setViewportSize(window);

      await open(page, `/fr/demarches/${PROBLEM.id}`);
      await act(page, () => page.locator("main form button").click());
      await complete(page, PROBLEM.answers);
      const step = page.url();
      const code = await handOver(page, { purpose: "counter", life: "day" });
      expect(code).toMatch(/^[a-z]{6}-[a-z]{6}-[a-z]{6}$/);
      await expect(page.locator("svg.qr-code")).toBeVisible();
      await expectNoSidewaysScroll(page, "code");

      await takeUp(other, code.slice(0, -1));
      await expect(other.locator("#error-summary"), "a letter is missing").toContainText("18 lettres");
      await expectNoSidewaysScroll(other, "a slip in the code");
      await takeUp(other, code.toUpperCase().replaceAll("-", " "));
      await expect(other).toHaveURL(/\/verification$/);
      await expect(other.locator("main")).toContainText("Vous êtes ici grâce à un code de reprise");
      await expectNoSidewaysScroll(other, "shared draft");
      await open(other, step);
      while (stepOf(other)) await complete(other, PROBLEM.answers);
      await act(other, () => other.locator("#send-form button").click());
      await expect(other.locator("main")).toContainText("Le code de suivi est réservé");

      // Whose draft it was comes to the receipt with its code.
      await open(page, step.replace(/\/etapes\/.*/, "/verification"));
      await act(page, () => page.locator("main form button").click());
      await expect(page.locator(".tracking-code")).toBeVisible();
      await act(page, () => page.locator("main a[href*='/demandes/']").first().click());
      await expect(page.locator("main")).toContainText("1 code de reprise en cours. Utilisé 1 fois.");

      const look = await handOver(page, { purpose: "helper", scope: "read", life: "hour" });
      const helper = await elsewhere(browser, wasm);
      try {
        const third = await helper.newPage();
        await takeUp(third, look);
        await expect(third).toHaveURL(/\/demandes\/[^/]+$/);
        await expect(third.locator("main")).toContainText("Vous ne pouvez rien y changer");
        await expect(third.locator("main a[href$='/retrait']")).toHaveCount(0);
        await act(third, () => third.locator("main a[href$='/terminer']").first().click());
        await act(third, () => third.locator("#step-form button").click());
        await takeUp(third, look);
        await act(page, () => page.locator("main form[action*='/transmettre/'] button").click());
        await expect(page.locator("main")).toContainText("Le code est révoqué");
        await expectNoSidewaysScroll(page, "codes");
        await third.reload();
        await expect(third.locator("h1")).toHaveText("Page introuvable ou accès terminé");
        await takeUp(third, look);
        await expect(third.locator("#error-summary")).toContainText("Ce code n’ouvre rien");
      } finally {
        await helper.close();
      }
    } finally {
      await context.close();
    }
  });
