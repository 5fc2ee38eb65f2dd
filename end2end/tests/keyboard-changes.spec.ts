// An appointment that is moved, cancelled, and answered from its reminder with nothing but a keyboard.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { book, PASSPORT } from "../support/booking.ts";
import { openElsewhere } from "../support/hand-over.ts";
import { Keyboard } from "../support/keyboard.ts";
import { Apart } from "../support/offices.ts";
import { Posts } from "../support/posts.ts";
import { open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 120_000 });

/** More presses than that are too many for one of these acts, from the page that one is on. */
const MOST = 25;

const main = (page: Page) => page.locator("main");

for (const window of WINDOWS) {
  /** What an act took. */
  const told = (act: string, way: string, { keys, seconds }: Keyboard) => {
    console.log(`${act}, keyboard only, ${way}, ${window.width} px: ${keys} presses, about ${seconds} s`);
    expect(keys, act).toBeLessThanOrEqual(MOST);
  };

  test(`an appointment is moved, then cancelled, ${window.width} px`, async ({ page }, { project }) => {
    const apart = new Apart();
    try {
      await apart.open();
      await page.setViewportSize(window);
      const request = await book(page, apart, PASSPORT);
      await open(page, request);
      const moving = new Keyboard(page);
      await moving.follow("/horaires");
      // The first ones may be so near that they cannot be cancelled any more.
      let rank = 0;
      await moving.push("the third time", ({ name }) => name === "horaire" && ++rank > 2);
      await expect(main(page)).toContainText("Votre rendez-vous est déplacé");
      told("moving", project.name, moving);

      await open(page, request);
      const cancelling = new Keyboard(page);
      await cancelling.follow("/retrait");
      await cancelling.push("the button that cancels", ({ sends }) => sends);
      await expect(main(page)).toContainText("Votre annulation est enregistrée");
      told("cancelling", project.name, cancelling);
    } finally {
      await apart.close();
    }
  });

  test(`a reminder is answered, ${window.width} px`, async ({ page, browser, wasm }, { project }) => {
    const [apart, posts] = [new Apart(), new Posts()];
    try {
      await apart.open(await posts.open(apart.folder));
      await book(page, apart, PASSPORT);
      await apart.remindNow();
      const link = await posts.linkInLetter();
      const phone = await openElsewhere(browser, wasm, window, apart.origin + link);
      try {
        const confirming = new Keyboard(phone);
        await confirming.push("the button that confirms", ({ value }) => value === "come");
        await expect(main(phone)).toContainText("Votre venue est confirmée");
        told("confirming from the reminder", project.name, confirming);
        const cancelling = new Keyboard(phone);
        await cancelling.push("the button that cancels", ({ value }) => value === "cancel");
        await expect(main(phone)).toContainText("Votre annulation est enregistrée");
        told("cancelling from the reminder", project.name, cancelling);
      } finally {
        await phone.context().close();
      }
    } finally {
      await apart.close();
      posts.close();
    }
  });
}
