// What a screen reader says of a page, from its first line to its last, kept as a file that people review: a change of
// words, of order or of roles shows as a difference. The reader is a virtual one: its words for roles are English, and
// it says what the HTML and ARIA promise, not what each product makes of it.

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { expect } from "../fixtures.ts";

const { resolve } = createRequire(import.meta.url);
const READER = readFileSync(
  join(dirname(resolve("@guidepup/virtual-screen-reader/package.json")), "lib/esm/index.browser.js"),
  "utf8",
);
const KEPT = join(import.meta.dirname, "../transcripts");

/** The policy of the pages lets scripts of their own origin run: the reader comes from there, and nothing is relaxed. */
const ADDRESS = "/read-aloud.js";

/** What differs from one run to the next, and what stands in its place. */
const CHANGING: readonly (readonly [RegExp, string])[] = [
  // A day of these years, alone or with its hour, as the languages of the portal write it.
  [/\d{1,2}(?:er)? \p{L}+ 20[2-9]\d(?:\s(?:à \d{1,2}\sh\s\d\d|at \d{1,2}:\d\d|على الساعة \d{1,2}:\d\d))?/gu, "<date>"],
  // The days left of thirty, should midnight pass meanwhile.
  [/\b(?:29|30)\b(?= (?:jours|days left|يوم))/g, "<days>"],
  [/\b\d{4}-\d{6}\b/g, "<number>"],
  [/\b[0-9A-Z]{4}(?:[\s-][0-9A-Z]{4}){2}\b/g, "<tracking code>"],
  [/\b[a-z]{6}(?:-[a-z]{6}){2}\b/g, "<hand-over code>"],
  [/(?<=^ *)[a-z]{2} [a-z]{2} [a-z]{2}$/gm, "<syllables>"],
  // Of the files that hold the whole request.
  [/(?<=\((?:PDF|JSON), )\d+(?= ko\))/g, "<weight>"],
  [/\b[0-9a-f]{64}\b/g, "<fingerprint>"],
  [/127\.0\.0\.1:\d+/g, "<portal>"],
];

/** The phrases, one a line. */
export async function readAloud(page: Page): Promise<string> {
  await page.route(`**${ADDRESS}`, (route) => route.fulfill({ contentType: "text/javascript", body: READER }));
  const phrases = await page.evaluate(async (address) => {
    const { virtual } = await import(address);
    await virtual.start({ container: document.body });
    while ((await virtual.lastSpokenPhrase()) !== "end of document") await virtual.next();
    const phrases: string[] = await virtual.spokenPhraseLog();
    await virtual.stop();
    return phrases;
  }, ADDRESS);
  await page.unroute(`**${ADDRESS}`);
  const head = `document, ${await page.title()}, ${await page.locator("html").getAttribute("lang")}`;
  const text = laidOut([head, ...phrases.slice(1, -1)].map(spoken));
  return CHANGING.reduce((text, [changing, steady]) => text.replaceAll(changing, steady), text);
}

/** Signs of direction are shown and never said. */
const spoken = (phrase: string) => phrase.replace(/[\u200e\u200f\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();

/** Said beside the page: what happens at this very moment, which other tests wait for. */
const NEWS = /^(?:polite|assertive): /;

/** The value that a button sends, which no real reader says. */
const SENT = /(?<=^(?:end of )?button, .*), (?:send|keep|continue|restore|here|leave|near|(?:add|remove):\S+|\d+~\S+)$/;

/**
 * What is inside something stands further in, in the place of the words "end of" that close it; paragraphs need
 * neither. The regions for news, after the foot of the page, are left out.
 */
function laidOut(all: string[]): string {
  const phrases = all.slice(0, all.indexOf("end of contentinfo") + 1).map((phrase) => phrase.replace(SENT, ""));
  const closed = new Set<number>();
  const open: number[] = [];
  phrases.forEach((phrase, at) => {
    if (!phrase.startsWith("end of ")) return open.push(at);
    const begin = open.findLastIndex((begin) => phrases[begin] === phrase.slice("end of ".length));
    if (begin >= 0) closed.add(open.splice(begin)[0]);
  });
  const lines: string[] = [];
  let depth = 0;
  phrases.forEach((phrase, at) => {
    if (NEWS.test(phrase) || /^(?:end of )?paragraph$/.test(phrase)) return;
    if (phrase.startsWith("end of ")) depth -= 1;
    else lines.push("  ".repeat(depth) + phrase.replace(/, level 1, position (\d+), set size (\d+)$/, " $1 of $2"));
    if (closed.has(at)) depth += 1;
  });
  return `${lines.join("\n")}\n`;
}

/** Reads pages of one folder of transcripts, and compares each with what is kept. */
export class Reader {
  private readonly states: string[] = [];

  /** `steady` takes out what changes from one day to the next and is not known here. */
  constructor(
    private readonly folder: string,
    private readonly steady = (text: string): string => text,
  ) {}

  /** `npx playwright test read-aloud --update-snapshots` keeps what is read now. */
  async reads(page: Page, state: string): Promise<void> {
    this.states.push(`${state}.txt`);
    expect.soft(this.steady(await readAloud(page)), state).toMatchSnapshot([this.folder, `${state}.txt`]);
  }

  /** Every transcript kept in the folder was read: none is left of a state that no longer exists. */
  verdict(): void {
    expect(readdirSync(join(KEPT, this.folder)).sort()).toEqual(this.states.sort());
  }
}
