// Waiting for a time that suits: a Sunday on which nobody receives, until an agent opens hours.

import type { Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { look, PASSPORT } from "./booking.ts";
import type { Apart } from "./offices.ts";
import { act } from "./visit.ts";

/** A Sunday at least a week away, as the three boxes of a date hold it and as agents type it. */
export function sunday(): { boxes: Record<string, string>; typed: string } {
  const day = new Date();
  day.setDate(day.getDate() + 7 + (7 - day.getDay()));
  const [year, month, date] = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map(String);
  return {
    boxes: { day: date, month, year },
    typed: [year, month.padStart(2, "0"), date.padStart(2, "0")].join("-"),
  };
}

/** Fills in the form of the list for that Sunday; `contact`: values by name. */
export async function wish(page: Page, contact: Record<string, string>): Promise<void> {
  for (const field of ["from", "to"])
    for (const [part, value] of Object.entries(sunday().boxes)) await page.locator(`[name="${field}.${part}"]`).fill(value);
  const { way, ...addresses } = contact;
  // A portal without text messages does not ask.
  if (way) await page.locator(`[name=way][value=${way}]`).check();
  for (const [name, value] of Object.entries(addresses)) await page.locator(`[name=${name}]`).fill(value);
}

/** From the times to the form of the list. */
export async function toTheList(page: Page, apart: Apart, language = "fr"): Promise<void> {
  await look(page, apart, PASSPORT, language);
  await act(page, () => page.locator("main a[href*='/attente']").click());
}

/** Sends the form of the list. */
export async function enter(page: Page): Promise<void> {
  await act(page, () => page.locator("#step-form button.button").last().click());
}

/** Enters the list from the times: gives the address of one's place. */
export async function waits(page: Page, apart: Apart, contact: Record<string, string>, language = "fr"): Promise<string> {
  await toTheList(page, apart, language);
  await wish(page, contact);
  await enter(page);
  await expect(page).toHaveURL(/\/attente\/[\w-]+(#titre)?$/);
  return page.url().replace(/#.*/, "");
}

/** An agent closes both places on every day on which one can book, but that Sunday. */
export async function closeEveryDayBut(apart: Apart): Promise<void> {
  const away = (days: number) => {
    const day = new Date(`${sunday().typed}T12:00:00Z`);
    day.setUTCDate(day.getUTCDate() + days);
    return day.toISOString().slice(0, 10);
  };
  for (const place of ["mairie", "france-services"])
    for (const [from, to] of [
      [away(-15), away(-1)],
      [away(1), away(120)],
    ]) {
      const days = ["--first-day", from, "--last-day", to, "--text", "Travaux."];
      await apart.agent("agenda", "close", place, ...days, "--agent", "Nadia");
    }
}

/** An agent opens hours that are enough for one passport. */
export async function opens(apart: Apart): Promise<void> {
  const day = sunday().typed;
  const hours = ["--first-day", day, "--last-day", day, "--from", "10:00", "--to", "10:20"];
  await apart.agent("agenda", "open", "mairie-guichet-1", ...hours);
}
