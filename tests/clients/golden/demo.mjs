// The golden provider's demo app: the least that the browser suite expects of one.
import { createHash, randomBytes } from 'node:crypto';

const html = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Demo app</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><style>:root{color-scheme:light dark;background:Canvas;color:CanvasText}a{color:light-dark(#0645ad,#9bf)}</style></head><body><main>${body}</main></body></html>`;
const escape = (value) => String(value).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function demo({ issuer, demoUrl }) {
  const started = new Map();
  const sessions = new Map();
  const token = async (fields) => {
    const response = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams({ client_id: 'demo', ...fields }) });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  return async (request, response) => {
    const url = new URL(request.url, demoUrl);
    const send = (body) => { response.setHeader('content-type', 'text/html'); response.end(html(body)); };
    const go = (target) => { response.writeHead(303, { location: target }).end(); };
    const browser = /demo=([0-9a-f]+)/.exec(request.headers.cookie ?? '')?.[1] ?? randomBytes(16).toString('hex');
    response.setHeader('set-cookie', `demo=${browser}; HttpOnly; SameSite=Lax`);
    const signedIn = sessions.get(browser);
    try {
      if (url.pathname === '/sign-in') {
        const state = randomBytes(16).toString('hex');
        const verifier = randomBytes(32).toString('hex');
        started.set(state, verifier);
        go(`${issuer}/auth?${new URLSearchParams({
          client_id: 'demo', response_type: 'code', redirect_uri: `${demoUrl}/callback`, state, scope: 'openid profile email offline_access', prompt: 'consent',
          code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256',
        })}`);
      } else if (url.pathname === '/callback') {
        const verifier = started.get(url.searchParams.get('state'));
        if (url.searchParams.has('error')) { send(`<h1>Not signed in</h1><p>${escape(url.searchParams.get('error'))}</p><p><a href="/sign-in">Sign in</a></p>`); return; }
        const tokens = await token({ grant_type: 'authorization_code', code: url.searchParams.get('code'), redirect_uri: `${demoUrl}/callback`, code_verifier: verifier });
        sessions.set(browser, { tokens, refreshed: 0 });
        go('/');
      } else if (url.pathname === '/refresh') {
        const tokens = await token({ grant_type: 'refresh_token', refresh_token: signedIn.tokens.refresh_token });
        sessions.set(browser, { tokens, refreshed: signedIn.refreshed + 1 });
        go('/');
      } else if (url.pathname === '/sign-out') {
        const hint = signedIn.tokens.id_token;
        sessions.delete(browser);
        go(`${issuer}/session/end?${new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: demoUrl, client_id: 'demo' })}`);
      } else if (signedIn === undefined) {
        send('<h1>Demo app</h1><p><a id="demo-sign-in" href="/sign-in">Sign in</a></p>');
      } else {
        const person = await (await fetch(`${issuer}/me`, { headers: { authorization: `Bearer ${signedIn.tokens.access_token}` } })).json();
        send(`<h1>Hello, ${escape(person.name)}</h1>${url.pathname === '/userinfo' ? `<pre id="userinfo">${escape(JSON.stringify(person))}</pre>` : ''}
          <p>Refreshed ${signedIn.refreshed} times</p><form method="post" action="/refresh"><button id="demo-refresh">Refresh tokens</button></form><form method="post" action="/userinfo"><button id="demo-userinfo">Ask userinfo</button></form><form method="post" action="/sign-out"><button id="demo-sign-out">Sign out</button></form>`);
      }
    } catch (error) {
      response.statusCode = 500;
      send(`<h1>Fault</h1><pre>${escape(error)}</pre>`);
    }
  };
}
