// Refuses a site that must not be shipped: a wasm that does not start, islands nobody can wake, too many bytes,
// web fonts, the builder's folders. Usage: node guard-site.mjs SITE ROOT [FOLDER_TO_HIDE…] [--record "why"]
// Limits: docs/performance.md. The last accepted size is in docs/sizes.json; --record accepts the new one.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const FIRST_VISIT_LIMIT = 100_000; // bytes of JavaScript and wasm, brotli 11
const ALLOWED_GROWTH = 1.03; // against docs/sizes.json

const args = process.argv.slice(2);
const at = args.indexOf("--record");
const reason = at < 0 ? null : args.splice(at, 2)[1];
const [site, root, ...others] = args;
const hidden = [root, ...others];
const problems = [];

const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;

/** Names of the components declared with #[island] in the sources. */
function islandNames() {
  const pattern = /#\[island(?:\([^)]*\))?\]\s*(?:(?:#\[[^\]]*\]|\/\/[^\n]*)\s*)*pub(?:\([^)]*\))?\s+(?:async\s+)?fn\s+(\w+)/g;
  return filesUnder(join(root, "app/src"))
    .filter((file) => file.endsWith(".rs"))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(pattern)].map((match) => match[1]));
}

const shipped = filesUnder(site);
const code = shipped.filter((file) => /\/pkg\/.*\.(js|wasm)$/.test(file));
const wasm = code.filter((file) => file.endsWith(".wasm"));
if (wasm.length === 0) problems.push("no wasm in pkg/");

const exported = new Set();
for (const file of wasm) {
  const bytes = readFileSync(file);
  try {
    // What a browser does first; wasm-opt can write encodings that browsers refuse.
    for (const item of WebAssembly.Module.exports(new WebAssembly.Module(bytes))) exported.add(item.name);
  } catch (error) {
    problems.push(`${relative(site, file)} does not start: ${error.message}`);
  }
  // "/" alone, or "/root" inside a longer word, would say nothing.
  for (const folder of hidden.filter((name) => name.length > 1)) {
    if (bytes.includes(`${folder}/`)) problems.push(`${relative(site, file)} names the builder's folder ${folder}`);
  }
}

// Leptos exports each island as Name_<number>; a linker may drop one that nothing seems to use.
for (const name of islandNames()) {
  if (![...exported].some((item) => item.startsWith(`${name}_`) && /^\d+$/.test(item.slice(name.length + 1)))) {
    problems.push(`island ${name} is not exported by the wasm: it would stay plain HTML`);
  }
}

for (const file of shipped) {
  if (/\.(woff2?|ttf|otf|eot)$/.test(file)) problems.push(`${relative(site, file)} is a web font`);
}

const total = code.reduce((sum, file) => sum + brotli(readFileSync(file)), 0);
if (total > FIRST_VISIT_LIMIT) problems.push(`JavaScript and wasm weigh ${total} bytes, the limit is ${FIRST_VISIT_LIMIT}`);

const ratchet = join(root, "docs/sizes.json");
const accepted = existsSync(ratchet) ? JSON.parse(readFileSync(ratchet, "utf8")) : null;
if (reason) {
  const entry = { bytes: total, why: reason };
  const history = [...(accepted?.history ?? []), entry];
  writeFileSync(ratchet, `${JSON.stringify({ unit: "bytes of pkg/*.{js,wasm}, brotli 11", bytes: total, history }, null, 2)}\n`);
} else if (accepted && total > accepted.bytes * ALLOWED_GROWTH) {
  problems.push(
    `JavaScript and wasm grew from ${accepted.bytes} to ${total} bytes: make them smaller, ` +
      `or accept it with 'make accept-size WHY="…"'`,
  );
}

console.error(`parvis:    JavaScript + wasm: ${total} bytes in brotli (limit ${FIRST_VISIT_LIMIT}${accepted ? `, accepted ${accepted.bytes}` : ""})`);
for (const problem of problems) console.error(`parvis:    ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);
