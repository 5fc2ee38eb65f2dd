// What the checks say of each state of a walk, gathered so that one run tells all of it.

import type { Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { blindSpots, violations } from "./engines.ts";
import type { Look } from "./walk.ts";

/** Collects what is wrong with each state; `verdict` fails with all of it, readable. */
export function inspection(page: Page, checks = [violations, blindSpots]): { look: Look; verdict(): void } {
  const found: string[] = [];
  let states = 0;
  const look: Look = async (state, where = page) => {
    states += 1;
    for (const check of checks)
      for (const line of await check(where)) {
        console.log(`[${state}] ${line}`);
        found.push(`[${state}] ${line}`);
      }
  };
  const verdict = () => {
    console.log(`${states} states inspected, ${found.length} faults`);
    expect(found.join("\n"), "what is wrong, by state").toBe("");
  };
  return { look, verdict };
}
