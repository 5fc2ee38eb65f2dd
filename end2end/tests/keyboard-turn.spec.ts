// One's turn at the place of an appointment with nothing but a keyboard: from the page of the request, from the link of
// a text message, and the page of a place with its hours and who waits there.

import { expect, test } from "../fixtures.ts";
import { elsewhere } from "../support/hand-over.ts";
import { Keyboard } from "../support/keyboard.ts";
import { Apart } from "../support/offices.ts";
import { Posts } from "../support/posts.ts";
import { calls, expected, expectedByPhone } from "../support/turn.ts";
import { isLive, open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 120_000 });

/** On the page of one's turn: a number, then the link that shows the page again, where one is called. Says what it took. */
async function waitsAndIsCalled(keyboard: Keyboard, apart: Apart): Promise<string> {
  const { page, keys: there } = keyboard;
  const words = page.locator(".turn__words");
  await expect(page.locator(".turn__ticket")).toHaveText(/^[A-Z]\d+$/);
  const before = await words.innerText();
  await keyboard.skipToContent();
  const own = new URL(page.url()).pathname;
  const again = await keyboard.tabTo("the link that shows the page again", ({ href }) => href === own);
  await calls(apart);
  if (isLive()) {
    await expect(words).not.toHaveText(before, { timeout: 30_000 });
    expect(await keyboard.focus(), "news leave the focus where it is, and visible").toEqual(again);
  }
  await keyboard.activate();
  await expect(page.locator(".turn--called")).toBeVisible();
  const told = `${keyboard.keys} presses, of which ${there} to be there`;
  // Nothing holds the focus, or hides it, on the page that calls.
  await keyboard.stops();
  return told;
}

for (const window of WINDOWS) {
  test(`from the request to one's turn, ${window.width} px`, async ({ page }, { project }) => {
    const apart = new Apart();
    try {
      const request = await expected(page, apart);
      await page.setViewportSize(window);
      const keyboard = new Keyboard(page);
      await open(page, request);
      await keyboard.follow("/tour");
      await keyboard.push("the button that says that one is there", ({ action }) => action.endsWith("/tour"));
      const told = await waitsAndIsCalled(keyboard, apart);
      console.log(`one's turn, keyboard only, ${project.name}, ${window.width} px: ${told}`);
    } finally {
      await apart.close();
    }
  });

  test(`from the link of a message to one's turn, ${window.width} px`, async ({ page, browser, wasm }, { project }) => {
    const [apart, posts] = [new Apart(), new Posts()];
    const context = await elsewhere(browser, wasm);
    try {
      const link = await expectedByPhone(page, apart, posts);
      const phone = await context.newPage();
      await phone.setViewportSize(window);
      const keyboard = new Keyboard(phone);
      await open(phone, link);
      await keyboard.push("the button that says that one is there", ({ value }) => value === "here");
      const told = await waitsAndIsCalled(keyboard, apart);
      console.log(`link of a message, keyboard only, ${project.name}, ${window.width} px: ${told}`);
    } finally {
      await context.close();
      await apart.close();
      posts.close();
    }
  });

  test(`who waits at a place, ${window.width} px`, async ({ page }, { project }) => {
    await page.setViewportSize(window);
    const keyboard = new Keyboard(page);
    await open(page, "/fr/aide");
    await keyboard.follow("/lieux/mairie");
    await expect(page.locator("#now")).toBeVisible();
    await expect(page.locator("#days")).toBeVisible();
    await keyboard.follow("/lieux/mairie");
    await expect(page.locator("#now"), "shown again").toBeVisible();
    await keyboard.follow("/rendez-vous");
    await expect(page).toHaveURL(/\/fr\/rendez-vous(#titre)?$/);
    console.log(`page of a place, keyboard only, ${project.name}, ${window.width} px: ${keyboard.keys} presses`);
  });
}
