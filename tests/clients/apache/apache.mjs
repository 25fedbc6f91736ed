// An Apache of our own: a temporary ServerRoot, a free loopback port, one path behind
// mod_auth_openidc. It has nothing to do with the system's service.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as elapse } from 'node:timers/promises';
import { freePort } from '../free-port.mjs';

const MODULES = '/usr/lib/apache2/modules';
const START_LIMIT_MS = 15000;

/** The claims that /secure shows, each as a response header. */
const SHOWN = { 'x-claim-sub': 'OIDC_CLAIM_sub', 'x-claim-email': 'OIDC_CLAIM_email', 'x-claim-iss': 'OIDC_CLAIM_iss', 'x-access-token': 'OIDC_access_token' };

export class Apache {
  /** Reserves the port, so that the app can be registered with its addresses before the start. */
  static async reserve() {
    const root = await mkdtemp(path.join(os.tmpdir(), 'vestibule-apache-'));
    return new Apache(root, await freePort());
  }

  constructor(root, port) {
    this.root = root;
    this.origin = `http://127.0.0.1:${port}`;
    this.redirectUri = `${this.origin}/secure/redirect_uri`;
    this.signedOut = `${this.origin}/signed-out.html`;
    this.port = port;
  }

  async start(directives) {
    const documents = path.join(this.root, 'documents');
    await mkdir(path.join(documents, 'secure'), { recursive: true });
    await writeFile(path.join(documents, 'secure', 'index.html'), '<!doctype html><title>Secure</title><h1 id="inside">Inside</h1>');
    await writeFile(path.join(documents, 'signed-out.html'), '<!doctype html><title>Out</title><h1 id="outside">Outside</h1>');
    const file = path.join(this.root, 'apache.conf');
    await writeFile(file, this.#configuration(documents, directives));
    // Started as root, the workers change to another user, who has to read the documents.
    await chmod(this.root, 0o755);
    this.process = spawn('/usr/sbin/apache2', ['-d', this.root, '-f', file, '-DFOREGROUND'], { stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    this.process.stderr.on('data', (chunk) => { complaint += chunk; });
    const deadline = Date.now() + START_LIMIT_MS;
    while (!(await accepts(this.port))) {
      if (this.process.exitCode !== null || Date.now() > deadline) {
        throw new Error(`Apache did not start: ${complaint} ${await this.log()}`);
      }
      await elapse(50);
    }
  }

  async log() {
    return readFile(path.join(this.root, 'error.log'), 'utf8').catch(() => '');
  }

  async stop() {
    if (this.process !== undefined && this.process.exitCode === null) {
      const ended = new Promise((resolve) => { this.process.once('exit', resolve); });
      this.process.kill('SIGTERM');
      await ended;
    }
    await rm(this.root, { recursive: true, force: true });
  }

  #configuration(documents, directives) {
    const modules = ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'dir', 'mime', 'headers', 'auth_openidc'];
    const asRoot = process.getuid() === 0 ? 'User www-data\nGroup www-data' : '';
    return `
ServerRoot "${this.root}"
ServerName 127.0.0.1
Listen 127.0.0.1:${this.port}
PidFile "${this.root}/apache.pid"
DefaultRuntimeDir "${this.root}"
Mutex file:${this.root} default
ErrorLog "${this.root}/error.log"
LogLevel warn
${modules.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
${asRoot}
TypesConfig /etc/mime.types
DocumentRoot "${documents}"
DirectoryIndex index.html
OIDCRedirectURI ${this.redirectUri}
OIDCCryptoPassphrase ${randomBytes(32).toString('hex')}
OIDCInfoHook userinfo access_token session
${directives.join('\n')}
<Directory "${documents}">
  Require all granted
</Directory>
<Location /secure>
  AuthType openid-connect
  Require valid-user
${Object.entries(SHOWN).map(([header, variable]) => `  Header set ${header} "%{${variable}}e"`).join('\n')}
</Location>
`;
  }
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => { socket.destroy(); resolve(true); });
    socket.once('error', () => resolve(false));
  });
}
