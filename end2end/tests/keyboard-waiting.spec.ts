// The waiting list, more people at an appointment and the waiting line of a rush with nothing but a keyboard.

import { expect, test } from "../fixtures.ts";
import { book, look, PASSPORT } from "../support/booking.ts";
import { Keyboard } from "../support/keyboard.ts";
import { full } from "../support/line.ts";
import { Apart } from "../support/offices.ts";
import { open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 120_000 });

for (const window of WINDOWS) {
  test(`onto the waiting list and to the time that is offered, ${window.width} px`, async ({ page }, { project }) => {
    const apart = new Apart();
    try {
      await apart.open();
      await page.setViewportSize(window);
      const keyboard = new Keyboard(page);
      await look(page, apart, PASSPORT);
      // From the end of a page of many times: the way to the list is its last section.
      await page.locator("main a[href*='/attente']").evaluate((link) => (link as HTMLElement).focus());
      await keyboard.activate();
      await keyboard.skipToContent();
      await keyboard.tabTo("the e-mail address", ({ name }) => name === "email");
      await keyboard.type("lea.martin@exemple.fr");
      await keyboard.activate();
      await expect(page).toHaveURL(/\/attente\/[\w-]+(#titre)?$/);
      // Times are free: one is offered at once.
      await keyboard.push("the button that takes it", ({ action }) => /\/attente\//.test(action));
      await expect(page.locator("#step-form")).toBeVisible();
      console.log(`waiting list, keyboard only, ${project.name}, ${window.width} px: ${keyboard.keys} presses`);
    } finally {
      await apart.close();
    }
  });

  test(`coming with others, ${window.width} px`, async ({ page }, { project }) => {
    const apart = new Apart();
    try {
      await apart.open();
      await page.setViewportSize(window);
      const keyboard = new Keyboard(page);
      const request = await book(page, apart, PASSPORT);
      await open(page, `${request}/personnes`);
      await keyboard.skipToContent();
      await keyboard.tabTo("the number of people", ({ name }) => name === "personnes");
      await keyboard.press("ArrowDown");
      await keyboard.push("the button that changes it", ({ action }) => action.endsWith("/personnes"));
      await expect(page.locator("#error-summary")).toHaveCount(0);
      await expect(page).not.toHaveURL(/\/personnes$/);
      console.log(`coming with others, keyboard only, ${project.name}, ${window.width} px: ${keyboard.keys} presses`);
    } finally {
      await apart.close();
    }
  });

  test(`in the line of a rush, ${window.width} px`, async ({ page }, { project }) => {
    const apart = new Apart();
    try {
      const times = await full(apart, "fr", 60);
      await page.setViewportSize(window);
      const keyboard = new Keyboard(page);
      await open(page, times);
      await keyboard.skipToContent();
      await keyboard.tabTo("the link that keeps the page still", ({ href }) => href.includes("calme=1"));
      await keyboard.activate();
      await expect(page).toHaveURL(/calme=1/);
      console.log(`line of a rush, keyboard only, ${project.name}, ${window.width} px: ${keyboard.keys} presses`);
    } finally {
      await apart.close();
    }
  });
}
