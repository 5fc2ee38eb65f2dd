// Saying how it went with nothing but a keyboard, in eight presses at most from the page of the question to thanks.

import { expect, test } from "../fixtures.ts";
import { Keyboard } from "../support/keyboard.ts";
import { atTheHall } from "../support/opinions.ts";
import { SHARED } from "../support/sent.ts";
import { WINDOWS } from "../support/visit.ts";

/** Most presses, the way past the menus left out: it is the same on every page. */
const MOST = 8;

for (const window of WINDOWS)
  test(`an opinion in ${MOST} presses, ${window.width} px`, async ({ page }, { project }) => {
    await page.setViewportSize(window);
    const keyboard = new Keyboard(page);
    await atTheHall(page, SHARED);
    await keyboard.skipToContent();
    keyboard.keys = 0;
    await keyboard.tabTo("the faces", ({ type }) => type === "radio");
    await keyboard.press("ArrowDown");
    await keyboard.press("ArrowDown");
    await keyboard.tabTo("the button", ({ sends }) => sends);
    await keyboard.activate();
    await expect(page).toHaveURL(/\/votre-avis\/[\w-]{16}\/plus(#titre)?$/);
    console.log(`an opinion, keyboard only, ${project.name}, ${window.width} px: ${keyboard.keys} presses`);
    expect(keyboard.keys).toBeLessThanOrEqual(MOST);
    // Nothing holds the focus, or hides it, on the page of what more may be said.
    await keyboard.stops();
  });
