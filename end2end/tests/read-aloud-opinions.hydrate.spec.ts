// What a screen reader says where residents say how it went, and of public figures; compared with what was reviewed
// (end2end/transcripts/).

import { test } from "../fixtures.ts";
import { formOf } from "../support/form.ts";
import { Apart } from "../support/offices.ts";
import { atTheHall, finish, manyAsked, say } from "../support/opinions.ts";
import { BIRTH } from "../support/procedures.ts";
import { Reader } from "../support/read-aloud.ts";
import { act, open } from "../support/visit.ts";

test.describe.configure({ timeout: 180_000 });

/** The months of the figures change with the day. */
const atAnyDay = (text: string): string => text.replace(/\p{L}+ 20[2-9]\d/gu, "<month>");

for (const language of ["fr", "ar"])
  test(`an opinion and public figures read well, ${language}`, async ({ page }) => {
    const apart = new Apart();
    const reader = new Reader(`opinions-${language}`, atAnyDay);
    try {
      await apart.open();
      await atTheHall(page, apart, language);
      await reader.reads(page, "first");
      await say(page, "good");
      await reader.reads(page, "more");
      await formOf(page).locator("[name=comment]").fill("lea@example.org");
      await act(page, () => formOf(page).locator("button[value=send]").click());
      await reader.reads(page, "personal data");
      await formOf(page).locator("[name=comment]").fill("");
      await finish(page);
      await reader.reads(page, "thanks");
      await manyAsked(apart, 4);
      // The month between stays empty.
      await apart.publishedEarlier(2);
      await manyAsked(apart, 0);
      // Figures are read once a minute: they are there before any page shows some.
      await open(page, `${apart.origin}/${language}/qualite`);
      await reader.reads(page, "quality");
      await open(page, `${apart.origin}/${language}/qualite/demarches/${BIRTH.id}`);
      await reader.reads(page, "quality with charts");
      reader.verdict();
    } finally {
      await apart.close();
    }
  });
