// Starts the two servers that are compared, each with a mailbox of its own.
import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { freePort } from "../free-port.mjs";
import { Mailbox } from "./mailbox.mjs";
import { TextMessages } from "./text-messages.mjs";

/** How long a busy machine may take; nobody waits longer than the start takes. */
const START_PATIENCE = 120_000;
const TRUSTED_ORIGIN = "http://localhost:4321";
const here = import.meta.dirname;

export class Server {
  #offset = 0;

  constructor({ origin, mailbox, texts, child, clock, folder, invite }) {
    Object.assign(this, { origin, mailbox, texts, child, clock, folder, invite });
  }

  now() { return Date.now() + this.#offset; }

  /** Whether time can be moved forward; scenarios that need it are skipped where it cannot. */
  get hasClock() { return Boolean(this.clock); }

  async advance(milliseconds) {
    this.#offset += milliseconds;
    await this.clock(milliseconds, this.#offset);
  }

  async stop() {
    if (this.child && this.child.exitCode === null) {
      const gone = new Promise((resolve) => this.child.once("exit", resolve));
      this.child.kill("SIGTERM");
      await gone;
    }
    await this.mailbox.close();
    await this.texts?.close();
    if (this.folder) rmSync(this.folder, { recursive: true, force: true });
  }
}

/** `target` is `reference`, `vestibule`, or the base URL of a server that already runs and mails to SMTP_PORT. */
export async function start(target, profile) {
  if (target === "reference") return startReference(profile.reference);
  if (target === "vestibule") return startVestibule(profile.vestibule, profile.apps);
  const mailbox = await Mailbox.open(Number(process.env.SMTP_PORT ?? 0));
  return new Server({ origin: new URL(target).origin, mailbox });
}

async function startReference(settings) {
  const { origin, mailbox, texts } = await place();
  const child = launch(process.execPath, [path.join(here, "reference/server.mjs")], {
    BASE_URL: origin, SMTP_PORT: String(mailbox.port), SMS_PORT: String(texts.port), TRUSTED_ORIGIN, ...settings,
  });
  const clock = (milliseconds) => fetch(`${origin}/clock?advance=${milliseconds}`);
  // The reference knows no invitations and takes any member for none.
  const invite = async () => randomBytes(32).toString("base64url");
  return ready(new Server({ origin, mailbox, texts, child, clock, invite }));
}

async function startVestibule(settings, apps = []) {
  const program = process.env.VESTIBULE_BIN;
  if (!program) throw new Error("VESTIBULE_BIN must name the program to compare");
  const { origin, mailbox, texts, host } = await place();
  const folder = mkdtempSync(path.join(tmpdir(), "better-auth-comparison-"));
  const { clock, environment } = shiftedTime(folder);
  const configuration = {
    VESTIBULE__SERVER__PUBLIC_URL: origin,
    VESTIBULE__SERVER__LISTEN: host,
    VESTIBULE__SERVER__TRUSTED_ORIGINS: TRUSTED_ORIGIN,
    VESTIBULE__DATABASE__URL: `sqlite://${path.join(folder, "v.db")}`,
    VESTIBULE__KEYS__MASTER: randomBytes(32).toString("base64"),
    VESTIBULE__COOKIES__PREFIX: "better-auth",
    VESTIBULE__RATE_LIMIT__PROFILE: "better-auth",
    VESTIBULE__RATE_LIMIT__ENABLED: "false",
    VESTIBULE__REGISTRATION__REQUIRE_VERIFIED_EMAIL: "false",
    VESTIBULE__MAIL__URL: `smtp://127.0.0.1:${mailbox.port}`,
    VESTIBULE__MAIL__FROM: "auth@idp.test",
    VESTIBULE__SMS__WEBHOOK_URL: `http://127.0.0.1:${texts.port}/`,
    VESTIBULE__SMS__WEBHOOK_SECRET: `whsec_${randomBytes(32).toString("base64")}`,
    VESTIBULE__OUTBOUND__ALLOW: "127.0.0.0/8",
    ...settings,
  };
  const child = launch(program, ["serve"], { ...configuration, ...environment }, folder);
  const operate = async (args) => {
    const said = await promisify(execFile)(program, [...args, "--json"], {
      cwd: folder, env: { PATH: process.env.PATH, HOME: process.env.HOME, ...configuration },
    });
    return JSON.parse(said.stdout);
  };
  const invite = async (email) => (await operate(["user", "invite", "--email", email, "--no-mail"])).token;
  const server = await ready(new Server({ origin, mailbox, texts, child, clock, folder, invite }));
  for (const app of apps) await operate(["app", "add", ...app]);
  return server;
}

// A program has no switch for its clock; libfaketime moves it from outside where FAKETIME_LIBRARY names that library.
function shiftedTime(folder) {
  const library = process.env.FAKETIME_LIBRARY;
  if (!library) return { environment: {} };
  const file = path.join(folder, "clock");
  writeFileSync(file, "+0");
  return {
    clock: (_, total) => writeFileSync(file, `+${total / 1000}`),
    environment: {
      LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: "1", FAKETIME_DONT_FAKE_MONOTONIC: "1",
    },
  };
}

export async function place() {
  const [mailbox, texts] = await Promise.all([Mailbox.open(), TextMessages.open()]);
  const port = await freePort();
  return { mailbox, texts, host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` };
}

export function launch(program, args, environment, cwd = here) {
  const log = process.env.LOG ? "inherit" : "ignore";
  return spawn(program, args, { cwd, env: { PATH: process.env.PATH, HOME: process.env.HOME, LOG: process.env.LOG, ...environment }, stdio: ["ignore", log, log] });
}

export async function ready(server) {
  const deadline = Date.now() + START_PATIENCE;
  for (;;) {
    const answer = await fetch(`${server.origin}/api/auth/ok`).catch(() => null);
    if (answer?.ok) return server;
    const dead = server.child.exitCode !== null;
    if (dead || Date.now() > deadline) {
      await server.stop();
      throw new Error(`${server.child.spawnfile} ${dead ? "ended" : "did not answer"} (LOG=1 shows its output)`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
