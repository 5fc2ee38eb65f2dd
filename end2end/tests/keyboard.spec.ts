// The birth certificate with nothing but a keyboard: each thing that has the focus shows it, nothing traps it, and
// the number of keys is told.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { stepOf } from "../support/form.ts";
import { BIRTH } from "../support/procedures.ts";
import { act, open } from "../support/visit.ts";

test.describe.configure({ timeout: 150_000 });

/** What has the focus. */
type Focus = { tag: string; type: string; name: string; value: string; href: string; inForm: boolean; ring: boolean };

class Keyboard {
  keys = 0;

  constructor(private readonly page: Page) {}

  /** Presses a key and tells what has the focus then. */
  async press(key: string): Promise<Focus> {
    this.keys += 1;
    await this.page.keyboard.press(key);
    return this.focus();
  }

  async focus(): Promise<Focus> {
    return this.page.evaluate(() => {
      const element = (document.activeElement ?? document.body) as HTMLInputElement & HTMLAnchorElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return {
        tag: element.tagName,
        type: element.getAttribute("type") ?? "",
        name: element.getAttribute("name") ?? "",
        value: element.getAttribute("value") ?? "",
        href: element.getAttribute("href") ?? "",
        inForm: Boolean(element.closest("#step-form")),
        ring: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
      };
    });
  }

  /** Tab until something wanted has the focus; every stop shows its ring. */
  async tabTo(what: string, wanted: (focus: Focus) => boolean): Promise<Focus> {
    for (let stops = 0; stops < 60; stops += 1) {
      const focus = await this.press("Tab");
      expect(focus.ring, `focus visible on ${JSON.stringify(focus)}`).toBe(true);
      if (wanted(focus)) return focus;
    }
    throw new Error(`Tab does not lead to ${what}`);
  }

  /** Past menus and banner, where an ordinary load leaves one at the top of the page. */
  async skipToContent(): Promise<void> {
    if ((await this.focus()).tag !== "BODY") return;
    const focus = await this.press("Tab");
    expect(focus.href, "the first stop leads to the content").toBe("#contenu");
    await this.press("Enter");
  }

  async activate(): Promise<void> {
    this.keys += 1;
    await act(this.page, () => this.page.keyboard.press("Enter"));
  }
}

test("a resident asks for a birth certificate with the keyboard only", async ({ page }, { project }) => {
  const keyboard = new Keyboard(page);
  await open(page, "/fr");
  await keyboard.skipToContent();
  await keyboard.tabTo("the procedure", ({ href }) => href.endsWith(`/demarches/${BIRTH.id}`));
  await keyboard.activate();
  await keyboard.skipToContent();
  await keyboard.tabTo("the button that begins", ({ tag }) => tag === "BUTTON");
  await keyboard.activate();
  let questions = 0;
  let pages = 0;
  while (stepOf(page)) {
    expect((pages += 1), "the form ends").toBeLessThan(20);
    questions += await answerStep(page, keyboard);
  }
  await keyboard.skipToContent();
  await keyboard.tabTo("the button that sends", ({ tag }) => tag === "BUTTON");
  await keyboard.activate();
  await expect(page.locator(".tracking-code")).toBeVisible();
  console.log(`keyboard only, ${project.name}: ${keyboard.keys} keys, ${questions} controls, ${pages + 4} pages`);
});

/** Answers the step shown, control by control, and presses its button. Gives the number of controls answered. */
async function answerStep(page: Page, keyboard: Keyboard): Promise<number> {
  await keyboard.skipToContent();
  const answered = new Set<string>();
  for (;;) {
    const focus = await keyboard.tabTo("the end of the form", ({ inForm }) => inForm);
    if (focus.tag === "BUTTON" && focus.value === "continue") {
      await keyboard.activate();
      return answered.size;
    }
    if (focus.tag !== "INPUT" || answered.has(focus.name)) continue;
    answered.add(focus.name);
    if (focus.type === "radio") await choose(page, keyboard, focus);
    else if (focus.type === "checkbox") await keyboard.press("Space");
    else if (focus.type !== "file") await page.keyboard.insertText(typed(focus.name));
  }
}

/** The arrows go from one choice to the next; the first one only needs Space. */
async function choose(page: Page, keyboard: Keyboard, { name, value }: Focus): Promise<void> {
  const wanted = BIRTH.answers[name];
  if (value === wanted) {
    await keyboard.press("Space");
  } else {
    for (let choices = 0; choices < 10; choices += 1) if ((await keyboard.press("ArrowDown")).value === wanted) break;
  }
  await expect(page.locator(`[name="${name}"][value="${wanted}"]`)).toBeChecked();
}

function typed(name: string): string {
  const texts: Record<string, string> = {
    copies: "2",
    "requester_birth_date.day": "27",
    "requester_birth_date.month": "3",
    "requester_birth_date.year": "1985",
    "postal_address.line1": "12 rue des Tilleuls",
    "postal_address.postal_code": "99120",
    "postal_address.city": "Ardane-les-Tilleuls",
  };
  if (name.endsWith(".family_name")) return "Martin";
  if (name.endsWith(".given_names")) return "Léa";
  return texts[name] ?? "";
}
