// Addresses for the servers that a test starts.

import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Below the ports that a system lends to outgoing connections (32768 and more): one of these is not taken between the
 * moment it is found free and the moment a server listens on it. */
const [lowest, highest] = [10_000, 32_000];

const isFree = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const probe = createServer().on("error", () => answer(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => answer(true)));
  });

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(lowest, highest);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port between ${lowest} and ${highest}`);
}
