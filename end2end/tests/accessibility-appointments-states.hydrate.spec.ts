// The three engines on what comes rarely on the way to an appointment.

import { test } from "../fixtures.ts";
import { inspection } from "../support/inspection.ts";
import { Apart } from "../support/offices.ts";
import { away, kept, nearby, received, type Walk } from "../support/walk-visits.ts";

// The engines are scripts that the portal's policy would rightly refuse.
test.use({ bypassCSP: true });
test.describe.configure({ timeout: 300_000 });

for (const language of ["fr", "ar"] as const)
  test(`everyone can use what comes rarely on the way to an appointment, ${language}`, async ({ page, complaints }) => {
    const { look, verdict } = inspection(page);
    const apart = new Apart();
    const walk: Walk = { page, apart, language, look };
    try {
      await apart.open();
      await nearby(walk);
      await kept(walk);
      for (const mode of ["phone", "video", "home"] as const) await received(walk, mode);
      // Last: it does not come back.
      await away(walk);
      complaints.length = 0; // the browser reports the answer 503
      verdict();
    } finally {
      await apart.close();
    }
  });
