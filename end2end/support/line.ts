// A portal that is full: it lets in one person a second, and a crowd came first.

import { Apart } from "./offices.ts";

/** The pages of times of a portal in which so many people wait already. */
export async function full(apart: Apart, language: string, people: number): Promise<string> {
  await apart.open({ PARVIS_RUSH__PEOPLE_A_SECOND: "1" });
  const times = `${apart.origin}/${language}/rendez-vous/piece-identite/horaires`;
  // One after the other, each without a cookie: the first is let in, the others wait.
  for (let person = 0; person <= people; person += 1) await fetch(times);
  return times;
}
