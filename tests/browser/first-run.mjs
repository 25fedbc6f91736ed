// From an empty folder to "Hello" in the demo app, against the clock: the program's first start, a person who signs up, consents
// and is greeted. Run it with a release build: `VESTIBULE_BIN=… node first-run.mjs`.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { launch, openContext } from './support/chromium.mjs';
import { Person } from './support/person.mjs';

// The first start also makes the keys, whose primes take as long as chance has it; the start after it is the cold start.
const LIMITS = { 'greeted in the demo app, ms after the first start': 10000, 'idle memory, MiB': 60, 'first answer, ms after a cold start': 300 };

const program = process.env.VESTIBULE_BIN;
if (!program) throw new Error('VESTIBULE_BIN is not set');
const data = mkdtempSync(join(tmpdir(), 'vestibule-first-run-'));
// Program and browser are read once before, so that the disk is not what is measured.
execFileSync(program, ['version'], { stdio: 'ignore' });
await (await launch()).close();

/** Starts the program on the folder; it answers when this returns. */
async function start() {
  const begun = performance.now();
  const server = spawn(program, ['dev', '--port', '0', '--json', '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] });
  const { value } = await createInterface({ input: server.stdout })[Symbol.asyncIterator]().next();
  const { issuer, demo } = JSON.parse(value);
  await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
  const ended = new Promise((resolve) => { server.once('exit', resolve); });
  return { begun, answered: performance.now() - begun, demo, pid: server.pid, stop: () => { server.kill(); return ended; } };
}

/** From the demo app's front page to its greeting. */
async function signUp(browser, demo) {
  const page = await (await openContext(browser)).newPage();
  const person = new Person();
  const isDemo = (url) => url.origin === new URL(demo).origin && !url.searchParams.has('code');
  await page.goto(demo);
  await page.locator('#demo-sign-in').click();
  await page.waitForURL((url) => url.pathname === '/sign-in');
  await person.signUp(page);
  await person.allow(page, isDemo);
  await page.getByRole('heading', { name: `Hello, ${person.name}` }).waitFor();
}

const figures = {};
let server;
let browser;
try {
  server = await start();
  console.log(`first run: the first answer came ${server.answered.toFixed(0)} ms after the first start`);
  browser = await launch();
  await signUp(browser, server.demo);
  figures['greeted in the demo app, ms after the first start'] = performance.now() - server.begun;
  await browser.close();
  await pause(5000);
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  figures['idle memory, MiB'] = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)[1]) / 1024;
  await server.stop();
  server = await start();
  figures['first answer, ms after a cold start'] = server.answered;
} finally {
  await browser?.close();
  await server?.stop();
  rmSync(data, { recursive: true, force: true });
}

let failed = 0;
for (const [name, limit] of Object.entries(LIMITS)) {
  const held = figures[name] <= limit;
  failed += held ? 0 : 1;
  console.log(`first run: ${held ? 'ok  ' : 'FAIL'} ${name}: ${figures[name]?.toFixed(0)} (at most ${limit})`);
}
console.log(`${Object.keys(LIMITS).length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
