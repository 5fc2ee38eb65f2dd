// The three engines on the waiting line of a rush.

import { expect, test } from "../fixtures.ts";
import { inspection } from "../support/inspection.ts";
import { full } from "../support/line.ts";
import { Apart } from "../support/offices.ts";
import { open } from "../support/visit.ts";

// The engines are scripts that the portal's policy would rightly refuse.
test.use({ bypassCSP: true });
test.describe.configure({ timeout: 300_000 });

for (const language of ["fr", "ar"])
  test(`everyone can wait in line, ${language}`, async ({ page }) => {
    const { look, verdict } = inspection(page);
    const apart = new Apart();
    try {
      const times = await full(apart, language, 400);
      // It stays as it is while the engines look.
      await open(page, `${times}?calme=1`);
      await expect(page.locator("main .lead strong")).toHaveText(/\d/);
      await look("the line");
      verdict();
    } finally {
      await apart.close();
    }
  });
