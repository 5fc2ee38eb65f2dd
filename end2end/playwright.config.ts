// The browser tests: the release server on a free port with an empty data folder, and Debian's Chromium, three
// ways: hydrated, without JavaScript, and with the wasm refused. Every journey must end the same in all three.

import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import type { Ways } from "./fixtures.ts";
import { newDatabase } from "./support/databases.ts";
import { freePort } from "./support/ports.ts";

const here = import.meta.dirname;
const root = resolve(here, "..");
const data = join(here, "results", "data");

/** Settings of the server: where it keeps what it knows. */
const databases: Record<string, string> = {};

// Workers read this file again: the first reading decides for all of them.
if (!process.env.END2END_PORT) {
  process.env.END2END_PORT = String(await freePort());
  rmSync(data, { recursive: true, force: true });
  const url = async (name: string) => (await newDatabase(`parvis-browsers-${name}`, join(data, `${name}.db`))).url;
  databases.PARVIS_DATABASE = await url("portal");
  databases.PARVIS_BACKOFFICE__DATABASE = await url("backoffice");
}
const origin = `http://127.0.0.1:${process.env.END2END_PORT}`;

/** Without a living page. How pages are laid out does not depend on scripts: the narrow window, where less fits, is enough. */
const plain = { testIgnore: /hydrate/, grepInvert: /1280 px/ };

export default defineConfig<Ways>({
  testDir: "tests",
  outputDir: "results/browsers",
  // What a screen reader says is the same on every machine.
  snapshotPathTemplate: "transcripts/{arg}{ext}",
  fullyParallel: true,
  // More than the cores of a small machine: pages are waited for half of the time.
  workers: 3,
  timeout: 60_000,
  // A test that passes the second time is a fault, of the portal or of the test.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: origin,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    actionTimeout: 15_000,
    navigationTimeout: 15_000,
    screenshot: "only-on-failure",
    // Recording doubles the time of the suite: ask for it to look into a failure.
    trace: process.env.END2END_TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "hydrated" },
    { name: "nojs", ...plain, use: { javaScriptEnabled: false } },
    { name: "nowasm", ...plain, use: { wasm: "refused" } },
  ],
  webServer: {
    command: `"${process.env.END2END_SERVER ?? join(root, "target/release/parvis")}" serve`,
    cwd: root,
    url: `${origin}/fr`,
    timeout: 30_000,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    env: {
      PARVIS_LISTEN: `127.0.0.1:${process.env.END2END_PORT}`,
      PARVIS_OPERATIONS: "127.0.0.1:0",
      PARVIS_DATA: data,
      ...databases,
      // Each test says which visitor it is (fixtures.ts).
      PARVIS_TRUSTED_PROXIES: '["127.0.0.1"]',
      PARVIS_SITE: process.env.END2END_SITE ?? join(root, "target/site"),
    },
  },
});
