// A server of the suite's own, where the one that all share is configured otherwise.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const START_LIMIT_MS = 60000;

export class OwnServer {
  /** `vestibule dev` with these environment variables, and what else stands on its command line. */
  static async start(environment, more = []) {
    const program = process.env.VESTIBULE_BIN;
    if (!program) throw new Error('VESTIBULE_BIN is not set: this suite starts a server of its own');
    const server = new OwnServer();
    server.process = spawn(program, ['dev', '--port', '0', '--json', ...more], {
      env: { ...process.env, VESTIBULE__RATE_LIMIT__ENABLED: 'false', ...server.#clock(), ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await Promise.race([
      createInterface({ input: server.process.stdout })[Symbol.asyncIterator]().next().then(({ value }) => [value]),
      new Promise((_, reject) => { setTimeout(() => reject(new Error('the server announced nothing')), START_LIMIT_MS).unref(); }),
    ]);
    server.issuer = JSON.parse(line).issuer;
    return server;
  }

  // A program has no switch for its clock; libfaketime moves it from outside.
  #clock() {
    const library = process.env.FAKETIME_LIBRARY;
    if (!library) return {};
    this.folder = mkdtempSync(join(tmpdir(), 'vestibule-clock-'));
    this.clock = join(this.folder, 'clock');
    this.offset = 0;
    writeFileSync(this.clock, '+0');
    return {
      LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: this.clock, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1',
    };
  }

  /** Moves the server's clock on; the browser's stays. */
  advance(minutes) {
    if (!this.clock) throw new Error('FAKETIME_LIBRARY is not set: this suite moves the clock of its server');
    this.offset += minutes * 60;
    writeFileSync(this.clock, `+${this.offset}`);
  }

  /** What the server's clock shows, in milliseconds. */
  now() {
    return Date.now() + this.offset * 1000;
  }

  async stop() {
    if (this.folder) rmSync(this.folder, { recursive: true });
    if (this.process.exitCode !== null) return;
    const ended = new Promise((resolve) => { this.process.once('exit', resolve); });
    this.process.kill();
    await ended;
  }
}
