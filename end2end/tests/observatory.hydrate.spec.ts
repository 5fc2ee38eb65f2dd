// The portal as a town runs it, behind a proxy that ends TLS, before the HTTP Observatory of MDN.

import { execFile, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createPlain, request } from "node:http";
import { createServer as createSecure } from "node:https";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "../fixtures.ts";
import { freePort } from "../support/ports.ts";

const root = resolve(import.meta.dirname, "../..");
const run = promisify(execFile);

test("the MDN HTTP Observatory gives its best grade", async () => {
  const folder = mkdtempSync(join(tmpdir(), "parvis-observatory-"));
  const [portalPort, plainPort, securePort] = [await freePort(), await freePort(), await freePort()];
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const words = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"];
  execFileSync("openssl", [...words, "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", cert], {
    stdio: "ignore",
  });
  const portal = spawn(process.env.END2END_SERVER ?? join(root, "target/release/parvis"), ["serve"], {
    cwd: root,
    stdio: "ignore",
    env: {
      ...process.env,
      PARVIS_LISTEN: `127.0.0.1:${portalPort}`,
      PARVIS_OPERATIONS: "127.0.0.1:0",
      PARVIS_PUBLIC_URL: `https://localhost:${securePort}`,
      PARVIS_TRUSTED_PROXIES: '["127.0.0.1"]',
      PARVIS_DATA: join(folder, "data"),
      PARVIS_SITE: process.env.END2END_SITE ?? join(root, "target/site"),
    },
  });
  // What the operating guide asks of the proxy, and nothing more.
  const secure = createSecure({ key: readFileSync(key), cert: readFileSync(cert) }, (asked, answer) => {
    const { url: path, method, headers } = asked;
    const onward = request({ port: portalPort, host: "127.0.0.1", path, method, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    onward.on("error", () => answer.writeHead(502).end());
    asked.pipe(onward);
  }).listen(securePort, "localhost");
  const plain = createPlain((asked, answer) => {
    answer.writeHead(301, { Location: `https://localhost:${securePort}${asked.url}` }).end();
  }).listen(plainPort, "localhost");
  try {
    await expect
      .poll(() => fetch(`http://127.0.0.1:${portalPort}/fr`).then(({ status }) => status, () => 0), { timeout: 30_000 })
      .toBe(200);
    const scan = join(root, "end2end/support/observatory.mjs");
    const { stdout } = await run(process.execPath, [scan, String(plainPort), String(securePort)], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: cert },
    });
    const { grade, score, lost } = JSON.parse(stdout);
    console.log(`MDN HTTP Observatory: ${grade}, ${score} points`);
    expect(lost, "checks that cost points").toEqual([]);
    expect(grade).toBe("A+");
  } finally {
    secure.close();
    plain.close();
    portal.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  }
});
