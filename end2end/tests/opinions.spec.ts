// Residents say how it went: after a request, at a place; they are asked once, and many of them make public figures.

import { expect, test } from "../fixtures.ts";
import { formOf } from "../support/form.ts";
import { Apart } from "../support/offices.ts";
import { atTheHall, finish, manySay, say, TOGETHER } from "../support/opinions.ts";
import { BIRTH } from "../support/procedures.ts";
import { comes, delivered, send, SHARED } from "../support/sent.ts";
import { expected } from "../support/turn.ts";
import { act, expectNoSidewaysScroll, isLive, LANGUAGES, type Language, open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 120_000 });

/** What the pages say. */
const WORDS = {
  fr: { kept: "Votre réponse est enregistrée", personal: "information personnelle", thanks: "Merci de votre avis", given: "déjà" },
  ar: { kept: "تم حفظ إجابتكم", personal: "معلومات شخصية", thanks: "شكرًا لكم على رأيكم", given: "من قبل" },
} as const;

for (const window of WINDOWS)
  for (const language of Object.keys(LANGUAGES) as Language[])
    test.describe(`${window.width} px, ${language}`, () => {
      test.use({ viewport: window });

      test("a resident says how their request went, and more, once", async ({ page }) => {
        const words = WORDS[language];
        await send(page, SHARED, BIRTH, language);
        const link = page.locator("main a[href*='/votre-avis/']");
        await act(page, () => link.click());
        await expect(page.locator("html")).toHaveAttribute("dir", LANGUAGES[language].dir);
        const first = page.url();
        await expect(formOf(page).locator("input[type=radio]")).toHaveCount(5);
        await expectNoSidewaysScroll(page, "first question");
        await say(page, "good");
        await expect(page.locator("main")).toContainText(words.kept);
        await expectNoSidewaysScroll(page, "more");
        const reached = formOf(page).locator("[name=reached_by_phone][value=no]");
        await formOf(page).locator("[name=help][value=phone]").check();
        // Alone it comes at once; otherwise with the same page, once it is saved.
        if (!isLive()) await act(page, () => formOf(page).locator("button[value=send]").click());
        await reached.check();
        await act(page, () => formOf(page).locator("button[value=send]").click());
        await formOf(page).locator("[name=comment]").fill("Appelez le 02 61 91 00 10");
        await act(page, () => formOf(page).locator("button[value=send]").click());
        await expect(page.locator("#error-summary")).toBeFocused();
        await expect(page.locator("#error-summary")).toContainText(words.personal);
        await expectNoSidewaysScroll(page, "personal data");
        await expect(formOf(page).locator("[name=comment]")).toHaveValue("Appelez le 02 61 91 00 10");
        await formOf(page).locator("[name=comment]").fill("Le formulaire est long.");
        await act(page, () => formOf(page).locator("button[value=send]").click());
        await expect(page.locator("h1")).toHaveText(words.thanks);
        await expectNoSidewaysScroll(page, "thanks");
        await open(page, first);
        await expect(page.locator("h1")).toContainText(words.given);
        await expectNoSidewaysScroll(page, "given already");
      });
    });

for (const language of Object.keys(LANGUAGES) as Language[])
  test(`whoever was received says how it went, once, ${language}`, async ({ page }) => {
    const apart = new Apart();
    try {
      const request = await expected(page, apart, language);
      const number = await delivered(page, apart);
      await open(page, request);
      await expect(page.locator("main a[href*='/votre-avis/']"), "it is not over").toHaveCount(0);
      await apart.pastVisit(number);
      await comes(page, "main a[href*='/votre-avis/rendez-vous']");
      await act(page, () => page.locator("main a[href*='/votre-avis/rendez-vous']").click());
      const first = page.url();
      await say(page, "good");
      await finish(page);
      await open(page, first);
      await expect(page.locator("h1")).toContainText(WORDS[language].given);
    } finally {
      await apart.close();
    }
  });

test("what many say at a place becomes public, and is downloaded", async ({ page }) => {
  const apart = new Apart();
  try {
    await apart.open();
    const quality = `${apart.origin}/fr/qualite/lieux/mairie`;
    await atTheHall(page, apart);
    await expect(page.locator("main")).toContainText("Mairie");
    await manySay(page, apart);
    await expect(async () => {
      await open(page, quality);
      await expect(page.locator("main .lead")).toHaveText(/73\s%/, { timeout: 500 });
    }).toPass({ timeout: 90_000 });
    await expect(page.locator("table.figure-table").first()).toContainText("Très bien");
    await expect(page.getByRole("img", { name: /Bien ou très bien\s: 73\s%/ })).toBeVisible();
    const read = await apart.agent("opinions", "--place", "mairie");
    expect(read.match(/place mairie/g)).toHaveLength(TOGETHER);
    const download = page.waitForEvent("download");
    await page.locator("main a[href$='.csv']").click();
    expect((await download).suggestedFilename()).toBe("qualite.csv");
    const figures = await (await page.request.get(`${quality}/donnees.json`)).json();
    const people = figures.totals.map(({ count }: { count: number }) => count);
    expect(people.reduce((all: number, one: number) => all + one, 0)).toBe(TOGETHER);
  } finally {
    await apart.close();
  }
});

test("whoever has nothing more to say stops after one question", async ({ page }) => {
  await atTheHall(page, SHARED);
  await say(page, "worst");
  const more = page.url();
  await finish(page);
  await open(page, more);
  await expect(page.locator("h1")).toContainText("déjà");
});
