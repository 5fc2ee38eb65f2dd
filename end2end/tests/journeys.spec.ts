// Every procedure from the home page to the followed request, in a language of each direction and in the narrowest
// and an ordinary window, with the accidents of real life: a slip, a change of mind, a nervous finger.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { addItem, complete, controls, fill, formOf, goOn, stepOf } from "../support/form.ts";
import { ALL, CHILDREN, type Business } from "../support/procedures.ts";
import { act, expectNoSidewaysScroll, LANGUAGES, type Language, open, WINDOWS } from "../support/visit.ts";

test.describe.configure({ timeout: 150_000 });

for (const business of ALL)
  for (const language of Object.keys(LANGUAGES) as Language[])
    for (const window of WINDOWS)
      test(`${business.id}, from home to the followed request, ${language}, ${window.width} px`, async ({ page }) => {
        await page.setViewportSize(window);
        await find(page, business, language);
        await act(page, () => page.locator("main form button").click());
        await answerEverything(page, business, language);
        await changeOneAnswer(page, business);
        const code = await sendOnce(page);
        await follow(page, business, language, code);
      });

async function find(page: Page, { id, search }: Business, language: Language): Promise<void> {
  await open(page, `/${language}`);
  await expect(page.locator("html")).toHaveAttribute("dir", LANGUAGES[language].dir);
  await page.locator("#f-q").fill(search[language]);
  await act(page, () => page.locator("#recherche button").click());
  await expectNoSidewaysScroll(page);
  await act(page, () => page.locator(`main a[href="/${language}/demarches/${id}"]`).first().click());
  await expectNoSidewaysScroll(page);
}

async function answerEverything(page: Page, business: Business, language: Language): Promise<void> {
  for (let steps = 0; stepOf(page); steps += 1) {
    expect(steps, "the form ends").toBeLessThan(15);
    await expectNoSidewaysScroll(page);
    if (await page.locator("#liste").count()) await listChildren(page);
    else if (stepOf(page) === business.slip.step) await slip(page, business, language);
    else await complete(page, business.answers);
  }
  await expect(page).toHaveURL(/\/verification$/);
}

/** One wrong answer: the errors take the focus, lead to the control, and cost nothing that was typed. */
async function slip(page: Page, { answers, slip }: Business, language: Language): Promise<void> {
  await fill(page, answers);
  const control = formOf(page).locator(`[name="${slip.name}"]`);
  if (!(await control.isVisible())) {
    // Without JavaScript the answers bring this question with the next page.
    await goOn(page);
    await fill(page, answers);
  }
  await control.fill(slip.wrong);
  const before = await values(page);
  await goOn(page);
  const summary = page.locator("#error-summary");
  await expect(summary).toBeFocused();
  expect(await page.title()).toMatch(new RegExp(`^${LANGUAGES[language].error}`));
  await expectNoSidewaysScroll(page, "with an error");
  expect(await values(page)).toEqual(before);
  await expect(control).toHaveAttribute("aria-invalid", "true");
  await summary.locator("a").first().click();
  await expect(control).toBeFocused();
  await control.fill(slip.right);
  await goOn(page);
  await expect(page.locator("#error-summary")).toHaveCount(0);
}

/** What stands in the visible controls, by name; of choices, the chosen ones. */
async function values(page: Page): Promise<Record<string, string[]>> {
  const names = (await controls(formOf(page))).map((control) => control.name);
  const read = (name: string) =>
    formOf(page)
      .locator(`[name="${name}"]`)
      .evaluateAll((elements) =>
        (elements as HTMLInputElement[])
          .filter((element) => !["radio", "checkbox"].includes(element.type) || element.checked)
          .map((element) => element.value),
      );
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await read(name)])));
}

/** Adds two, renames the first, removes the second. */
async function listChildren(page: Page): Promise<void> {
  await goOn(page);
  await expect(page.locator("#error-summary"), "an empty list is refused").toBeFocused();
  for (const child of CHILDREN) await addItem(page, child);
  const items = page.locator(".items__item");
  await expect(items).toHaveCount(2);
  await act(page, () => items.first().locator("a").click());
  await formOf(page).locator("[name='child.given_names']").fill("Noura");
  await goOn(page);
  await expect(items.first()).toContainText("Noura");
  await act(page, () => items.nth(1).locator("button").click());
  await expect(items).toHaveCount(1);
  await expectNoSidewaysScroll(page, "list of items");
  await goOn(page);
}

async function changeOneAnswer(page: Page, { change }: Business): Promise<void> {
  await expectNoSidewaysScroll(page, "review");
  await act(page, () => page.locator(`.summary a[href*="/etapes/${change.step}?"]`).click());
  await formOf(page).locator(`[name="${change.name}"]`).fill(change.value);
  await goOn(page);
  await expect(page).toHaveURL(/\/verification$/);
  await expect(page.locator("main")).toContainText(change.value);
}

/** Pressed twice, posted again, reloaded, gone back to: one receipt. Gives the tracking code. */
async function sendOnce(page: Page): Promise<string> {
  const review = page.url();
  // Twice before anything happens: a second click of the mouse may come when the receipt is there, and move the focus.
  const twice = (button: HTMLElement) => [1, 2].forEach(() => button.click());
  await act(page, () => page.locator("#send-form button").evaluate(twice));
  await expect(page).toHaveURL(/\/recepisse$/);
  const receipt = page.url();
  const code = await page.locator(".tracking-code").innerText();
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await expectNoSidewaysScroll(page, "receipt");
  expect((await page.request.post(review)).url(), "posted again").toBe(receipt);
  await page.reload();
  await expect(page.locator(".tracking-code")).toHaveText(code);
  await act(page, () => page.goBack());
  await expect(page.locator("#send-form"), "nothing to send any more").toHaveCount(0);
  await act(page, () => page.locator(`main form[action="${new URL(review).pathname}"] button`).click());
  await expect(page, "the receipt opens again").toHaveURL(receipt);
  return code;
}

/** On another device, with the code and one fact. */
async function follow(page: Page, business: Business, language: Language, code: string): Promise<void> {
  const { answers, change, proof } = business;
  await page.context().clearCookies();
  await open(page, `/${language}/suivi`);
  for (let round = 0; round < 2 && page.url().endsWith("/suivi"); round += 1) {
    // Without JavaScript the question about the proof comes with the second page.
    await fill(page, { ...answers, [change.name]: change.value, code, proof });
    await goOn(page);
  }
  await expect(page).toHaveURL(/\/demandes\/[^/]+$/);
  await expect(page.locator("main")).toContainText(code);
  await expectNoSidewaysScroll(page, "request");
}
