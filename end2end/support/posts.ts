// A mail server and a gateway of text messages on this machine: what leaves the portal arrives here.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect } from "../fixtures.ts";
import { record } from "./records.ts";

/** Both, and what they took. */
export class Posts {
  private mail?: ChildProcess;
  private gateway?: Server;
  readonly letters: { to: string[]; message: string }[] = [];
  readonly texts: { to: string; text: string }[] = [];
  /** Whether the gateway knows the numbers that it is given. */
  knowsNumbers = true;

  constructor() {
    const letters = () => this.letters.map(({ to, message }) => `letter to ${to}: ${subject(message)}`);
    const texts = () => this.texts.map(({ to, text }) => `text message to ${to}: ${text}`);
    record({ name: "messages that arrived", said: () => [...letters(), ...texts()].join("\n") });
  }

  /** Starts both; gives the settings of a portal that uses them, at any hour and without waiting. */
  async open(folder: string): Promise<NodeJS.ProcessEnv> {
    this.mail = spawn(process.execPath, [join(import.meta.dirname, "mail-server.mjs")], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const lines = createInterface({ input: this.mail.stdout! });
    const [first] = await once(lines, "line");
    lines.on("line", (line) => this.letters.push(JSON.parse(line)));
    this.gateway = createServer((request, answer) => {
      let body = "";
      request.on("data", (chunk) => (body += chunk));
      request.on("end", () => {
        if (request.method === "GET") return answer.end('{"state":"accepted"}');
        if (this.knowsNumbers) this.texts.push(JSON.parse(body));
        answer.writeHead(this.knowsNumbers ? 202 : 422).end();
      });
    });
    this.gateway.listen(0, "127.0.0.1");
    await once(this.gateway, "listening");
    const token = join(folder, "sms-token");
    writeFileSync(token, "a-token-of-the-gateway", { mode: 0o600 });
    return {
      PARVIS_MAIL__SMTP: `smtp://127.0.0.1:${JSON.parse(first).port}`,
      PARVIS_SMS__URL: `http://127.0.0.1:${(this.gateway.address() as AddressInfo).port}`,
      PARVIS_SMS__TOKEN_FILE: token,
      PARVIS_NOTICES__EMAIL_HOURS: "0-24",
      PARVIS_NOTICES__SMS_HOURS: "0-24",
      PARVIS_NOTICES__SMS_ON_SUNDAYS: "true",
      PARVIS_NOTICES__GROUPED_MINUTES: "0",
      PARVIS_NOTICES__APART_MINUTES: "0",
    };
  }

  /** Stops both. */
  close(): void {
    this.mail?.kill();
    this.gateway?.closeAllConnections();
    this.gateway?.close();
  }

  /** Path of the link to an appointment in a text message, once one arrived. */
  linkInText = () => linkIn(() => this.texts.map(({ text }) => text));

  /** The same in a letter. */
  linkInLetter = () => linkIn(() => this.letters.map(({ message }) => message));

  /** Path of the link in a letter that asks how it went. */
  linkToOpinion = () => linkIn(() => this.letters.map(({ message }) => decoded(message)), /\/\w+(?:-\w+)?\/votre-avis\/[\w-]+/);
}

const subject = (message: string) => /^Subject: .*$/im.exec(message)?.[0] ?? "no subject";

/** A letter with its text: Arabic travels in base64. */
function decoded(message: string): string {
  const [head = "", ...body] = message.split(/\r?\n\r?\n/);
  const text = body.join("\n\n");
  return /^Content-Transfer-Encoding: base64$/im.test(head) ? Buffer.from(text, "base64").toString("utf8") : text;
}

async function linkIn(messages: () => string[], link = /\/\w+(?:-\w+)?\/rappel\/[\w-]+/): Promise<string> {
  const links = () => messages().flatMap((text) => link.exec(text) ?? []);
  // Long enough for a message that was put off once or twice.
  await expect.poll(() => links().length, { timeout: 60_000 }).toBeGreaterThan(0);
  return links()[0];
}
