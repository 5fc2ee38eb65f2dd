// Saying how a request, an appointment or a visit to a place went with nothing but a keyboard: in eight presses at most
// from the page of the question to the one that says thanks. Whether a page is clear has a file of its own.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { Keyboard } from "../support/keyboard.ts";
import { Apart } from "../support/offices.ts";
import { atTheHall } from "../support/opinions.ts";
import { Posts } from "../support/posts.ts";
import { BIRTH } from "../support/procedures.ts";
import { comes, delivered, grants, send, SHARED } from "../support/sent.ts";
import { expected } from "../support/turn.ts";
import { expectNoSidewaysScroll, LANGUAGES, type Language, open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 120_000 });

/** Most presses, the way past the menus left out: it is the same on every page. */
const MOST = 8;

/** What the page says once the answer is kept. */
const THANKS = { fr: "Merci. Vous pouvez en dire plus", ar: "شكرًا لكم. يمكنكم إضافة المزيد" } as const;

/** What a moment may need, and the language of the resident. */
type Town = { apart: Apart; posts: Posts; language: Language };

/** A request that an office apart has granted. Gives the address of its page. */
async function granted(page: Page, { apart, language }: Town): Promise<string> {
  await send(page, apart, BIRTH, language);
  const request = page.url().replace(/\/recepisse.*/, "");
  await grants(apart, await delivered(page, apart));
  return request;
}

/** Each moment, up to the page that shows the question or the link to it. */
const MOMENTS: Record<string, (page: Page, town: Town) => Promise<unknown>> = {
  "at a place": (page, { language }) => atTheHall(page, SHARED, language),

  "at the end of a procedure": (page, { language }) => send(page, SHARED, BIRTH, language),

  "after an appointment": async (page, { apart, language }) => {
    const request = await expected(page, apart, language);
    await apart.pastVisit(await delivered(page, apart));
    await open(page, request);
    await comes(page, "main a[href*='/votre-avis/rendez-vous']");
  },

  "after the answer to a request": async (page, town) => {
    await town.apart.open();
    await open(page, await granted(page, town));
    await comes(page, "main a[href*='/votre-avis/reponse']");
  },

  "by the link of an e-mail": async (page, town) => {
    const { apart, posts } = town;
    await apart.open(await posts.open(apart.folder));
    await granted(page, town);
    const link = await posts.linkToOpinion();
    // Whoever reads their e-mail elsewhere.
    await page.context().clearCookies();
    await open(page, `${apart.origin}${link}`);
  },
};

/** To the first question, where the page only has the link to it. */
async function toTheQuestion(keyboard: Keyboard): Promise<void> {
  const { page } = keyboard;
  const link = page.locator("main a[href*='/votre-avis/']");
  if (!(await link.count())) return;
  const { pathname } = new URL((await link.getAttribute("href")) ?? "", page.url());
  await keyboard.follow(pathname);
}

/** The third face, then the button. */
async function answers(keyboard: Keyboard): Promise<void> {
  await keyboard.tabTo("the faces", ({ name }) => name === "satisfaction");
  await keyboard.press("ArrowDown");
  expect((await keyboard.press("ArrowDown")).value).toBe("middle");
  await keyboard.tabTo("the button", ({ sends }) => sends);
  await keyboard.activate();
}

/** Nothing more is said: the last page has one button. */
async function stopsThere(keyboard: Keyboard): Promise<void> {
  const { page } = keyboard;
  const word = (await page.locator("#step-form button[value=done]").count()) ? "done" : "send";
  await keyboard.push("the button that ends", ({ value }) => value === word);
  await expect(page).toHaveURL(/\/votre-avis(#titre)?$/);
}

/** How many keys something takes, the way past the menus left out. */
async function counted(keyboard: Keyboard, action: (keyboard: Keyboard) => Promise<void>): Promise<number> {
  await keyboard.skipToContent();
  keyboard.keys = 0;
  await action(keyboard);
  return keyboard.keys;
}

/** Both windows, and from right to left in the narrow one. */
const WAYS = [...WINDOWS.map((window) => ({ window, language: "fr" as const })), { window: WINDOWS[0], language: "ar" as const }];

for (const [moment, happens] of Object.entries(MOMENTS))
  for (const { window, language } of WAYS)
    test(`an opinion ${moment} in ${MOST} presses, ${window.width} px, ${language}`, async ({ page }, { project }) => {
      const [apart, posts] = [new Apart(), new Posts()];
      try {
        await page.setViewportSize(window);
        await happens(page, { apart, posts, language });
        const keyboard = new Keyboard(page);
        const before = await counted(keyboard, toTheQuestion);
        await expect(page.locator("html")).toHaveAttribute("dir", LANGUAGES[language].dir);
        await expectNoSidewaysScroll(page, "question");
        const presses = await counted(keyboard, answers);
        await expect(page).toHaveURL(/\/votre-avis\/[\w-]{16}\/(details|plus)(#titre)?$/);
        await expect(page.locator("main")).toContainText(THANKS[language]);
        await expectNoSidewaysScroll(page, "thanks");
        expect(presses).toBeLessThanOrEqual(MOST);
        // Nothing holds the focus, or hides it, on the page of what more may be said.
        await keyboard.stops();
        const after = await counted(keyboard, stopsThere);
        console.log(
          `an opinion ${moment}, keyboard only, ${project.name}, ${window.width} px, ${language}: ${presses} presses` +
            ` (${before} before, to the question; ${after} after, to say no more)`,
        );
      } finally {
        await apart.close();
        posts.close();
      }
    });
