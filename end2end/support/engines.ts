// Three accessibility engines on the page as it stands, and what none of them sees: reflow, enlarged text, spacing,
// forced colours. Each complaint is one readable line. No rule is switched off and no element left out.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Audit, Outcome } from "@siteimprove/alfa-act";
import { Playwright } from "@siteimprove/alfa-playwright";
import rules from "@siteimprove/alfa-rules";
import { Conformance, Criterion } from "@siteimprove/alfa-wcag";
import type { Page } from "@playwright/test";

const { resolve } = createRequire(import.meta.url);
const AXE = readFileSync(resolve("axe-core/axe.min.js"), "utf8");
const IBM = readFileSync(resolve("accessibility-checker-engine/ace.js"), "utf8");
const AA = rules.filter((rule) =>
  rule.hasRequirement((need) => Criterion.isCriterion(need) && Conformance.isAA("2.2")(need)),
);

/** What the engines hold against the page. */
export async function violations(page: Page): Promise<string[]> {
  return [...(await axe(page)), ...(await ibm(page)), ...(await alfa(page))];
}

async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    type Found = { id: string; help: string; nodes: { target: string[]; html: string }[] };
    const { axe } = window as unknown as { axe: { run(on: Document, how: object): Promise<{ violations: Found[] }> } };
    // Off by default, though WCAG 2.2 AA asks for it.
    const { violations } = await axe.run(document, { rules: { "target-size": { enabled: true } } });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `axe ${id}: ${help} – ${node.target.join(" ")} – ${node.html.slice(0, 160)}`),
    );
  });
}

async function ibm(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "ace" in window))) await page.evaluate(IBM);
  return page.evaluate(async () => {
    type Found = { ruleId: string; value: string[]; message: string; path: { dom: string }; snippet: string };
    type Checker = new () => { check(on: Document, sets: string[]): Promise<{ results: Found[] }> };
    const { ace } = window as unknown as { ace: { Checker: Checker } };
    const { results } = await new ace.Checker().check(document, ["WCAG_2_2"]);
    return results
      .filter(({ value }) => value[0] === "VIOLATION" && value[1] === "FAIL")
      .map(({ ruleId, message, path, snippet }) => `IBM ${ruleId}: ${message} – ${path.dom} – ${snippet.slice(0, 160)}`);
  });
}

async function alfa(page: Page): Promise<string[]> {
  const handle = await page.evaluateHandle(() => document);
  const outcomes = await Audit.of(await Playwright.toPage(handle), AA).evaluate();
  await handle.dispose();
  return [...outcomes].filter(Outcome.isFailed).map(({ rule, target, expectations }) => {
    const said = [...JSON.stringify(expectations).matchAll(/"error":\{"message":"(.*?)"[,}]/g)].map(([, words]) => words);
    return `alfa ${rule.uri.split("/").at(-1)}: ${said.join("; ")} – ${String(target).replace(/\s+/g, " ").slice(0, 200)}`;
  });
}

/** What the engines cannot see. The page is left as it was. */
export async function blindSpots(page: Page): Promise<string[]> {
  const found: string[] = [];
  const usual = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 320, height: 640 });
  found.push(...(await sideways(page, "at 320 px")));
  await page.setViewportSize(usual);
  const before = await page.evaluate(clipped);
  for (const [name, style] of [
    ["with text at 200 %", ":root { font-size: 200% !important }"],
    [
      "with wide spacing",
      "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }" +
        " p { margin-block-end: 2em !important }",
    ],
  ]) {
    await page.evaluate((style) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      document.adoptedStyleSheets = [sheet];
    }, style);
    found.push(...(await sideways(page, name)));
    const now = await page.evaluate(clipped);
    found.push(...now.filter((box) => !before.includes(box)).map((box) => `${name}, text is cut in ${box}`));
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
  }
  return found;
}

/** Boxes whose text goes over their edge and is hidden there. */
// What is said to screen readers only stands cut on purpose, and comes at any moment.
function clipped(): string[] {
  return [...document.querySelectorAll<HTMLElement>("body *:not(#live, #live-error)")]
    .filter((box) => {
      const { overflowX, overflowY } = getComputedStyle(box);
      const hides = [overflowX, overflowY].some((overflow) => ["hidden", "clip"].includes(overflow));
      return hides && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1);
    })
    .map((box) => `${box.tagName.toLowerCase()}.${box.className}`);
}

async function sideways(page: Page, when: string): Promise<string[]> {
  return page.evaluate((when) => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll("body *")].filter((box) => {
      const { left, right } = box.getBoundingClientRect();
      return right > width + 1 || left < -1;
    });
    const names = wide.slice(-3).map((box) => box.outerHTML.slice(0, 120));
    return [`${when}, the page scrolls to the side: ${names.join(" | ")}`];
  }, when);
}
