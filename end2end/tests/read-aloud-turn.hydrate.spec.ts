// What a screen reader says at the place of an appointment: the page of the place, before one says that one is there, while
// one waits, when one is called; compared with what was reviewed (end2end/transcripts/).

import { test } from "../fixtures.ts";
import { Apart } from "../support/offices.ts";
import { Reader } from "../support/read-aloud.ts";
import { steady } from "../support/steady.ts";
import { calls, expected } from "../support/turn.ts";
import { act, open } from "../support/visit.ts";

test.describe.configure({ timeout: 180_000 });

/** How long one waits changes with the hour, and so does when the counters close. */
const atAnyHour = (text: string): string =>
  text
    .replace(/(?<=moins de )\d+/g, "<count>")
    // Five and ten are followed by another word than fifteen.
    .replace(/(?<=أقل من )\d+ (?:دقيقة|دقائق)/g, "<count> دقيقة")
    .replace(/(?<=Ouvert jusqu’à |مفتوح حتى الساعة )(?:\d{1,2} h \d\d|\d{1,2}:\d\d)/g, "<hour>");

for (const language of ["fr", "ar"])
  test(`one's turn and the page of a place read well, ${language}`, async ({ page }) => {
    const apart = new Apart();
    const days = steady(language);
    const reader = new Reader(`turn-${language}`, (text) => atAnyHour(days(text)));
    try {
      const request = await expected(page, apart, language);
      // Nobody waits yet: the sentences are the same whichever counters are open.
      await open(page, `${apart.origin}/${language}/lieux/mairie`);
      await reader.reads(page, "place");
      await open(page, `${request}/tour`);
      await reader.reads(page, "before");
      await act(page, () => page.locator("main form[action$='/tour'] button").click());
      await open(page, `${request}/tour`);
      await reader.reads(page, "waiting");
      await calls(apart);
      await open(page, `${request}/tour`);
      await reader.reads(page, "called");
      reader.verdict();
    } finally {
      await apart.close();
    }
  });
