// "I am done" on a shared computer, three ways: what was there is gone, also for who goes back.

import { expect, test } from "../fixtures.ts";
import { complete, stepOf } from "../support/form.ts";
import { BIRTH, PROBLEM } from "../support/procedures.ts";
import { act, expectNoSidewaysScroll, open, WINDOWS } from "../support/visit.ts";

for (const window of WINDOWS)
  test(`a resident sends, begins something else, is done, and leaves nothing behind, ${window.width} px`, async ({ page }) => {
    await page.setViewportSize(window);
    await open(page, `/fr/demarches/${BIRTH.id}`);
    await act(page, () => page.locator("main form button").click());
    while (stepOf(page)) await complete(page, BIRTH.answers);
    await act(page, () => page.locator("#send-form button").click());
    const receipt = page.url();
    const request = receipt.replace(/\/recepisse.*/, "");
    await open(page, `/fr/demarches/${PROBLEM.id}`);
    await act(page, () => page.locator("main form button").click());
    const draft = page.url();

    await open(page, request);
    await expect(page.locator(".live-news__date")).toContainText(/^Situation au .* à \d+\sh\s\d\d\. Actualiser la page$/);
    await act(page, () => page.locator(".live-news__date a").click());
    await act(page, () => page.getByRole("link", { name: "J’ai terminé sur cet ordinateur" }).click());
    await expect(page.locator("main")).toContainText("Demander un acte de naissance");
    await expect(page.locator("main")).toContainText("Signaler un problème");
    await expect(page.getByRole("radio", { name: /^Les effacer/ })).toBeChecked();
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "J’ai terminé" }).click();
    await expect(page.locator("main h1")).toHaveText("Tout est effacé");
    expect(await page.context().cookies()).toEqual([]);

    await page.goBack();
    await expect(page.locator("main h1")).toBeVisible();
    await expect(page.locator("main"), "going back shows nothing").not.toContainText("Demander un acte");
    for (const address of [request, receipt, draft]) {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(404);
    }
    await open(page, "/fr");
    await expect(page.locator(".held-requests, .drafts")).toHaveCount(0);
  });
