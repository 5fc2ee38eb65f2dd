// The checks and the scale of the MDN HTTP Observatory on a server of this machine: its own command takes no port.
// Usage: node observatory.mjs HTTP_PORT HTTPS_PORT; prints the grade, the score and the checks that cost points.

import { existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ALL_TESTS } from "@mdn/mdn-http-observatory/src/constants.js";
import { MINIMUM_SCORE_FOR_EXTRA_CREDIT } from "@mdn/mdn-http-observatory/src/grader/charts.js";
import { getGradeForScore, getScoreModifier } from "@mdn/mdn-http-observatory/src/grader/grader.js";
import { retrieve } from "@mdn/mdn-http-observatory/src/retriever/retriever.js";

// The package downloads a list of domains when it is installed; this machine is on none.
const conf = join(dirname(createRequire(import.meta.url).resolve("@mdn/mdn-http-observatory")), "../conf");
const list = join(conf, "hsts-preload.json");
if (!existsSync(list)) writeFileSync(list, "{}");

const [httpPort, httpsPort] = process.argv.slice(2).map(Number);
const answers = await retrieve("localhost", { httpPort, httpsPort, path: "/fr" });
if (!answers.responses.https) throw new Error("nothing answers over TLS");
const found = ALL_TESTS.map((check) => check(answers)).map((outcome) => ({
  check: outcome.constructor.name,
  result: outcome.result,
  points: outcome.result ? getScoreModifier(outcome.result) : 0,
}));
const lost = found.filter(({ points }) => points < 0);
const plain = lost.reduce((score, { points }) => score + points, 100);
const extra = found.filter(({ points }) => points > 0).reduce((score, { points }) => score + points, plain);
const { grade, score } = getGradeForScore(plain >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? extra : plain);
console.log(JSON.stringify({ grade, score, lost, found }));
