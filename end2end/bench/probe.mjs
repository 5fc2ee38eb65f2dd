// What a first visit costs on a slow phone, page by page: bytes by kind, paints, hydration, blocked time, shifts.
// Usage: node probe.mjs ORIGIN RUNS PAGES; prints JSON for the crate `bench`, which starts the server and writes the table.

import { chromium } from "@playwright/test";

const [origin, runs, prepared] = process.argv.slice(2);

/** Slow 4G as Chrome's own tools emulate it, and a processor four times slower (docs/performance.md). */
const NETWORK = { offline: false, latency: 562.5, downloadThroughput: 188_743, uploadThroughput: 86_400 };
const CPU_SLOWDOWN = 4;
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: "fr-FR" };
/** A page that is not live by then counts as never live, in milliseconds. */
const PATIENCE = 15_000;
/** After hydration, late shifts and tasks still count, in milliseconds. */
const AFTERWARDS = 700;
/** The part of a long task that keeps a person waiting begins after this, in milliseconds. */
const LONG = 50;

const KINDS = [
  ["html", /^text\/html/],
  ["javascript", /javascript/],
  ["wasm", /^application\/wasm/],
  ["images", /^image\//],
];
const kindOf = (type) => KINDS.find(([, pattern]) => pattern.test(type))?.[0] ?? "other";

const browser = await chromium.launch({
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
});

/** Runs in the page before anything else: keeps what the browser notices. */
function watch() {
  const seen = { first: null, largest: null, hydrated: null, blocked: 0, longest: 0, shift: 0 };
  window.__seen = seen;
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("paint", (entry) => {
    if (entry.name === "first-contentful-paint") seen.first = entry.startTime;
  });
  observe("largest-contentful-paint", (entry) => {
    seen.largest = entry.startTime;
  });
  observe("longtask", ({ duration }) => {
    seen.blocked += Math.max(0, duration - 50);
    seen.longest = Math.max(seen.longest, duration);
  });
  observe("layout-shift", (entry) => {
    seen.shift += entry.value;
  });
  new MutationObserver((_, observer) => {
    if (!document.documentElement?.hasAttribute("data-ready")) return;
    seen.hydrated = performance.now();
    observer.disconnect();
  }).observe(document, { subtree: true, attributes: true, childList: true, attributeFilter: ["data-ready"] });
}

/** One first visit: a new context, so a cold cache; only the cookies of the draft come along. */
async function visit(address, cookies) {
  const context = await browser.newContext(PHONE);
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.addInitScript(watch);
  const protocol = await context.newCDPSession(page);
  await protocol.send("Network.enable");
  await protocol.send("Network.emulateNetworkConditions", NETWORK);
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });

  const bytes = { html: 0, javascript: 0, wasm: 0, images: 0, other: 0, headers: 0, requests: 0 };
  const answers = new Map();
  protocol.on("Network.responseReceived", ({ requestId, response }) => {
    if (!response.url.startsWith("http")) return; // what is inside the page costs no request
    answers.set(requestId, { kind: kindOf(response.mimeType), headers: response.encodedDataLength });
  });
  protocol.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const answer = answers.get(requestId);
    if (!answer || encodedDataLength === 0) return; // a preloaded file taken from memory
    bytes.requests += 1;
    bytes.headers += answer.headers;
    bytes[answer.kind] += encodedDataLength - answer.headers;
  });

  const response = await page.goto(origin + address, { waitUntil: "load" });
  if (response.status() !== 200) throw new Error(`${address}: ${response.status()}`);
  await page.waitForFunction(() => window.__seen.hydrated !== null, null, { timeout: PATIENCE }).catch(() => {});
  await page.waitForTimeout(AFTERWARDS);
  const seen = await page.evaluate(() => window.__seen);
  await context.close();
  return {
    ...bytes,
    first_paint: seen.first,
    largest_paint: seen.largest,
    hydrated: seen.hydrated,
    blocked: seen.blocked,
    longest_task: seen.longest >= LONG ? seen.longest : 0,
    shift: seen.shift,
  };
}

/** The middle value; what never happened in one run is the greatest. */
function median(values) {
  const sorted = values.toSorted((one, other) => (one ?? Infinity) - (other ?? Infinity));
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

const { cookie: [name, value], pages: all } = JSON.parse(prepared);
const cookies = [{ name, value, url: origin }];
const PAGES = Object.fromEntries(all);
const visits = Object.fromEntries(Object.keys(PAGES).map((name) => [name, []]));
await visit("/fr", []); // the browser's own first page is slower
// Interleaved, so that a busy moment of the machine touches every page.
for (let run = 0; run < Number(runs); run += 1) {
  for (const [name, address] of Object.entries(PAGES)) visits[name].push(await visit(address, cookies));
}
const pages = Object.entries(visits).map(([name, all]) => {
  const figures = Object.keys(all[0]).map((key) => [key, median(all.map((one) => one[key]))]);
  return { name, ...Object.fromEntries(figures) };
});
process.stdout.write(JSON.stringify({ browser: `Chromium ${browser.version()}`, pages }));
await browser.close();
