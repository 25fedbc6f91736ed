// A port for a program that cannot choose one by itself.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Below what systems hand out by themselves: between this look and the program's start nobody else is given it.
const LOWEST = 20000;
const HIGHEST = 32000;
const MOST_TRIES = 100;

/** One on which nobody listens. */
export async function freePort() {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
  throw new Error(`none of ${MOST_TRIES} ports is free`);
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
