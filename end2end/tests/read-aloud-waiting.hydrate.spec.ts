// What a screen reader says of the pages around an appointment: the waiting line of a rush, the waiting list, coming with
// others; compared with what was reviewed (end2end/transcripts/).

import { test } from "../fixtures.ts";
import { book, PASSPORT } from "../support/booking.ts";
import { full } from "../support/line.ts";
import { Apart } from "../support/offices.ts";
import { Reader } from "../support/read-aloud.ts";
import { steady } from "../support/steady.ts";
import { open } from "../support/visit.ts";
import { toTheList, waits } from "../support/waiting.ts";

test.describe.configure({ timeout: 180_000 });

/** How many stand before changes while one reads. */
const inLine = (text: string): string => text.replace(/\d+(?= (?:personnes|people|minutes|شخص|دقيقة|دقائق))/g, "<count>");

for (const language of ["fr", "ar"])
  test(`waiting and coming with others read well, ${language}`, async ({ page }) => {
    const [apart, crowded] = [new Apart(), new Apart()];
    const days = steady(language);
    const reader = new Reader(`waiting-${language}`, (text) => inLine(days(text)));
    try {
      const times = await full(crowded, language, 400);
      await open(page, `${times}?calme=1`);
      await reader.reads(page, "line");

      await apart.open();
      await toTheList(page, apart, language);
      await open(page, page.url());
      await reader.reads(page, "list-form");
      const place = await waits(page, apart, { email: "lea.martin@exemple.fr" }, language);
      await open(page, place);
      await reader.reads(page, "list-place");
      const request = await book(page, apart, PASSPORT, language);
      await open(page, `${request}/personnes`);
      await reader.reads(page, "people");
      reader.verdict();
    } finally {
      await apart.close();
      await crowded.close();
    }
  });
