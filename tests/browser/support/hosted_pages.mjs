// Every hosted page, and how a person gets there. `reach` opens it in the given tab
// with { app, person, locale } of the visit; `signedIn` and `hasAccount` say what the person needs
// first, and `proof` is what only this page shows.
import { Device } from './device.mjs';
import { linkMailedTo } from './mailbox.mjs';
import { demoApp, issuer } from './server.mjs';

/** The pages that any OpenID provider has. */
export const protocolPages = [
  {
    name: 'sign-in',
    reach: async (page, { app, locale }) => { await page.goto(app.request(asked(locale)).url); },
    proof: '#login-submit',
  },
  {
    name: 'sign-in-refused',
    reach: async (page, { app, person, locale }) => {
      await page.goto(app.request(asked(locale)).url);
      await person.signIn(page, 'not the password');
    },
    proof: '#form-error',
  },
  {
    name: 'sign-up',
    reach: async (page, { app, locale }) => {
      await page.goto(app.request(asked(locale)).url);
      await page.locator('a[href*="/sign-up"]').first().click();
      await page.waitForURL((url) => url.pathname === '/sign-up');
    },
    proof: 'input[name=email]',
  },
  {
    name: 'consent',
    signedIn: true,
    reach: async (page, { app, locale }) => {
      const { url } = app.request({ prompt: 'consent', scope: 'openid profile email offline_access', ...asked(locale) });
      await page.goto(url);
    },
    proof: '#consent-allow',
  },
  {
    name: 'error',
    reach: async (page, { app, locale }) => { await page.goto(app.request({ client_id: 'nobody', ...asked(locale) }).url); },
    proof: '#error-code',
  },
  {
    name: 'sign-out',
    signedIn: true,
    reach: async (page, { app }) => { await page.goto(app.metadata.end_session_endpoint); },
    proof: '#logout-confirm',
  },
  {
    name: 'signed-out',
    signedIn: true,
    reach: async (page, { app }) => {
      await page.goto(app.metadata.end_session_endpoint);
      await page.locator('#logout-confirm').click();
      await page.locator('#logged-out').waitFor();
    },
    proof: '#logged-out',
  },
  {
    name: 'device',
    reach: async (page) => { await page.goto((await Device.ask()).address); },
    proof: '#device-submit',
  },
  {
    name: 'device-refused-code',
    reach: async (page) => { await typeCode(page, (await Device.ask()).address, 'BCDF-GHJK'); },
    proof: '#form-error',
  },
  {
    name: 'device-confirm',
    signedIn: true,
    reach: async (page) => {
      const device = await Device.ask();
      await typeCode(page, device.address, device.userCode);
    },
    proof: '#device-connect',
  },
];

/** The pages that are Vestibule's own. */
export const ownPages = [
  at('sign-in-without-app', '/sign-in', '#login-submit'),
  at('sign-up-without-app', '/sign-up', 'input[name=email]'),
  at('forgot-password', '/forgot-password', '#forgot-submit'),
  {
    name: 'forgot-password-sent',
    reach: async (page, { person }) => { await askForReset(page, person); },
    proof: '[role=status]',
  },
  {
    name: 'reset-password',
    hasAccount: true,
    reach: async (page, { person }) => {
      await askForReset(page, person);
      await page.goto(await linkMailedTo(person.email, /reset-password/));
    },
    proof: '#reset-submit',
  },
  {
    name: 'choose-account',
    signedIn: true,
    reach: async (page, { app, locale }) => { await page.goto(app.request({ prompt: 'select_account', ...asked(locale) }).url); },
    proof: '#use-another-account',
  },
  { ...at('confirm-identity', '/confirm-identity?return_to=/account/security', '#confirm-submit'), signedIn: true },
  { ...at('sign-out-without-app', '/sign-out', '#sign-out-submit'), signedIn: true },
  ...['profile', 'security', 'identities', 'sessions', 'apps', 'activity', 'delete'].map((section) => ({
    ...at(`account-${section}`, `/account/${section}`, 'main h1'),
    signedIn: true,
  })),
  { name: 'device-linked', reach: async (page) => { await page.goto((await Device.ask()).wholeAddress); }, proof: '#device-submit' },
  { name: 'device-connected', signedIn: true, reach: (page) => answerDevice(page, '#device-connect'), proof: '#device-connected' },
  { name: 'device-denied', signedIn: true, reach: (page) => answerDevice(page, '#device-deny'), proof: '#device-denied' },
  at('dev-mailbox', '/dev/mail', 'main h1'),
  {
    name: 'dev-mail',
    hasAccount: true,
    reach: async (page, { person }) => {
      await askForReset(page, person);
      await linkMailedTo(person.email, /reset-password/);
      await page.goto(`${issuer}/dev/mail`);
      await page.locator('main a').first().click();
    },
    proof: '#mail-text',
  },
  {
    name: 'demo-signed-out',
    reach: async (page) => { await page.goto(demoApp); },
    proof: '#demo-sign-in',
  },
  {
    name: 'demo-signed-in',
    reach: async (page, { person }) => {
      await page.goto(demoApp);
      await page.locator('#demo-sign-in').click();
      await person.signUp(page);
      await person.allow(page, (url) => url.origin === new URL(demoApp).origin);
    },
    proof: '#demo-refresh',
  },
];

function at(name, path, proof) {
  return {
    name,
    reach: async (page) => {
      const response = await page.goto(`${issuer}${path}`);
      const landed = new URL(page.url()).pathname;
      if (response.status() !== 200 || landed !== path.split('?')[0]) throw new Error(`${path} answers ${response.status()} at ${landed}`);
    },
    proof,
  };
}

function asked(locale) {
  return locale === undefined ? {} : { ui_locales: locale };
}

async function typeCode(page, address, code) {
  await page.goto(address);
  await page.locator('#user_code').fill(code);
  await Promise.all([page.waitForEvent('load'), page.locator('#device-submit').click()]);
}

/** Types a code that waits and answers. */
async function answerDevice(page, button) {
  const device = await Device.ask();
  await typeCode(page, device.address, device.userCode);
  await page.locator(button).click();
}

/** Fills in the forgotten-password page for this person. */
export async function askForReset(page, person) {
  await page.goto(`${issuer}/forgot-password`);
  await page.locator('#email').fill(person.email);
  await Promise.all([page.waitForEvent('load'), page.locator('#forgot-submit').click()]);
}
