// Someone comes to their appointment, says so, and leaves the page open until they are called.

import { expect, test } from "../fixtures.ts";
import { elsewhere } from "../support/hand-over.ts";
import { Apart } from "../support/offices.ts";
import { Posts } from "../support/posts.ts";
import { calls, expected, expectedByPhone } from "../support/turn.ts";
import { act, expectNoSidewaysScroll, isLive, open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 120_000 });

for (const window of WINDOWS)
  for (const language of ["fr", "ar"])
    test.describe(`${window.width} px, ${language}`, () => {
      test.use({ viewport: window });

      test("whoever is there sees their turn come", async ({ page }) => {
        const apart = new Apart();
        try {
          const request = await expected(page, apart, language);
          await open(page, request);
          await act(page, () => page.locator("main a[href*='/tour']").click());
          await expectNoSidewaysScroll(page, "before saying so");
          await act(page, () => page.locator("main form[action$='/tour'] button").click());
          const board = page.locator(".turn");
          await expect(board.locator(".turn__ticket")).toHaveText(/^[A-Z]\d+$/);
          const before = await board.locator(".turn__words").innerText();
          await expectNoSidewaysScroll(page, "one's turn");
          await open(page, `${apart.origin}/${language}/lieux/mairie`);
          await expect(page.locator("#now")).toBeVisible();
          await expectNoSidewaysScroll(page, "the place");
          await open(page, `${request}/tour`);
          await calls(apart);
          if (isLive()) {
            // Nothing is pressed: the words change, and are said.
            await expect(board.locator(".turn__words")).not.toHaveText(before, { timeout: 30_000 });
            await expect(page.locator("#live")).toHaveText(await board.locator(".turn__words").innerText());
          }
          await act(page, () => page.locator(".live-news__refresh").click());
          await expect(page.locator(".turn--called")).toBeVisible();
          await expectNoSidewaysScroll(page, "called");
        } finally {
          await apart.close();
        }
      });

      test("whoever has the link of a message alone sees their turn come", async ({ page, browser, wasm }) => {
        const [apart, posts] = [new Apart(), new Posts()];
        const context = await elsewhere(browser, wasm);
        try {
          const link = await expectedByPhone(page, apart, posts, language);
          const phone = await context.newPage();
          await phone.setViewportSize(window);
          await open(phone, link);
          await expectNoSidewaysScroll(phone, "before saying so");
          await act(phone, () => phone.locator("button[value=here]").click());
          const board = phone.locator(".turn");
          await expect(board.locator(".turn__ticket")).toHaveText(/^[A-Z]\d+$/);
          await expect(phone.locator("button[value=here]")).toHaveCount(0);
          await expectNoSidewaysScroll(phone, "one's turn");
          const before = await board.locator(".turn__words").innerText();
          await calls(apart);
          if (isLive()) {
            await expect(board.locator(".turn__words")).not.toHaveText(before, { timeout: 30_000 });
            await expect(phone.locator("#live")).toHaveText(await board.locator(".turn__words").innerText());
          }
          await act(phone, () => phone.locator(".live-news__refresh").click());
          await expect(phone.locator(".turn--called")).toBeVisible();
          await expectNoSidewaysScroll(phone, "called");
        } finally {
          await context.close();
          await apart.close();
          posts.close();
        }
      });
    });
