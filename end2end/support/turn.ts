// At the place of an appointment. The hour of a test is not known: the town hall stands in a zone where it is day, and an
// agent opens an hour of it.

import type { Page } from "@playwright/test";
import { choose, confirm, look, PASSPORT, requestOf, tell, times } from "./booking.ts";
import type { Answers } from "./form.ts";
import type { Apart } from "./offices.ts";
import type { Posts } from "./posts.ts";

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
function byDay(apart: Apart): string {
  const zone = ZONES.find((name) => clock(name).minutes > 9 * 60 && clock(name).minutes < 18 * 60) ?? ZONES[0];
  apart.changeCatalogue("places.yaml", (text) => text.replace("- id: mairie\n", `- id: mairie\n  zone: ${zone}\n`));
  apart.changeCatalogue("appointment_types.yaml", (text) => text.replace("notice_hours: 2", "notice_hours: 0"));
  return zone;
}

/** An agent opens an hour that has begun: whatever the day is, the counter receives people now, and times come soon. */
async function opensNow(apart: Apart, zone: string): Promise<void> {
  const { day, minutes } = clock(zone);
  const from = Math.floor(minutes / 5) * 5;
  const hours = ["--first-day", day, "--last-day", day, "--from", typed(from), "--to", typed(from + 60)];
  await apart.agent("agenda", "open", COUNTER, ...hours);
}

/** Opens a town whose town hall receives someone very soon. */
async function openByDay(apart: Apart, settings: NodeJS.ProcessEnv = {}): Promise<void> {
  const zone = byDay(apart);
  await apart.open(settings);
  await opensNow(apart, zone);
}

/** Rank of the first time that has not begun when the test ends: nobody is told of an appointment that has. */
async function soonest(page: Page): Promise<number> {
  // The sample office writes when a time begins, in seconds, at the head of its name.
  const begins = await times(page).evaluateAll((all) => all.map((it) => Number.parseInt((it as HTMLButtonElement).value)));
  const inTenMinutes = Date.now() / 1_000 + 600;
  return begins.indexOf(Math.min(...begins.filter((time) => time > inTenMinutes)));
}

/** Books a time of the next quarter of an hour at the town hall. */
async function bookSoon(page: Page, apart: Apart, language: string, answers: Answers): Promise<void> {
  await look(page, apart, { ...PASSPORT, need: "lieu=mairie" }, language);
  await choose(page, await soonest(page));
  await tell(page, answers);
  await confirm(page);
}

/** Opens a town in which someone has an appointment very soon: the address of their request. */
export async function expected(page: Page, apart: Apart, language = "fr"): Promise<string> {
  await openByDay(apart);
  await bookSoon(page, apart, language, PASSPORT.answers);
  return requestOf(page);
}

/** The same for someone whom the portal can only tell by text message: the address of the link, which comes at once. */
export async function expectedByPhone(page: Page, apart: Apart, posts: Posts, language = "fr"): Promise<string> {
  await openByDay(apart, await posts.open(apart.folder));
  await bookSoon(page, apart, language, { ...PASSPORT.answers, contact: "phone" });
  return apart.origin + (await posts.linkInText());
}

/** An agent calls the next one, or the holder of a ticket. */
export async function calls(apart: Apart, ticket?: string): Promise<void> {
  await apart.agent("agenda", "call", "mairie", COUNTER, ...(ticket ? ["--ticket", ticket] : []));
}
