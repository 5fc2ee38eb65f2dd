// At the place of an appointment. The hour of a test is not known: the town hall stands in a zone where it is day, and an
// agent opens hours that begin soon.

import type { Page } from "@playwright/test";
import { choose, confirm, look, PASSPORT, requestOf, tell } from "./booking.ts";
import type { Apart } from "./offices.ts";

const COUNTER = "mairie-guichet-1";

/** Zones of France around the earth; in one of them at least it is day. */
const ZONES = ["Europe/Paris", "Pacific/Noumea", "Pacific/Tahiti", "Indian/Reunion", "America/Guadeloupe"];

/** The clock of a zone: day and minutes since midnight. */
function clock(zone: string): { day: string; minutes: number } {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const [day, hour] = parts.format(new Date()).split(" ");
  const [hours, minutes] = hour.split(":").map(Number);
  return { day, minutes: hours * 60 + minutes };
}

const typed = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** The town hall is where it is day, and receives whoever comes soon. To be called before the town opens. */
export function byDay(apart: Apart): string {
  const zone = ZONES.find((name) => clock(name).minutes > 9 * 60 && clock(name).minutes < 18 * 60) ?? ZONES[0];
  apart.changeCatalogue("places.yaml", (text) => text.replace("- id: mairie\n", `- id: mairie\n  zone: ${zone}\n`));
  apart.changeCatalogue("appointment_types.yaml", (text) => text.replace("notice_hours: 2", "notice_hours: 0"));
  return zone;
}

/** An agent opens hours that begin in about twenty minutes. */
export async function opensSoon(apart: Apart, zone: string): Promise<void> {
  const { day, minutes } = clock(zone);
  const from = Math.ceil((minutes + 20) / 5) * 5;
  const hours = ["--first-day", day, "--last-day", day, "--from", typed(from), "--to", typed(from + 20)];
  await apart.agent("agenda", "open", COUNTER, ...hours);
}

/** Books the first time at the town hall: the address of the request. */
export async function bookSoon(
  page: Page,
  apart: Apart,
  language = "fr",
  answers = PASSPORT.answers,
): Promise<string> {
  await look(page, apart, { ...PASSPORT, need: "lieu=mairie" }, language);
  await choose(page);
  await tell(page, answers);
  await confirm(page);
  return requestOf(page);
}

/** Someone whom the portal can only tell by text message: the link to their appointment arrives at once. */
export const BY_PHONE = { ...PASSPORT.answers, contact: "phone" };

/** An agent calls the next one. */
export async function calls(apart: Apart): Promise<void> {
  await apart.agent("agenda", "call", "mairie", COUNTER);
}
