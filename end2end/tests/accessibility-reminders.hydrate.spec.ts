// The three engines on what the link of a reminder opens, and on the choice of reminders.

import { expect, test } from "../fixtures.ts";
import { book, PASSPORT } from "../support/booking.ts";
import { inspection } from "../support/inspection.ts";
import { Apart } from "../support/offices.ts";
import { Posts } from "../support/posts.ts";
import { act, open } from "../support/visit.ts";

// The engines are scripts that the portal's policy would rightly refuse.
test.use({ bypassCSP: true });
test.describe.configure({ timeout: 300_000 });

for (const language of ["fr", "ar"])
  test(`everyone can answer a reminder, ${language}`, async ({ page }) => {
    const { look, verdict } = inspection(page);
    const [apart, posts] = [new Apart(), new Posts()];
    try {
      await apart.open(await posts.open(apart.folder));
      const request = await book(page, apart, { ...PASSPORT, answers: { ...PASSPORT.answers, contact: "phone" } }, language);
      await open(page, `${request}/avis`);
      await look("choice of reminders");
      await expect.poll(() => posts.texts.length, { timeout: 30_000 }).toBeGreaterThan(0);
      const link = /\/\w+\/rappel\/[\w-]+/.exec(posts.texts[0].text)?.[0] ?? "";
      await open(page, apart.origin + link);
      await look("reminder");
      await act(page, () => page.locator("button[value=come]").click());
      await look("reminder, confirmed");
      await act(page, () => page.locator("button[value=cancel]").click());
      await look("reminder, cancelled");
      await open(page, `${apart.origin}/${language}/rappel/AAAAAAAAAAAAAAAA`);
      await look("reminder, unknown");
      verdict();
    } finally {
      await apart.close();
      posts.close();
    }
  });
