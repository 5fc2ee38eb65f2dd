// The back office as another process, reached over HTTP with a token: the resident sees no difference, and sees what
// an agent does there.

import { expect, test } from "../fixtures.ts";
import { Apart } from "../support/offices.ts";
import { ALL } from "../support/procedures.ts";
import { followed, shows } from "../support/sent.ts";

test.describe.configure({ timeout: 180_000 });

for (const business of ALL)
  test(`${business.id}: a request goes to another office and its answer comes back`, async ({ page }) => {
    const apart = new Apart();
    try {
      await apart.open();
      const number = await followed(page, apart, business);
      await expect(page.locator("h1")).toHaveText("Reçue par le service");

      await apart.agent("take", number, "--agent", "Nadia");
      await apart.agent("write", number, "--text", "Nous lisons votre demande.");
      await shows(page, "En cours d’examen", "nouveau message du service");
      await apart.agent("close", number, "--outcome", "accepted", "--reason", "C’est d’accord.");
      await shows(page, "Acceptée", "C’est d’accord.");
      await expect(page.locator("main")).not.toContainText("Nadia");
    } finally {
      await apart.close();
    }
  });
