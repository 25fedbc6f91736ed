// A server of the suite's own, where the one that all share is configured otherwise.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const START_LIMIT_MS = 60000;

export class OwnServer {
  /** `vestibule dev` with these environment variables, and what else stands on its command line. */
  static async start(environment, more = []) {
    const program = process.env.VESTIBULE_BIN;
    if (!program) throw new Error('VESTIBULE_BIN is not set: this suite starts a server of its own');
    const server = new OwnServer();
    server.process = spawn(program, ['dev', '--port', '0', '--json', ...more], {
      env: { ...process.env, VESTIBULE__RATE_LIMIT__ENABLED: 'false', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await Promise.race([
      createInterface({ input: server.process.stdout })[Symbol.asyncIterator]().next().then(({ value }) => [value]),
      new Promise((_, reject) => { setTimeout(() => reject(new Error('the server announced nothing')), START_LIMIT_MS).unref(); }),
    ]);
    server.issuer = JSON.parse(line).issuer;
    return server;
  }

  async stop() {
    if (this.process.exitCode !== null) return;
    const ended = new Promise((resolve) => { this.process.once('exit', resolve); });
    this.process.kill();
    await ended;
  }
}
