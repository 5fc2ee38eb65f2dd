// Being told of what happens: an e-mail that is refused is followed by a text message, and when that is refused too
// the page says to call.

import { expect, test } from "../fixtures.ts";
import { Apart } from "../support/offices.ts";
import { Posts } from "../support/posts.ts";
import { ALL } from "../support/procedures.ts";
import { followed } from "../support/sent.ts";
import { act, open } from "../support/visit.ts";

test.describe.configure({ timeout: 180_000 });

test("a notice that does not arrive goes by another way, then the page says to call", async ({ page }) => {
  const [apart, posts] = [new Apart(), new Posts()];
  const shows = (words: string) =>
    expect(async () => {
      await page.reload();
      await expect(page.locator("main")).toContainText(words, { timeout: 500 });
    }).toPass({ timeout: 60_000 });
  try {
    await apart.open(await posts.open(apart.folder));
    const number = await followed(page, apart, ALL[0]);
    const request = page.url();

    await act(page, () => page.locator("main a[href$='/avis']").first().click());
    await page.locator("input[name='email']").fill("refused@example.org");
    await page.locator("input[name='phone']").fill("02 61 91 00 10");
    await act(page, () => page.locator("#step-form button").click());
    await expect(page.locator("#f-phone-error")).toContainText("portable");
    await expect(page.locator("input[name='email']")).toHaveValue("refused@example.org");
    await page.locator("input[name='phone']").fill("06 39 98 12 34");
    await act(page, () => page.locator("#step-form button").click());
    await expect(page.locator("main")).toContainText("Vous êtes prévenu par e-mail");

    await apart.agent("write", number, "--text", "Venez avec une pièce d’identité.");
    await shows("Un SMS est parti");
    expect(posts.texts).toHaveLength(1);
    expect(posts.texts[0].to).toBe("+33639981234");
    expect(posts.texts[0].text).not.toContain("identité");
    expect(posts.letters.filter(({ to }) => to.includes("refused@example.org"))).toHaveLength(0);

    posts.knowsNumbers = false;
    await apart.agent("write", number, "--text", "Le guichet ferme à midi.");
    await shows("Nous n’arrivons pas à vous prévenir");
    await open(page, `${request}/avis`);
    await expect(page.locator("main")).toContainText("Un SMS n’est pas arrivé");
    await expect(page.locator("main")).toContainText("Un e-mail n’est pas arrivé");
  } finally {
    await apart.close();
    posts.close();
  }
});
