// An appointment with nothing but a keyboard, from the home page to the confirmation, in few presses and less than a
// minute: whatever is not typing a character counts as a press, and typing takes its time.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { card, PASSPORT } from "../support/booking.ts";
import { stepOf } from "../support/form.ts";
import { Keyboard } from "../support/keyboard.ts";
import { Apart } from "../support/offices.ts";
import { open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 120_000 });

/** More presses than that are too many. */
const MOST = 25;
/** Longer than that is too long, in seconds. */
const MINUTE = 60;

const isEmpty = (page: Page, name: string) =>
  page.locator(`[name="${name}"]`).evaluateAll((all) => all.every((it) => !(it as HTMLInputElement).checked));

/**
 * The name, a way to be told, the e-mail address, whose field Enter sends. Without JavaScript it comes with a second page,
 * whose address leads to what is new there.
 */
async function tell(keyboard: Keyboard): Promise<void> {
  const { page } = keyboard;
  await keyboard.skipToContent();
  if (!(await page.locator("[name=email]:visible").count())) {
    await keyboard.tabTo("the name", ({ name }) => name === "name");
    await keyboard.type("Léa Martin");
    await keyboard.tabTo("the ways to be told", ({ name }) => name === "contact");
    if (await isEmpty(page, "contact")) await keyboard.press("Space");
    if (!(await page.locator("[name=email]:visible").count())) return keyboard.activate();
  }
  await keyboard.tabTo("the address", ({ name }) => name === "email");
  await keyboard.type("lea.martin@exemple.fr");
  await keyboard.activate();
}

for (const window of WINDOWS)
  test(`an appointment in ${MOST} presses, ${window.width} px`, async ({ page }, { project }) => {
    // A town of its own: nobody else takes the first time while its button is reached.
    const apart = new Apart();
    try {
      await apart.open();
      await page.setViewportSize(window);
      const keyboard = new Keyboard(page);
      const parts: string[] = [];
      let counted = 0;
      const ends = (part: string) => {
        parts.push(`${part} ${keyboard.keys - counted}`);
        counted = keyboard.keys;
      };
      await open(page, `${apart.origin}/fr`);
      await keyboard.follow("/fr/rendez-vous");
      ends("home");
      await keyboard.follow(`/${PASSPORT.kind}`);
      ends("kinds");
      await keyboard.push("the button that shows the times", ({ action }) => /\/horaires(#|$)/.test(action));
      ends("need");
      await keyboard.push("the first time", ({ name }) => name === "horaire");
      ends("times");
      for (let round = 0; stepOf(page); round += 1) {
        expect(round, "the form ends").toBeLessThan(3);
        await tell(keyboard);
        ends("step");
      }
      await keyboard.push("the button that confirms", ({ form }) => form === "send-form");
      ends("review");
      await expect(page.locator("h1")).toHaveText("Rendez-vous confirmé");
      await expect(card(page)).toBeVisible();
      console.log(
        `appointment, keyboard only, ${project.name}, ${window.width} px: ${keyboard.keys} presses (${parts.join(", ")}), ` +
          `about ${keyboard.seconds} s`,
      );
      expect(keyboard.keys).toBeLessThanOrEqual(MOST);
      expect(keyboard.seconds).toBeLessThan(MINUTE);
    } finally {
      await apart.close();
    }
  });
