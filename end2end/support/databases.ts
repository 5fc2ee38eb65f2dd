// Where the portal and the back office of a test keep what they know: files of SQLite, or databases on the PostgreSQL of
// scripts/with-postgres.sh, made for one test and dropped after it.

import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** The address of a PostgreSQL on which tests may create databases; nothing: SQLite. */
const SERVER = process.env.PARVIS_TEST_POSTGRES;

const run = promisify(execFile);

/** One database. */
export type Database = {
  /** Its address, as the programs read it. */
  url: string;
  /** Does one statement; gives the rows, one a line. */
  sql(statement: string): Promise<string>;
  /** It goes away, whoever is still connected; a file goes away with its folder. */
  drop(): Promise<void>;
};

/** A new database of that name, or the file of SQLite. */
export async function newDatabase(name: string, file: string): Promise<Database> {
  return SERVER ? onPostgres(SERVER, name) : inFile(file);
}

async function onPostgres(server: string, name: string): Promise<Database> {
  const address = new URL(server);
  address.pathname = `/${name}`;
  const url = address.href;
  const drop = async () => {
    await psql(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  };
  // One may be left of a run that was cut short.
  await drop();
  await psql(server, `CREATE DATABASE "${name}" TEMPLATE template0`);
  return { url, sql: (statement) => psql(url, statement), drop };
}

async function psql(url: string, statement: string): Promise<string> {
  const quietly = ["--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--set=ON_ERROR_STOP=1"];
  const { stdout } = await run("psql", [...quietly, `--dbname=${url}`, `--command=${statement}`]);
  return stdout;
}

function inFile(file: string): Database {
  const script = [
    "import sqlite3, sys",
    "with sqlite3.connect(sys.argv[1], timeout=10) as database:",
    "    for row in database.execute(sys.argv[2]): print(*row, sep='|')",
  ].join("\n");
  const sql = async (statement: string) => (await run("python3", ["-c", script, file, statement])).stdout;
  return { url: `sqlite:${file}`, sql, drop: async () => {} };
}
