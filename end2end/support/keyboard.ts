// A browser used with the keyboard alone: what has the focus shows it and is not hidden, nothing holds it, and the
// keys are counted.

import type { Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { type Answers, BY_ENDING, PDF } from "./form.ts";
import { act } from "./visit.ts";

/** What has the focus. */
export type Focus = {
  tag: string;
  type: string;
  name: string;
  value: string;
  href: string;
  /** Identifier and address of the form that it belongs to. */
  form: string;
  action: string;
  inForm: boolean;
  /** In the main form, and not one of its secondary buttons. */
  sends: boolean;
  ring: boolean;
  /** Part of it is in the window, with nothing before it (WCAG 2.4.11). */
  seen: boolean;
};

/** Where one looks for it: its middle and near its corners, in shares of its box. */
const POINTS = [[0.5, 0.5], ...[0.1, 0.9].flatMap((across) => [0.1, 0.9].map((down) => [across, down]))];

/** More stops than any page has. */
const STOPS = 90;

/**
 * Seconds of a press and of making up one's mind, of the keystroke-level model (Card, Moran and Newell, Communications of
 * the ACM 23 (7), 1980): a press as slow as that of someone who types letters without sense.
 */
const PRESS = 0.5;
const MIND = 1.35;

export class Keyboard {
  /** Whatever is not typing a character. */
  keys = 0;
  private typed = 0;
  private choices = 0;

  constructor(readonly page: Page) {}

  /** Presses a key and tells what has the focus then. */
  async press(key: string): Promise<Focus> {
    this.keys += 1;
    await this.page.keyboard.press(key);
    return this.focus();
  }

  async focus(): Promise<Focus> {
    return this.page.evaluate((POINTS) => {
      const element = (document.activeElement ?? document.body) as HTMLInputElement & HTMLAnchorElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const inForm = Boolean(element.closest("#step-form"));
      const isSeen = ({ left, top, width, height }: DOMRect) =>
        POINTS.some(([across, down]) => {
          const hit = document.elementFromPoint(left + width * across, top + height * down);
          if (!hit) return false;
          return element.contains(hit) || hit.contains(element) || hit.closest("label")?.control === element;
        });
      return {
        tag: element.tagName,
        type: element.getAttribute("type") ?? "",
        name: element.getAttribute("name") ?? "",
        value: element.getAttribute("value") ?? "",
        href: element.getAttribute("href") ?? "",
        form: element.closest("form")?.getAttribute("id") ?? "",
        action: element.closest("form")?.getAttribute("action") ?? "",
        inForm,
        sends: inForm && element.tagName === "BUTTON" && !element.classList.contains("button--secondary"),
        ring: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
        seen: [...element.getClientRects()].some(isSeen),
      };
    }, POINTS);
  }

  /** Tab, to a stop that shows where one is. */
  async tab(): Promise<Focus> {
    const focus = await this.press("Tab");
    if (focus.tag === "BODY") return focus;
    expect(focus.ring, `focus visible on ${JSON.stringify(focus)}`).toBe(true);
    expect(focus.seen, `focus not hidden on ${JSON.stringify(focus)}`).toBe(true);
    return focus;
  }

  /** Types a text into what has the focus; Tab selects what a field holds, so it is replaced. */
  async type(text: string): Promise<void> {
    this.typed += text.length;
    await this.page.keyboard.insertText(text);
  }

  /** About how long someone takes who is used to it, in seconds, the answers of the portal left out. */
  get seconds(): number {
    return Math.round((this.keys + this.typed) * PRESS + this.choices * MIND);
  }

  /** Tab until something wanted has the focus. */
  async tabTo(what: string, wanted: (focus: Focus) => boolean): Promise<Focus> {
    this.choices += 1;
    for (let stops = 0; stops < STOPS; stops += 1) {
      const focus = await this.tab();
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

  /** To the link whose address ends so, and where it leads. */
  async follow(ending: string): Promise<void> {
    await this.skipToContent();
    await this.tabTo(`the link to ${ending}`, ({ href }) => href.split(/[?#]/)[0].endsWith(ending));
    await this.activate();
  }

  /** To a button of the content, and what it does. */
  async push(what: string, wanted: (focus: Focus) => boolean = () => true): Promise<void> {
    await this.skipToContent();
    await this.tabTo(what, (focus) => focus.tag === "BUTTON" && wanted(focus));
    await this.activate();
  }

  /**
   * Answers the form shown, control by control, and presses its button; `only` some of them when the others hold an
   * answer already. Gives the number of controls answered.
   */
  async complete(answers: Answers, only?: readonly string[]): Promise<number> {
    await this.skipToContent();
    const answered = new Set<string>();
    const next = () => this.tabTo("the end of the form", ({ inForm }) => inForm);
    const here = await this.focus();
    for (let focus = here.inForm ? here : await next(); ; focus = await next()) {
      if (focus.sends) {
        await this.activate();
        return answered.size;
      }
      if (!["INPUT", "TEXTAREA"].includes(focus.tag) || answered.has(focus.name)) continue;
      if (only && !only.includes(focus.name)) continue;
      answered.add(focus.name);
      const ending = Object.keys(BY_ENDING).find((ending) => focus.name.endsWith(ending)) ?? "";
      await this.answer(focus, answers[focus.name] ?? BY_ENDING[ending]);
    }
  }

  private async answer(focus: Focus, wanted?: string): Promise<void> {
    if (focus.type === "radio") await this.choose(focus, wanted);
    else if (focus.type === "checkbox") await this.press("Space");
    else if (focus.type === "file") await this.attach(focus, wanted);
    else if (wanted !== undefined) await this.type(wanted);
  }

  /** The arrows go from one choice to the next; the first one only needs Space. */
  private async choose({ name, value }: Focus, wanted = value): Promise<void> {
    if (value === wanted) await this.press("Space");
    else for (let choices = 0; choices < 10; choices += 1) if ((await this.press("ArrowDown")).value === wanted) break;
    await expect(this.page.locator(`[name="${name}"][value="${wanted}"]`)).toBeChecked();
  }

  /** The window that chooses a file belongs to the system; the button that takes it belongs to the page. */
  private async attach({ name }: Focus, wanted?: string): Promise<void> {
    if (wanted === undefined) return;
    await this.page.locator(`input[type=file][name="${name}"]`).setInputFiles(PDF);
    await this.tabTo("the button that adds the file", ({ value }) => value === `add:${name}`);
    await this.activate();
  }

  /** Every stop from where one is, until the focus leaves the page. */
  async stops(): Promise<Focus[]> {
    const stops: Focus[] = [];
    while (stops.length < STOPS) {
      const focus = await this.tab();
      if (focus.tag === "BODY" || (stops.length > 0 && focus.href === "#contenu")) return stops;
      stops.push(focus);
    }
    throw new Error("Tab does not leave the page");
  }
}
