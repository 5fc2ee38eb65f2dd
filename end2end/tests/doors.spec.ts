// Three ways to write, in browsers: one press about a page, a complaint about a request, help before anything when words tell
// of danger; the question by the link of a message.

import { expect, test } from "../fixtures.ts";
import { fill, formOf, goOn } from "../support/form.ts";
import { Apart } from "../support/offices.ts";
import { finish, say } from "../support/opinions.ts";
import { Posts } from "../support/posts.ts";
import { BIRTH } from "../support/procedures.ts";
import { delivered, grants, send, SHARED } from "../support/sent.ts";
import { act, expectNoSidewaysScroll, LANGUAGES, type Language, open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 120_000 });

const WORDS = {
  fr: { thanks: "Merci de votre avis", danger: "parlez à quelqu’un maintenant", later: "C’est noté", given: "déjà" },
  ar: { thanks: "شكرًا لكم على رأيكم", danger: "تحدثوا إلى شخص الآن", later: "تم تسجيل ذلك", given: "من قبل" },
} as const;

for (const window of WINDOWS)
  for (const language of Object.keys(LANGUAGES) as Language[])
    test.describe(`${window.width} px, ${language}`, () => {
      test.use({ viewport: window });

      test("a page is said to be clear in one press, or what was not understood is said", async ({ page }) => {
        const words = WORDS[language];
        await open(page, `/${language}/aide`);
        await expectNoSidewaysScroll(page, "the question");
        await act(page, () => page.locator(".page-clear button[value=yes]").click());
        await expect(page.locator("h1")).toHaveText(words.thanks);
        await open(page, `/${language}/demarches/acte-de-naissance`);
        await act(page, () => page.locator(".page-clear button[value=no]").click());
        await expect(page.locator("html")).toHaveAttribute("dir", LANGUAGES[language].dir);
        await expectNoSidewaysScroll(page, "what was not understood");
        await formOf(page).locator("[name=comment]").fill("Rien sur les horaires.");
        await act(page, () => formOf(page).locator("button[value=send]").click());
        await expect(page.locator("h1")).toHaveText(words.thanks);
      });

      test("words of danger lead first to those who help", async ({ page }) => {
        await open(page, `/${language}/nous-ecrire`);
        await expectNoSidewaysScroll(page, "ways to write");
        await expect(page.locator("main a[href='tel:112']")).toBeVisible();
        await act(page, () => page.locator("main a[href$='/poser-une-question']").click());
        await act(page, () => page.locator("main form button").click());
        const text = "Odeur de gaz dans la cour";
        await fill(page, { question: text });
        await goOn(page);
        await expect(page.locator("#error-summary")).toBeFocused();
        await expect(page.locator("#error-summary")).toContainText(WORDS[language].danger);
        await expect(page.locator("#error-summary a[href='tel:18']")).toBeVisible();
        await expectNoSidewaysScroll(page, "who helps");
        await expect(formOf(page).locator("[name=question]")).toHaveValue(text);
        await goOn(page);
        await expect(formOf(page).locator("[name=email]")).toBeVisible();
      });

      test("a complaint takes along the request that it is about", async ({ page }) => {
        const apart = new Apart();
        try {
          await apart.open();
          await send(page, apart, BIRTH, language);
          const number = await delivered(page, apart);
          await open(page, page.url().replace(/\/recepisse.*$/, ""));
          await act(page, () => page.locator("main a[href$='/reclamation']").click());
          await expectNoSidewaysScroll(page, "what goes along");
          await act(page, () => formOf(page).locator("button[value=carry]").click());
          await expect(formOf(page).locator("[name=request_number]")).toHaveValue(number);
          await fill(page, { about: "delay", facts: "Aucune nouvelle depuis trois mois." });
          await goOn(page);
          await fill(page, { name: "Rosalie Tilleul" });
          await goOn(page);
          await act(page, () => page.locator("#send-form button").click());
          await expect(page.locator(".tracking-code")).toBeVisible();
          await expectNoSidewaysScroll(page, "the complaint is recorded");
          await expect(async () => {
            expect(await apart.agent("list")).toContain("faire-une-reclamation");
          }).toPass({ timeout: 30_000 });
        } finally {
          await apart.close();
        }
      });
    });

for (const language of Object.keys(LANGUAGES) as Language[])
  test(`the message that tells of the answer asks how it went, once, ${language}`, async ({ page }) => {
    const [apart, posts] = [new Apart(), new Posts()];
    try {
      await apart.open(await posts.open(apart.folder));
      await send(page, apart, BIRTH, language);
      const number = await delivered(page, apart);
      await grants(apart, number);
      const address = `${apart.origin}${await posts.linkToOpinion()}`;
      await page.context().clearCookies();
      await open(page, address);
      await expect(page.locator("html")).toHaveAttribute("dir", LANGUAGES[language].dir);
      await act(page, () => page.locator("main button[value=later]").click());
      await expect(page.locator("main")).toContainText(WORDS[language].later);
      await say(page, "good");
      await finish(page);
      await open(page, address);
      await expect(formOf(page)).toHaveCount(0);
      await expect(page.locator("h1")).toContainText(WORDS[language].given);
    } finally {
      await posts.close();
      await apart.close();
    }
  });
