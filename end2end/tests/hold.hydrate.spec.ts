// The end of a time that is kept while someone answers: told two minutes ahead and when it comes, once each, and what was
// written goes on.

import { expect, test } from "../fixtures.ts";
import { choose, LAST, look, nextWeek, PASSPORT } from "../support/booking.ts";
import { goOn } from "../support/form.ts";
import { Apart } from "../support/offices.ts";

test("the end of a kept time is told ahead and when it comes, spoken once each", async ({ page }) => {
  const apart = new Apart();
  try {
    await apart.open();
    await page.clock.install();
    await look(page, apart, PASSPORT);
    await expect(page.locator("main"), "for how long is said before one chooses").toContainText("gardé pour vous 10 minutes");
    await nextWeek(page);
    await choose(page, LAST);
    const [until, soon, over] = ["#hold-until", "#hold-soon", "#hold-over"].map((id) => page.locator(id));
    await expect(until).toContainText("Gardé pour vous jusqu’à");
    await page.locator("#f-name").fill("Léa Martin");
    await page.evaluate(() => {
      const live = document.getElementById("live") as HTMLElement;
      const spoken: string[] = [];
      Object.assign(window, { spoken });
      new MutationObserver(() => live.textContent && spoken.push(live.textContent)).observe(live, { childList: true });
    });
    const spoken = () => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);

    await page.clock.fastForward("07:30");
    await page.clock.runFor(2_000);
    await expect(soon, "not yet").toBeHidden();
    await page.clock.fastForward("00:30");
    await page.clock.runFor(2_000);
    await expect(soon).toContainText("Il reste 2 minutes");
    await expect(soon, "it can be kept longer").toContainText("Garder ou changer l’horaire");
    await expect(page.locator("#f-name"), "nobody is moved").toBeFocused();
    await page.clock.fastForward("02:00");
    await page.clock.runFor(2_000);
    await expect(over).toContainText("n’est plus gardé");
    for (const gone of [until, soon, page.locator("#hold-below")]) await expect(gone).toBeHidden();
    await page.clock.fastForward("10:00");
    await page.clock.runFor(2_000);
    expect(await spoken()).toEqual([await soon.textContent(), await over.textContent()]);

    // By the service's own clock it is still kept: nothing that was typed is lost either way.
    await goOn(page);
    await expect(page.locator("#f-name")).toHaveValue("Léa Martin");
  } finally {
    await apart.close();
  }
});
