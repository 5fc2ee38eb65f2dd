// What the programs that a test starts say, for whoever reads why it failed: on another machine, the list of the tests
// is all that is left.

import type { TestInfo } from "@playwright/test";

/** A program that a test starts. */
type Record = {
  name: string;
  /** What it said so far, and what else tells how it stands. */
  said: () => string | Promise<string>;
  /** Takes away what that is read from. */
  forget?: () => Promise<void>;
};

/** Those of the test that runs: a worker runs one at a time. */
const records: Record[] = [];

/** So many lines, the last ones, are shown in the list; the file beside the screenshot has all of them. */
const SHOWN = 60;

/** To be told, should the test fail, and forgotten afterwards. */
export function record(program: Record): void {
  records.push(program);
}

/** Tells what was said during a test that failed; forgets it in any case. */
export async function tellRecords(info: TestInfo): Promise<void> {
  const failed = info.status !== info.expectedStatus;
  for (const { name, said, forget } of records.splice(0)) {
    if (failed) await tell(info, name, await said());
    await forget?.();
  }
}

async function tell(info: TestInfo, name: string, said: string): Promise<void> {
  // Without the colours of a terminal.
  const text = said.replace(/\u001b\[[\d;]*m/g, "").trimEnd() || "(nothing)";
  await info.attach(name, { body: text, contentType: "text/plain" });
  const last = text.split("\n").slice(-SHOWN);
  const title = [info.project.name, ...info.titlePath].join(" › ");
  console.log([`${title}, ${name}:`, ...last].join("\n    "));
}
