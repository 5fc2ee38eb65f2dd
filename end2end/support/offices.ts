// A portal and a back office in two processes, as a town that has its own software runs them; and in three, where that
// software is Request Tracker.

import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { type Database, newDatabase } from "./databases.ts";
import { freePort } from "./ports.ts";
import { record } from "./records.ts";

const root = resolve(import.meta.dirname, "../..");
const portal = process.env.END2END_SERVER ?? join(root, "target/release/parvis");
const office = process.env.END2END_OFFICE ?? join(dirname(portal), "parvis-backoffice");
const run = promisify(execFile);
const TOKEN = "a-token-for-the-browser-tests-only-0123456789";

/** Two processes and their folder. */
export class Apart {
  private processes: ChildProcess[] = [];
  private office?: ChildProcess;
  protected said = "";
  readonly folder = mkdtempSync(join(tmpdir(), "parvis-apart-"));
  origin = "";
  private contract = "";

  /** Its procedures, places and agendas. */
  protected catalogue = join(root, "backoffice/catalogue");

  /** Each is made when it is first asked for. */
  private readonly databases: { [name in "portal" | "office"]?: Promise<Database> } = {};

  constructor() {
    record({ name: "portal and office", said: () => this.tells(), forget: () => this.forget() });
  }

  /** Where the portal, or the office, keeps what it knows. */
  private database(name: "portal" | "office"): Promise<Database> {
    const file = { portal: "portal/portal.db", office: "office.db" }[name];
    return (this.databases[name] ??= newDatabase(`${basename(this.folder)}-${name}`, join(this.folder, file)));
  }

  private async place(): Promise<string[]> {
    const file = (name: string) => join(this.folder, name);
    return [
      ["--database", (await this.database("office")).url],
      ["--files", file("office-files")],
      ["--catalogue", this.catalogue],
      ["--key-file", file("office.key")],
    ].flat();
  }

  /** A catalogue of its own: each file as `change` makes it. */
  changeCatalogue(file: string, change: (text: string) => string): void {
    const own = join(this.folder, "catalogue");
    if (this.catalogue !== own) cpSync(this.catalogue, own, { recursive: true });
    this.catalogue = own;
    writeFileSync(join(own, file), change(readFileSync(join(own, file), "utf8")));
  }

  /** What an agent types after `parvis-backoffice`; gives what it prints. */
  async agent(...words: string[]): Promise<string> {
    const { stdout } = await run(office, [...words, ...(await this.place())], { cwd: root });
    return stdout;
  }

  /** Ends every access to a request, as time does: the clock of a portal that runs is not for tests to move. */
  async endAccesses(): Promise<void> {
    await (await this.database("portal")).sql(`UPDATE accesses SET expires_at = ${Date.now() - 1_000}`);
  }

  /** Every appointment is over, as time makes it; an agent says that whoever has this one came. */
  async pastVisit(number: string): Promise<void> {
    // In microseconds.
    const long = 3 * 3_600_000_000;
    const sql = `UPDATE backoffice_appointments SET starts_at = starts_at - ${long}, ends_at = ends_at - ${long}`;
    await (await this.database("office")).sql(sql);
    await this.agent("agenda", "attended", number, "--agent", "Nadia");
  }

  /** Times that are held are so for a few seconds, enough to press a button, and no longer: as it is minutes later. */
  async holdsEndSoon(): Promise<void> {
    // In microseconds.
    const until = (Date.now() + 10_000) * 1_000;
    const sql = `UPDATE backoffice_appointments SET held_until = ${until}, extended = 1 WHERE held_until IS NOT NULL`;
    await (await this.database("office")).sql(sql);
  }

  /** Nobody who waits got a time on the days that they gave, as it is months later. */
  async waitsExpire(): Promise<void> {
    const ended = `SET status = 'expired', ended_at = ${Date.now() * 1_000}`;
    const sql = `UPDATE backoffice_waiting_entries ${ended} WHERE status = 'waiting' AND ended_at IS NULL`;
    await (await this.database("office")).sql(sql);
  }

  /** The time of every reminder comes, as it does days later, once there is one. */
  async remindNow(): Promise<void> {
    const portal = await this.database("portal");
    const sql = () => `UPDATE reminders SET due_at = ${Date.now() - 1_000} RETURNING lead`;
    await this.until("a reminder", async () => (await portal.sql(sql())).trim() !== "");
  }

  /** Someone answers a questionnaire of the office, through the contract and to the end. */
  async survey(questionnaire: string, subject: object, answers: object): Promise<void> {
    const headers = { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" };
    const known = await (await fetch(`${this.contract}/v1/questionnaires`, { headers })).json();
    const { version } = known.items.find(({ id }: { id: string }) => id === questionnaire);
    const said = { questionnaire_id: questionnaire, version, subject, answers, way: "online", language: "fr" };
    const body = JSON.stringify({ ...said, revision: 1, complete: true });
    const address = `${this.contract}/v1/survey-responses/${randomUUID()}`;
    const answer = await fetch(address, { method: "PUT", headers, body });
    if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
  }

  /** What is published was so some months earlier. */
  async publishedEarlier(months: number): Promise<void> {
    // Months are written 202611.
    const since = `(month / 100 * 12 + month % 100 - 1 - ${months})`;
    const sql = `UPDATE backoffice_figures SET month = ${since} / 12 * 100 + ${since} % 12 + 1`;
    await (await this.database("office")).sql(sql);
  }

  /** What they said, then what the portal still has to send. */
  private async tells(): Promise<string> {
    const sql = `SELECT topic, state, attempts, last_error, next_at - ${Date.now()} FROM outbox ORDER BY created_at`;
    const outbox = await (await this.database("portal")).sql(sql).catch((error) => `cannot be read: ${error}\n`);
    return `${this.said}outbox (topic, state, attempts, last error, milliseconds to the next one):\n${outbox}`;
  }

  protected start(program: string, words: string[], environment: NodeJS.ProcessEnv): ChildProcess {
    const child = spawn(program, words, { cwd: root, env: { ...process.env, ...environment } });
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => (this.said += String(text)));
    this.processes.push(child);
    return child;
  }

  /** The back office does not answer any more. */
  async officeGoesAway(): Promise<void> {
    const { office } = this;
    if (!office) throw new Error("no back office was started");
    const gone = new Promise((end) => office.on("exit", end));
    office.kill("SIGKILL");
    await gone;
  }

  /** The words that make `parvis-backoffice` serve, once what stands behind it is there. */
  protected async serving(): Promise<string[]> {
    return ["serve"];
  }

  /** Starts all of them, the portal with more settings if they are given, and waits until the portal answers. */
  async open(settings: NodeJS.ProcessEnv = {}): Promise<void> {
    const [officePort, portalPort] = [await freePort(), await freePort()];
    const token = join(this.folder, "token");
    writeFileSync(token, TOKEN, { mode: 0o600 });
    await this.agent("new-key");
    const listen = `127.0.0.1:${officePort}`;
    this.contract = `http://${listen}`;
    this.office = this.start(office, [...(await this.serving()), "--listen", listen, "--token-file", token, ...(await this.place())], {});
    // The portal asks for the catalogue when it starts, then every minute.
    await this.until("the back office", () => this.said.includes("answers on"));
    this.origin = `http://127.0.0.1:${portalPort}`;
    this.start(portal, ["serve"], {
      PARVIS_LISTEN: `127.0.0.1:${portalPort}`,
      PARVIS_OPERATIONS: "127.0.0.1:0",
      PARVIS_DATA: join(this.folder, "portal"),
      PARVIS_DATABASE: (await this.database("portal")).url,
      PARVIS_SITE: process.env.END2END_SITE ?? join(root, "target/site"),
      PARVIS_BACKOFFICE__URL: this.contract,
      PARVIS_BACKOFFICE__TOKEN_FILE: token,
      ...settings,
    });
    await this.until("the portal", async () => (await fetch(`${this.origin}/fr/demarches`).catch(() => undefined))?.ok);
  }

  protected async until(what: string, ready: () => unknown, seconds = 30): Promise<void> {
    for (let tries = 0; tries < seconds * 5; tries += 1) {
      if (await ready()) return;
      await new Promise((waited) => setTimeout(waited, 200));
    }
    throw new Error(`${what} does not come: ${this.said}`);
  }

  /** Stops what was started. What it leaves is forgotten once the test is told to have passed or failed. */
  async close(): Promise<void> {
    // One that was killed has no exit code.
    const runs = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null;
    const ended = this.processes.map((child) => new Promise((end) => (runs(child) ? child.on("exit", end) : end(0))));
    for (const child of this.processes) child.kill("SIGTERM");
    await Promise.race([Promise.all(ended), new Promise((late) => setTimeout(late, 10_000))]);
    for (const child of this.processes) if (runs(child)) child.kill("SIGKILL");
  }

  private async forget(): Promise<void> {
    for (const database of Object.values(this.databases)) await (await database).drop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Three processes: the portal, the connector, a fresh Request Tracker with one queue and one agent, Claire. */
export class WithRequestTracker extends Apart {
  tracker = "";

  protected override async serving(): Promise<string[]> {
    const port = await freePort();
    const [folder, settings] = [join(this.folder, "rt"), join(this.folder, "rt.toml")];
    this.tracker = `http://127.0.0.1:${port}`;
    this.start(join(root, "scripts/request-tracker.sh"), [folder, String(port)], {});
    // It makes its database first.
    await this.until("Request Tracker", () => existsSync(join(folder, "ready")), 120);
    const said = {
      url: this.tracker,
      account: "parvis",
      token_file: join(folder, "token"),
      queue: "Démarches",
    };
    const lines = Object.entries(said).map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`);
    writeFileSync(settings, `${lines.join("")}every_seconds = 5\n`);
    return ["serve-request-tracker", "--settings", settings];
  }
}
