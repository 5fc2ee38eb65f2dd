// The three engines on each page of an opinion and of what is published.

import { expect, test } from "../fixtures.ts";
import { formOf } from "../support/form.ts";
import { inspection } from "../support/inspection.ts";
import { Apart } from "../support/offices.ts";
import { atTheHall, finish, manyAsked, manySay, say } from "../support/opinions.ts";
import { BIRTH } from "../support/procedures.ts";
import { send } from "../support/sent.ts";
import { act, LANGUAGES, open, WINDOWS } from "../support/visit.ts";

// The engines are scripts that the portal's policy would rightly refuse.
test.use({ bypassCSP: true });
test.describe.configure({ timeout: 300_000 });

for (const language of ["fr", "ar"])
  test(`everyone can say how it went and read what others said, ${language}`, async ({ page }) => {
    const { look, verdict } = inspection(page);
    const apart = new Apart();
    try {
      await apart.open();
      await open(page, `${apart.origin}/${language}/qualite`);
      await look("quality, nothing published");
      await send(page, apart, BIRTH, language);
      await look("receipt with the question");
      await act(page, () => page.locator("main a[href*='/votre-avis/']").click());
      const first = page.url();
      await look("first question");
      await say(page, "best");
      for (const box of await formOf(page).locator("[name=help]").all()) await box.check();
      await look("more, every question shown");
      await act(page, () => formOf(page).locator("button[value=send]").click());
      await formOf(page).locator("[name=comment]").fill("lea@example.org");
      await formOf(page).locator("[name=call_back]").fill("12");
      await act(page, () => formOf(page).locator("button[value=send]").click());
      await expect(page.locator("#error-summary")).toBeFocused();
      await look("a number that is none");
      await formOf(page).locator("[name=call_back]").fill("");
      await act(page, () => formOf(page).locator("button[value=send]").click());
      await expect(page.locator("#error-summary")).toBeFocused();
      await look("personal data");
      await act(page, () => formOf(page).locator("button[value=sure]").click());
      await look("thanks");
      await open(page, first);
      await look("given already");
      await atTheHall(page, apart, language);
      await look("first question at a place");
      await say(page, "middle");
      await finish(page);
      await manySay(page, apart);
      await expect(async () => {
        await open(page, `${apart.origin}/${language}/qualite/lieux/mairie`);
        await expect(page.locator("main .lead")).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: 90_000 });
      await look("quality of a place");
      await open(page, `${apart.origin}/${language}/qualite`);
      await look("quality of the authority");
      verdict();
    } finally {
      await apart.close();
    }
  });

test("everyone can read the charts, and what is drawn stays in its frame", async ({ page }) => {
  const { look, verdict } = inspection(page);
  const apart = new Apart();
  try {
    await apart.open();
    await manyAsked(apart, 4);
    // The month between stays empty.
    await apart.publishedEarlier(2);
    await manyAsked(apart, 0);
    for (const window of WINDOWS)
      for (const language of Object.keys(LANGUAGES))
        for (const address of ["qualite/demarches/acte-de-naissance", "qualite"]) {
          await page.setViewportSize(window);
          await open(page, `${apart.origin}/${language}/${address}`);
          const state = `${address}, ${language}, ${window.width} px`;
          await expect(page.getByRole("img", { name: /82.*18/ }), state).toHaveCount(1);
          await expect(page.getByRole("img", { name: /64.*100/ }), state).toHaveCount(1);
          expect(await page.evaluate(misdrawn), state).toEqual([]);
          await look(state);
        }
    const link = page.locator("figure a[href='#trend-table']");
    await link.click();
    await expect(page.locator("#trend-table")).toBeInViewport();
    verdict();
  } finally {
    await apart.close();
  }
});

/** What is wrong with what is drawn: bars and intervals begin on the side of the text and stay within their line. */
function misdrawn(): string[] {
  const isRightToLeft = document.documentElement.dir === "rtl";
  const faults: string[] = [];
  const lines = [...document.querySelectorAll("figure svg")];
  if (lines.length !== 7) faults.push(`${lines.length} lines are drawn`);
  for (const line of lines) {
    const frame = line.getBoundingClientRect();
    const least = document.documentElement.clientWidth < 400 ? 250 : 200;
    if (frame.width < least) faults.push(`a line of ${frame.width} px`);
    for (const drawn of line.querySelectorAll("rect, line")) {
      const { left, right, width } = drawn.getBoundingClientRect();
      if (left < frame.left - 2 || right > frame.right + 2) faults.push(`out of its line: ${drawn.outerHTML}`);
      const start = isRightToLeft ? frame.right - right : left - frame.left;
      if (drawn.tagName === "rect" && width > 0 && start > 1) faults.push(`it begins elsewhere: ${drawn.outerHTML}`);
    }
  }
  for (const words of document.querySelectorAll("figure p, figure span"))
    if (Number.parseFloat(getComputedStyle(words).fontSize) < 16) faults.push(`small: ${words.textContent}`);
  return faults;
}
