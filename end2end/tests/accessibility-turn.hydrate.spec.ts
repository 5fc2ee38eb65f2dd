// The three engines on the day of an appointment: being late, what can be changed no more, one's turn at its place
// until it took place, and the page of a place.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { inspection } from "../support/inspection.ts";
import { Apart } from "../support/offices.ts";
import { Posts } from "../support/posts.ts";
import { calls, expected, expectedByPhone } from "../support/turn.ts";
import { act, open } from "../support/visit.ts";
import type { Look } from "../support/walk.ts";

// The engines are scripts that the portal's policy would rightly refuse.
test.use({ bypassCSP: true });
test.describe.configure({ timeout: 300_000 });

/** What each language says. */
const WORDS = {
  fr: {
    late: "Le service est prévenu",
    notMoved: "Ce rendez-vous ne peut plus être déplacé ici",
    notCancelled: "Ce rendez-vous ne peut plus être annulé ici",
  },
  ar: {
    late: "تم إخبار المصلحة",
    notMoved: "لم يعد تغيير هذا الموعد ممكنًا هنا",
    notCancelled: "لم يعد إلغاء هذا الموعد ممكنًا هنا",
  },
} as const;
type Language = keyof typeof WORDS;

/** From the page of the request: one says to be late, and can change nothing any more. */
async function soon(page: Page, request: string, language: Language, look: Look): Promise<void> {
  const { late, notMoved, notCancelled } = WORDS[language];
  const main = page.locator("main");
  await act(page, () => page.locator("button[name=minutes]").first().click());
  await expect(main).toContainText(late);
  await look("late");
  for (const [path, words, state] of [
    ["horaires", notMoved, "moving, too late"],
    ["personnes", notMoved, "more people, too late"],
    ["retrait", notCancelled, "cancelling, too late"],
  ]) {
    await open(page, `${request}/${path}`);
    await expect(main).toContainText(words);
    await look(state);
  }
}

/** From the page that calls, in Arabic alone: nobody comes; called again and received; the end of the visit. */
async function after(page: Page, apart: Apart, request: string, look: Look): Promise<void> {
  const ticket = await page.locator(".turn__ticket").innerText();
  const turn = async (words: string, state: string) => {
    await open(page, `${request}/tour`);
    await expect(page.locator(".turn__words")).toHaveText(words);
    await look(state);
  };
  const stands = async (words: string, state: string) => {
    await open(page, request);
    await expect(page.locator("h1")).toHaveText(words);
    await look(state);
  };
  await apart.agent("agenda", "absent", ticket, "--agent", "Nadia");
  await turn("ناديناكم ولم نجدكم. أخبروا الاستقبال وسنناديكم من جديد.", "called, not seen");
  await stands("فات الموعد", "request, missed");
  await calls(apart, ticket);
  await apart.agent("agenda", "serve", ticket, "--agent", "Nadia");
  await turn("موظف يستقبلكم الآن.", "received");
  await apart.agent("agenda", "finish", ticket, "--agent", "Nadia");
  await turn("انتهى موعدكم. شكرًا لزيارتكم.", "visit over");
  await stands("انتهى الموعد", "request, attended");
}

for (const language of ["fr", "ar"] as const)
  test(`everyone can see their turn come, ${language}`, async ({ page }) => {
    const { look, verdict } = inspection(page);
    const apart = new Apart();
    try {
      const request = await expected(page, apart, language);
      await open(page, request);
      await look("request on its day");
      await soon(page, request, language, look);
      await open(page, `${request}/tour`);
      await look("before saying so");
      await act(page, () => page.locator("main form[action$='/tour'] button").click());
      await look("one's turn");
      await open(page, `${apart.origin}/${language}/lieux/mairie`);
      await look("a place");
      await calls(apart);
      await open(page, `${request}/tour`);
      await expect(page.locator(".turn--called")).toBeVisible();
      await look("called");
      if (language === "ar") await after(page, apart, request, look);
      verdict();
    } finally {
      await apart.close();
    }
  });

for (const language of ["fr", "ar"])
  test(`everyone can see their turn come from the link of a message, ${language}`, async ({ page }) => {
    const { look, verdict } = inspection(page);
    const [apart, posts] = [new Apart(), new Posts()];
    try {
      const link = await expectedByPhone(page, apart, posts, language);
      await open(page, link);
      await look("link on the day");
      await act(page, () => page.locator("button[value=here]").click());
      await look("link, one's turn");
      await calls(apart);
      await open(page, link);
      await look("link, called");
      verdict();
    } finally {
      await apart.close();
      posts.close();
    }
  });
