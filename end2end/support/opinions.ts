// Saying how it went: at a place, for whoever is there.

import type { Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { formOf } from "./form.ts";
import type { Apart } from "./offices.ts";
import { BIRTH } from "./procedures.ts";
import type { Portal } from "./sent.ts";
import { act, open } from "./visit.ts";

/** Answers that are published together. */
export const TOGETHER = 11;

/** The first question, answered: the page of what more may be said. */
export async function say(page: Page, satisfaction: string): Promise<void> {
  await formOf(page).locator(`[name=satisfaction][value=${satisfaction}]`).check();
  await act(page, () => formOf(page).locator("button[value=send]").click());
}

/** Nothing more is said. */
export async function finish(page: Page): Promise<void> {
  // The last page has one button.
  const done = formOf(page).locator("button[value=done]");
  const last = formOf(page).locator("button[value=send]");
  await act(page, async () => ((await done.count()) ? done : last).click());
  await expect(page).toHaveURL(/\/votre-avis(#titre)?$/);
}

/** As many people say to the office how asking for a birth certificate went; the last `bad` of them badly. */
export async function manyAsked(apart: Apart, bad: number): Promise<void> {
  for (let person = 0; person < TOGETHER; person += 1) {
    const satisfaction = { type: "choice", value: person + bad < TOGETHER ? "best" : "bad" };
    await apart.survey("demarche", { kind: "procedure", id: BIRTH.id }, { satisfaction });
  }
}

/** To the question about the town hall. */
export const atTheHall = (page: Page, { origin }: Portal, language = "fr"): Promise<void> =>
  open(page, `${origin}/${language}/lieux/mairie/votre-avis`);

/** As many people as it takes say how it went there; the office is told. */
export async function manySay(page: Page, portal: Portal): Promise<void> {
  for (let person = 0; person < TOGETHER; person += 1) {
    await atTheHall(page, portal);
    await say(page, person % 4 ? "best" : "bad");
    await finish(page);
  }
}
