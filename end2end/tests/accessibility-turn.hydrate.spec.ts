// The three engines on one's turn at the place of an appointment, and on the page of a place.

import { test } from "../fixtures.ts";
import { inspection } from "../support/inspection.ts";
import { Apart } from "../support/offices.ts";
import { Posts } from "../support/posts.ts";
import { calls, expected, expectedByPhone } from "../support/turn.ts";
import { act, open } from "../support/visit.ts";

// The engines are scripts that the portal's policy would rightly refuse.
test.use({ bypassCSP: true });
test.describe.configure({ timeout: 300_000 });

for (const language of ["fr", "ar"])
  test(`everyone can see their turn come, ${language}`, async ({ page }) => {
    const { look, verdict } = inspection(page);
    const apart = new Apart();
    try {
      const request = await expected(page, apart, language);
      await open(page, request);
      await look("request on its day");
      await open(page, `${request}/tour`);
      await look("before saying so");
      await act(page, () => page.locator("main form[action$='/tour'] button").click());
      await look("one's turn");
      await open(page, `${apart.origin}/${language}/lieux/mairie`);
      await look("a place");
      await calls(apart);
      await open(page, `${request}/tour`);
      await look("called");
      verdict();
    } finally {
      await apart.close();
    }
  });

for (const language of ["fr", "ar"])
  test(`everyone can see their turn come from the link of a message, ${language}`, async ({ page }) => {
    const { look, verdict } = inspection(page);
    const [apart, posts] = [new Apart(), new Posts()];
    try {
      const link = await expectedByPhone(page, apart, posts, language);
      await open(page, link);
      await look("link on the day");
      await act(page, () => page.locator("button[value=here]").click());
      await look("link, one's turn");
      await calls(apart);
      await open(page, link);
      await look("link, called");
      verdict();
    } finally {
      await apart.close();
      posts.close();
    }
  });
