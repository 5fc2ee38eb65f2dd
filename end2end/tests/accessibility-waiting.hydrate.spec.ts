// The three engines on the form of the waiting list, and on a place on it in each of its states.

import { test } from "../fixtures.ts";
import { inspection } from "../support/inspection.ts";
import { Apart } from "../support/offices.ts";
import { act, open } from "../support/visit.ts";
import { enter, opens, toTheList, waits } from "../support/waiting.ts";

// The engines are scripts that the portal's policy would rightly refuse.
test.use({ bypassCSP: true });
test.describe.configure({ timeout: 300_000 });

for (const language of ["fr", "ar"])
  test(`everyone can wait for a time, ${language}`, async ({ page }) => {
    const { look, verdict } = inspection(page);
    const apart = new Apart();
    const contact = { email: "lea.martin@example.org" };
    try {
      await apart.open();
      await toTheList(page, apart, language);
      await look("form of the list");
      await enter(page);
      await look("form of the list, refused");
      const first = await waits(page, apart, contact, language);
      await look("place on the list");
      const second = await waits(page, apart, contact, language);
      await open(page, `${apart.origin}/${language}`);
      await look("home of someone who waits");
      await opens(apart);
      await open(page, first);
      await look("offer");
      await act(page, () => page.locator("button[value=take]").click());
      await look("time of an offer, in its form");
      await open(page, first);
      await act(page, () => page.locator("button[value=decline]").click());
      await open(page, second);
      await act(page, () => page.locator("button[value=leave]").click());
      await look("list left");
      verdict();
    } finally {
      await apart.close();
    }
  });
