// The form assistance on the procedures of the catalogue: it says at once what the server would say later, and
// never touches what a person typed.

import { expect, test } from "../fixtures.ts";
import { begin, delay, goOn, open, reportPlace, reportProblem, swap } from "../hydrated.ts";

/** Milliseconds between leaving a question and judging it, and between the last key and telling the count. */
const LEAVING = 200;
const PAUSE = 1_000;

test("an empty answer is not accused before the form is sent", async ({ page }) => {
  await reportPlace(page);
  await page.locator("#f-place").focus();
  await page.keyboard.press("Tab");
  await expect(page.locator("#f-place")).not.toBeFocused();
  await delay(page, LEAVING);
  await expect(page.locator(".field__error")).toHaveCount(0);
});

test("a wrong answer is told when one leaves it, and the error goes with it", async ({ page }) => {
  await reportPlace(page);
  const place = page.locator("#f-place");
  await place.fill("ab");
  await page.locator("#f-place_details").focus();
  const error = page.locator("#f-place-error");
  await expect(error).toHaveText(/^Erreur\u00a0: /);
  await expect(error).toHaveClass("field__error");
  await expect(place).toHaveAttribute("aria-invalid", "true");
  await expect(place).toHaveAttribute("aria-describedby", /(^| )f-place-error$/);
  await expect(page.locator("#live-error")).toHaveText(/\. Erreur\u00a0: /);
  await expect(page.locator("#f-place_details")).toBeFocused();
  await place.fill("Devant l’école");
  await page.locator("#f-place_details").focus();
  await expect(error).toHaveCount(0);
  await expect(place).not.toHaveAttribute("aria-invalid");
  await expect(place).not.toHaveAttribute("aria-describedby", /error/);
});

test("an error looks the same from the browser and from the server", async ({ page, complaints }) => {
  await reportPlace(page);
  await page.locator("#f-place").fill("ab");
  await page.locator("#f-place_details").focus();
  const error = page.locator("#f-place-error");
  const field = page.locator("[data-field=place]");
  const shape = () =>
    field.evaluate((wrapper) =>
      [...wrapper.children].map((child) =>
        [child.tagName, child.id, child.className, child.getAttribute("aria-describedby"), child.textContent].join("|"),
      ),
    );
  await expect(error).toBeVisible();
  const here = await shape();
  await goOn(page);
  await expect(page.locator("#error-summary")).toBeFocused();
  expect(await shape()).toEqual(here);
  complaints.length = 0; // the browser reports the answer 422
});

test("correcting one answer leaves the errors of the others", async ({ page, complaints }) => {
  await reportProblem(page);
  await goOn(page);
  await expect(page.locator("#f-category-error")).toBeVisible();
  await page.locator("#f-category-road").check();
  await expect(page.locator("#f-category-error")).toHaveCount(0);
  await expect(page.locator("[data-field=category] [role=radiogroup]")).not.toHaveAttribute("aria-invalid");
  await expect(page.locator("#f-noticed_on-error")).toBeVisible();
  await expect(page.locator("#f-description-error")).toBeVisible();
  complaints.length = 0; // the browser reports the answer 422
});

test("a question appears with the answer that asks for it, is told, and keeps what was typed", async ({ page }) => {
  await reportProblem(page);
  const other = page.locator("#f-other_category");
  await expect(other).toBeHidden();
  await page.locator("#f-category-other").check();
  await expect(other).toBeVisible();
  await expect(page.locator("#live")).toHaveText("1 question ajoutée plus bas");
  await other.fill("Un banc cassé");
  await page.locator("#f-category-road").check();
  await expect(other).toBeHidden();
  await page.locator("#f-category-other").check();
  await expect(other).toHaveValue("Un banc cassé");
});

test("in danger, the emergency numbers appear and are told", async ({ page }) => {
  await begin(page, "signaler-un-probleme");
  await expect(page.locator("[data-field=emergency_numbers]")).toBeHidden();
  await page.locator("#f-danger-yes").check();
  await expect(page.locator("[data-field=emergency_numbers]")).toBeVisible();
  const heading = await page.locator("[data-field=emergency_numbers] h2").innerText();
  await expect(page.locator("#live")).toHaveText(heading);
});

test("a date is judged as a whole, once one has left its three parts", async ({ page }) => {
  await reportProblem(page);
  await page.locator("#f-noticed_on-day").fill("31");
  await page.locator("#f-noticed_on-month").fill("2");
  await delay(page, LEAVING);
  await expect(page.locator("#f-noticed_on-error")).toHaveCount(0);
  await page.locator("#f-noticed_on-year").fill("2026");
  await page.locator("#f-description").focus();
  await expect(page.locator("#f-noticed_on-error")).toHaveText(/^Erreur\u00a0: /);
  await expect(page.locator("#f-noticed_on-day")).toHaveAttribute("aria-describedby", /f-noticed_on-error/);
  await page.locator("#f-noticed_on-day").fill("28");
  await page.locator("#f-description").focus();
  await expect(page.locator("#f-noticed_on-error")).toHaveCount(0);
});

test("the characters left are counted at each key, and told only near the end", async ({ page }) => {
  await reportPlace(page);
  const details = page.locator("#f-place_details");
  const count = page.locator("#f-place_details-count");
  await expect(count).toHaveText("500 caractères au plus");
  await expect(page.locator("#live")).not.toHaveText("", { timeout: 2_000 });
  await expect(page.locator("#live")).toHaveText("", { timeout: 15_000 });
  await details.pressSequentially("abc");
  await expect(count).toHaveText("Il vous reste 497 caractères");
  await delay(page, PAUSE);
  await expect(page.locator("#live")).toHaveText("");
  await details.fill("x".repeat(499));
  await expect(count).toHaveText("Il vous reste 1 caractère");
  await expect(page.locator("#live")).toHaveText("Il vous reste 1 caractère");
  await details.fill("x".repeat(502));
  await expect(count).toHaveText("2 caractères de trop");
});

test("a text kept in a draft is counted before one adds to it, by the server and by the page", async ({ page }) => {
  await reportPlace(page);
  const address = page.url();
  await page.locator("#f-place").fill("12 rue des Tilleuls");
  await page.locator("#f-place_details").fill("Devant le portail.\nÀ gauche.");
  await goOn(page);
  const count = "Il vous reste 472 caractères";
  const answer = await page.request.get(address);
  expect((await answer.text()).replaceAll("\u00a0", " ")).toContain(count);
  await open(page, address);
  await expect(page.locator("#f-place_details-count")).toHaveText(count);
});

test("a live page says so, once, to the server", async ({ page }) => {
  await reportPlace(page);
  const mark = page.locator("#step-form input[name=_assisted]");
  await expect(mark).toHaveCount(1);
  await goOn(page);
  await expect(page.locator("#error-summary")).toBeFocused();
  await expect(mark).toHaveCount(1);
  await expect(mark).toHaveValue("yes");
});

test("what was typed before the page came to life is still there", async ({ page, context }) => {
  await reportPlace(page);
  const address = page.url();
  await context.route("**/*.wasm", async (route) => {
    await new Promise((late) => setTimeout(late, 1_500));
    await route.continue();
  });
  await page.goto(address);
  await page.locator("#f-place").fill("Devant la gare");
  await expect(page.locator("html")).not.toHaveAttribute("data-ready");
  await expect(page.locator("html")).toHaveAttribute("data-ready", "1", { timeout: 15_000 });
  await expect(page.locator("#f-place")).toHaveValue("Devant la gare");
});

test("a group of questions appears whole", async ({ page }) => {
  await begin(page, "inscription-scolaire");
  await page.locator("#f-lives_here-no").check();
  await expect(page.locator("#f-moving_date-day")).toBeVisible();
  await page.locator("#f-start-during_year").check();
  await expect(page.locator("#f-start_date-day")).toBeVisible();
  await page.locator("#f-lives_here-yes").check();
  await expect(page.locator("#f-moving_date-day")).toBeHidden();
  await expect(page.locator("#f-start_date-day")).toBeVisible();
});

test("an Arabic reader is told in Arabic", async ({ page }) => {
  await reportProblem(page);
  await swap(page, () => page.getByRole("link", { name: "العربية" }).click());
  await page.locator("#f-category-other").check();
  await expect(page.locator("#live")).toHaveText("أُضيف سؤال واحد في الأسفل");
});

test("a file is named once chosen, and one that cannot be accepted does not travel", async ({ page }) => {
  await reportProblem(page);
  await page.locator("#f-category-road").check();
  for (const [part, value] of [["day", "1"], ["month", "3"], ["year", "2026"]]) {
    await page.locator(`#f-noticed_on-${part}`).fill(value);
  }
  await page.locator("#f-description").fill("Un grand trou devant le numéro 12.");
  await goOn(page);
  const photos = page.locator("#f-photos");
  const file = (name: string, bytes: number) => ({
    name,
    mimeType: "application/octet-stream",
    buffer: Buffer.alloc(bytes),
  });
  await photos.setInputFiles(file("trou.jpg", 10));
  await expect(page.locator("#live")).toHaveText("trou.jpg choisi");
  await expect(photos).toBeFocused();
  await photos.setInputFiles(file("trou.heic", 10));
  await expect(page.locator("#f-photos-error")).toContainText("trou.heic");
  await expect(page.locator("#live-error")).toContainText("trou.heic");
  await expect(photos).toHaveAttribute("aria-invalid", "true");
  await expect(photos).toHaveValue("");
  // Made in the page: so many bytes would take long through the test's own channel.
  await photos.evaluate((input: HTMLInputElement, bytes) => {
    const chosen = new DataTransfer();
    chosen.items.add(new File([new Uint8Array(bytes)], "lourd.jpg"));
    input.files = chosen.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, 10 * 1024 * 1024 + 1);
  await expect(page.locator("#f-photos-error")).toContainText("lourd.jpg");
  await photos.setInputFiles(file("trou.png", 10));
  await expect(page.locator("#f-photos-error")).toHaveCount(0);
  await expect(photos).not.toHaveAttribute("aria-invalid");
});

test("the islands of a page opened by an address come to life too", async ({ page }) => {
  await reportProblem(page);
  await open(page, page.url());
  await page.locator("#f-category-other").check();
  await expect(page.locator("#f-other_category")).toBeVisible();
});
