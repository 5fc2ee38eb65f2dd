// What a screen reader says while one chooses a time and once it is confirmed, compared with what was reviewed
// (end2end/transcripts/). Days, hours and how many times are free change every day: words stand in their place.

import { test } from "../fixtures.ts";
import { book, look, nextWeek, PASSPORT } from "../support/booking.ts";
import { Apart } from "../support/offices.ts";
import { Reader } from "../support/read-aloud.ts";
import { steady } from "../support/steady.ts";
import { open } from "../support/visit.ts";

test.describe.configure({ timeout: 180_000 });

for (const language of ["fr", "ar", "en", "falc"])
  test(`choosing a time reads well, ${language}`, async ({ page }) => {
    const apart = new Apart();
    const reader = new Reader(`appointments-${language}`, steady(language));
    try {
      await apart.open();
      await look(page, apart, PASSPORT, language);
      await nextWeek(page);
      // As an ordinary load shows it: nothing is announced meanwhile.
      await open(page, page.url());
      await reader.reads(page, "times");
      if (language === "fr") {
        const request = await book(page, apart, PASSPORT);
        await open(page, request);
        await reader.reads(page, "request-confirmed");
      }
      reader.verdict();
    } finally {
      await apart.close();
    }
  });
