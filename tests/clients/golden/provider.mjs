// The npm package `oidc-provider`, dressed in Vestibule's page paths, field names and ids, and
// started like `vestibule dev --port 0 --json`. The client suites must pass against it: a test
// that is red here is wrong about OpenID Connect, not about Vestibule. Everything is in memory.
import { createServer } from 'node:http';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { Provider } from 'oidc-provider';
import MemoryAdapter from 'oidc-provider/lib/adapters/memory_adapter.js';
import { demo } from './demo.mjs';
import * as pages from './pages.mjs';

const A_DAY = 86_400;

/** Its own memory, which forgets a device's code no sooner than it can say that it is too old. */
class Memory extends MemoryAdapter {
  upsert(id, payload, seconds) {
    return super.upsert(id, payload, this.model === 'DeviceCode' ? seconds + A_DAY : seconds);
  }
}

const people = new Map();
/** Which browser started a flow. */
const flows = new Map();
const server = createServer();
await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
const issuer = `http://localhost:${server.address().port}`;
const demoServer = createServer();
await new Promise((resolve) => { demoServer.listen(0, '127.0.0.1', resolve); });
const demoUrl = `http://127.0.0.1:${demoServer.address().port}`;

const provider = new Provider(issuer, {
  adapter: Memory,
  clients: [{
    client_id: 'demo',
    client_name: 'Demo app',
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    redirect_uris: [`${demoUrl}/callback`],
    post_logout_redirect_uris: [demoUrl],
  }],
  clientDefaults: { grant_types: ['authorization_code'] },
  scopes: ['openid', 'offline_access', 'profile', 'email'],
  claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'], auth_time: null },
  enabledJWA: { idTokenSigningAlgValues: ['RS256', 'ES256', 'EdDSA'] },
  jwks: { keys: signingKeys() },
  cookies: { keys: [randomUUID()], short: { signed: false, httpOnly: true, sameSite: 'lax' } },
  features: {
    devInteractions: { enabled: false },
    registration: { enabled: true },
    registrationManagement: { enabled: true, rotateRegistrationAccessToken: false },
    introspection: { enabled: true },
    revocation: { enabled: true },
    clientCredentials: { enabled: true },
    deviceFlow: {
      enabled: true,
      userCodeInputSource: (ctx, form, out, error) => {
        ctx.body = error?.name === 'AbortedError' ? pages.deviceDenied() : pages.deviceCode(form, ctx.linkedCode, error);
      },
      userCodeConfirmSource: (ctx, form, client, device, code) => { ctx.body = pages.deviceConfirmation(form, client, code); },
      successSource: (ctx) => { ctx.body = pages.deviceConnected(); },
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => { ctx.body = pages.signOut(form); },
      postLogoutSuccessSource: (ctx) => { ctx.body = pages.signedOut(); },
    },
  },
  pkce: { required: () => true },
  issueRefreshToken: (ctx, client, code) => client.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access'),
  rotateRefreshToken: true,
  interactions: {
    url: (ctx, interaction) => {
      flows.set(interaction.uid, browserOf(ctx));
      return `/${interaction.prompt.name === 'consent' ? 'consent' : 'sign-in'}?flow=${interaction.uid}`;
    },
  },
  findAccount: (ctx, sub) => {
    const person = [...people.values()].find((one) => one.sub === sub);
    return person && {
      accountId: sub,
      claims: () => ({ sub, name: person.name, email: person.email, email_verified: false }),
    };
  },
  renderError: (ctx, out) => { ctx.type = 'html'; ctx.body = pages.error(out); },
});

provider.use(async (ctx, next) => {
  const path = ctx.path;
  if (path === '/dev/mail.json') { ctx.body = []; return; }
  // An address with a device's code fills the field in and does nothing more, as in Vestibule.
  if (path === '/device' && ctx.method === 'GET') {
    ctx.linkedCode = ctx.query.user_code;
    ctx.querystring = '';
  }
  if (!['/sign-in', '/sign-up', '/consent'].includes(path)) { await next(); return; }
  // The flow in the address decides, as in Vestibule, so that tabs do not disturb each other.
  const { flow } = ctx.query;
  ctx.req.headers.cookie = `${ctx.req.headers.cookie ?? ''}; _interaction=${flow}`.replace(/_interaction=[^;]*; /, '');
  const details = await provider.interactionDetails(ctx.req, ctx.res).catch(() => undefined);
  ctx.type = 'html';
  if (details === undefined || !isOf(browserOf(ctx), details)) {
    ctx.status = 400;
    ctx.body = pages.error({ error: 'login_session_expired', error_description: 'This sign-in has ended' });
    return;
  }
  ctx.set('cache-control', 'no-store');
  if (ctx.method === 'GET') {
    if (path === '/consent') {
      const client = await provider.Client.find(details.params.client_id);
      ctx.body = pages.consent(flow, client);
    } else {
      ctx.body = path === '/sign-in' ? pages.signIn(flow, details.params.login_hint) : pages.signUp(flow);
    }
    return;
  }
  const form = await formOf(ctx.req);
  if (path === '/consent') {
    await finish(ctx, form.action === 'allow' ? { consent: { grantId: await allow(details) } } : refusal());
  } else if (path === '/sign-up') {
    people.set(form.email, { ...form, sub: randomUUID() });
    await finish(ctx, { login: { accountId: people.get(form.email).sub } });
  } else if (form.action === 'cancel') {
    await finish(ctx, refusal());
  } else {
    const person = people.get(form.identifier);
    if (person?.password === form.password) await finish(ctx, { login: { accountId: person.sub } });
    else ctx.body = pages.signIn(flow, form.identifier, 'That email and password do not match. Check both or reset your password.');
  }
});

/** A flow belongs to the browser that started it; one in which nobody signed in yet can be taken over. */
function isOf(browser, { uid, session }) {
  if (flows.get(uid) !== browser && session?.accountId === undefined) flows.set(uid, browser);
  return flows.get(uid) === browser;
}

function browserOf(ctx) {
  const known = ctx.cookies.get('golden_browser', { signed: false });
  if (known !== undefined) return known;
  const fresh = randomUUID();
  ctx.cookies.set('golden_browser', fresh, { signed: false, httpOnly: true, sameSite: 'lax' });
  return fresh;
}

async function finish(ctx, result) {
  await provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: result.login === undefined });
  ctx.respond = false;
}

async function allow({ grantId, params, session, prompt }) {
  const grant = grantId ? await provider.Grant.find(grantId) : new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  if (prompt.details.missingOIDCScope) grant.addOIDCScope(prompt.details.missingOIDCScope.join(' '));
  if (prompt.details.missingOIDCClaims) grant.addOIDCClaims(prompt.details.missingOIDCClaims);
  return grant.save();
}

function refusal() {
  return { error: 'access_denied', error_description: 'The person refused' };
}

async function formOf(request) {
  let body = '';
  for await (const chunk of request) body += chunk;
  return Object.fromEntries(new URLSearchParams(body));
}

function signingKeys() {
  const key = (type, options, alg) => ({
    ...generateKeyPairSync(type, options).privateKey.export({ format: 'jwk' }), use: 'sig', alg, kid: alg,
  });
  return [
    key('rsa', { modulusLength: 2048 }, 'RS256'),
    key('ec', { namedCurve: 'P-256' }, 'ES256'),
    key('ed25519', {}, 'EdDSA'),
  ];
}

server.on('request', provider.callback());
demoServer.on('request', demo({ issuer, demoUrl }));
console.log(JSON.stringify({ issuer, demo: demoUrl, mailbox: `${issuer}/dev/mail.json` }));
