// Booking a time: what one comes for, a time that is free, the one page of questions, the confirmation.

import type { Locator, Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { type Answers, complete, stepOf } from "./form.ts";
import type { Portal } from "./sent.ts";
import { act, open } from "./visit.ts";

/** What a resident comes for. */
export type Visit = {
  /** Identifier of its appointment type. */
  kind: string;
  /** The need, as the address of the times says it; nothing: one person, on the spot. */
  need?: string;
  /** Answers that decide the way through the form. */
  answers: Answers;
};

const WRITTEN: Answers = { name: "Léa Martin", contact: "email", note: "" };

/** A passport for one person, at two places. */
export const PASSPORT: Visit = { kind: "piece-identite", answers: WRITTEN };

/** A passport for four people, who need time and cannot climb stairs; both are told by phone. */
export const FAMILY: Visit = {
  kind: "piece-identite",
  need: "personnes=4&documents=5&aide=more_time&aide=step_free",
  answers: { ...WRITTEN, contact: "phone" },
};

/** Help with a procedure, by phone. */
export const CALL: Visit = { kind: "aide-numerique", need: "mode=phone", answers: WRITTEN };

/** The times of a page, the proposed ones first. */
export const times = (page: Page): Locator => page.locator("button[name=horaire]");

/** The times of the week of a page, without the proposed ones, which may begin within hours. */
export const ofTheWeek = (page: Page): Locator => page.locator(".time-week button[name=horaire]");

/** The card of the appointment: on the receipt and on the request. */
export const card = (page: Page): Locator => page.locator(".appointment");

/** What the card says of the day and the hours. */
export const planned = async (page: Page): Promise<string> =>
  (await card(page).locator(".facts__value").allInnerTexts()).join(" | ");

/** Address of the request of a receipt. */
export const requestOf = (page: Page): string => page.url().replace(/\/recepisse.*/, "");

/** To the times for a visit. */
export async function look(page: Page, { origin }: Portal, { kind, need }: Visit, language = "fr"): Promise<void> {
  await open(page, `${origin}/${language}/rendez-vous/${kind}/horaires${need ? `?${need}` : ""}`);
}

/** From a page of times to the same of the week after. */
export async function nextWeek(page: Page): Promise<void> {
  await act(page, () => page.locator(".times nav a[href*='semaine=']").first().click());
}

/** The last time of a page: those of the next hours can neither be moved nor cancelled. */
export const LAST = -1;

/** Presses a time: the one of that rank, the proposed ones first, or another one if someone else is faster. */
export async function choose(page: Page, rank = 0, among: (page: Page) => Locator = times): Promise<void> {
  await expect(async () => {
    await act(page, () => among(page).nth(rank).click());
    await expect(page.locator("#error-summary")).toHaveCount(0, { timeout: 100 });
  }).toPass();
}

/** Answers the page of questions, from the time just chosen to the review. */
export async function tell(page: Page, answers: Answers): Promise<void> {
  while (stepOf(page)) await complete(page, answers);
  await expect(page).toHaveURL(/\/verification(#titre)?$/);
}

/** Confirms on the review: the receipt shows the appointment, at once or, when the office was slow, a little later. */
export async function confirm(page: Page): Promise<void> {
  await act(page, () => page.locator("#send-form button").click());
  await expect(page).toHaveURL(/\/recepisse$/);
  await expect(async () => {
    if (!(await card(page).isVisible())) await page.reload();
    await expect(card(page), "the office confirms the time").toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}

/** All of it, from the times to the page of the request: a time of another day. Gives the address of the request. */
export async function book(page: Page, portal: Portal, visit: Visit, language = "fr"): Promise<string> {
  await look(page, portal, visit, language);
  await nextWeek(page);
  await choose(page, LAST);
  await tell(page, visit.answers);
  await confirm(page);
  const request = requestOf(page);
  await open(page, request);
  return request;
}
