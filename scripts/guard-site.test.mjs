// The guard of the build must refuse what it says it refuses. Run with `node --test scripts/guard-site.test.mjs`.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";

const text = (value) => [value.length, ...Buffer.from(value)];
const section = (id, bytes) => [id, bytes.length, ...bytes];

/** A wasm module with one function, exported as `name`, and a custom section that holds `note`. */
const wasm = (name, note = "") =>
  Buffer.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, 0, 0]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text(name), 0, 0]),
    ...section(10, [1, 2, 0, 0x0b]),
    ...section(0, [...text("note"), ...Buffer.from(note)]),
  ]);

/** Runs the guard on a repository made of `files` (null: left out); gives its exit status and what it said. */
function guard(files, ...args) {
  const root = mkdtempSync(join(tmpdir(), "guard-"));
  try {
    const all = {
      "app/src/islands/counter.rs": "/// Counts.\n#[island]\npub fn Counter(start: u32) -> impl IntoView {}\n",
      "site/pkg/parvis.js": "export default 1;",
      "site/pkg/parvis.wasm": wasm("Counter_123"),
      ...files,
    };
    for (const [name, content] of Object.entries(all)) {
      if (content === null) continue;
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), content);
    }
    mkdirSync(join(root, "docs"), { recursive: true });
    const run = spawnSync(process.execPath, [join(import.meta.dirname, "guard-site.mjs"), join(root, "site"), root, ...args]);
    let sizes = null;
    try {
      sizes = JSON.parse(readFileSync(join(root, "docs/sizes.json"), "utf8"));
    } catch {
      // No size accepted yet.
    }
    return { status: run.status, said: run.stderr.toString(), sizes };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test("a sound site passes", () => {
  const { status, said } = guard({});
  assert.equal(status, 0, said);
});

test("a wasm that browsers refuse is refused", () => {
  const { status, said } = guard({ "site/pkg/parvis.wasm": Buffer.from("not wasm") });
  assert.equal(status, 1);
  assert.match(said, /parvis\.wasm does not start/);
});

test("an island that nobody could wake is refused", () => {
  const { status, said } = guard({ "site/pkg/parvis.wasm": wasm("hydrate") });
  assert.equal(status, 1);
  assert.match(said, /island Counter is not exported/);
});

test("a site without wasm is refused", () => {
  assert.match(guard({ "site/pkg/parvis.wasm": null }).said, /no wasm in pkg/);
});

test("more bytes than a slow phone should load are refused", () => {
  const { status, said } = guard({ "site/pkg/parvis.js": randomBytes(100_001) });
  assert.equal(status, 1);
  assert.match(said, /the limit is 100000/);
});

test("unexplained growth is refused and explained growth is kept", () => {
  const before = JSON.stringify({ bytes: 1000, history: [] });
  const larger = { "docs/sizes.json": before, "site/pkg/parvis.js": randomBytes(1100) };
  assert.match(guard(larger).said, /grew from 1000/);
  const { status, sizes } = guard(larger, "--record", "the slot picker");
  assert.equal(status, 0);
  assert.ok(sizes.bytes > 1100);
  assert.equal(sizes.history.at(-1).why, "the slot picker");
});

test("a web font is refused", () => {
  assert.match(guard({ "site/fonts/a.woff2": "x" }).said, /is a web font/);
});

test("the builder's folders are refused", () => {
  const file = { "site/pkg/parvis.wasm": wasm("Counter_123", "/home/ines/src/lib.rs") };
  assert.match(guard(file, "/home/ines").said, /names the builder's folder/);
});
