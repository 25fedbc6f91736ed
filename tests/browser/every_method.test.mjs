// Every method within an app's sign-in: to the end with reload and Back on the way, with and without scripts; in two tabs, after the
// step has expired, and from wrong codes to the lock and out of it again. One server, one browser, one person for each method.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Authenticator } from '../clients/better-auth/authenticator.mjs';
import { App } from './support/app.mjs';
import { launch, openContext } from './support/chromium.mjs';
import { codeTextedTo, newestMail } from './support/mailbox.mjs';
import { OwnServer } from './support/own_server.mjs';
import { PasskeyDevice } from './support/passkey_device.mjs';
import { Person, waysOn } from './support/person.mjs';

const EVERYTHING = {
  VESTIBULE__USERNAME__ENABLED: 'true',
  VESTIBULE__MAGIC_LINK__ENABLED: 'true',
  VESTIBULE__EMAIL_CODE__ENABLED: 'true',
  VESTIBULE__PHONE__ENABLED: 'true',
  VESTIBULE__PHONE__COUNTRIES: 'US',
  VESTIBULE__PHONE__SIGN_UP: 'true',
  VESTIBULE__PASSKEY__ENABLED: 'true',
  VESTIBULE__TWO_FACTOR__POLICY: 'optional',
};
const LOGIN_TRANSACTION_MINUTES = 31;
const LOCK_MINUTES = 16;
const CODE_MINUTES = 11;
/** By then whatever somebody asked for too often may be asked for again. */
const LIMIT_MINUTES = 16;
const WRONG = '000000';
/** A browser that suggests no passkeys: the button is what there is. */
const WITHOUT_SUGGESTIONS = () => { globalThis.PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false); };

describe('every method', () => {
  const path = (page) => new URL(page.url()).pathname;
  const press = (page, button) => Promise.all([page.waitForEvent('load'), page.locator(button).click()]);
  const isEnd = (url) => app.isCallback(url);
  let server;
  let browser;
  let app;
  let numbers = 0;

  before(async () => {
    [server, browser] = await Promise.all([OwnServer.start(EVERYTHING), launch()]);
    app = await App.start(server.issuer);
  });
  after(async () => { await Promise.all([server.stop(), browser.close(), app.stop()]); });

  beforeEach(() => { server.advance(LIMIT_MINUTES); });

  const openPage = async (javaScriptEnabled = true) => (await openContext(browser, { javaScriptEnabled })).newPage();
  /** The newest one that was not read before. */
  const mail = async (person, isIt = () => true) => {
    const isNew = (candidate) => isIt(candidate) && !person.read.has(candidate.text);
    const found = await newestMail(`${server.issuer}/dev/mail.json`, person.email, isNew);
    person.read.add(found.text);
    return found;
  };
  const mailedCode = async (person) => (await mail(person, ({ subject }) => /^\d{3} \d{3}/.test(subject))).subject.slice(0, 7);
  const mailedLink = async (person, place) => (await mail(person, ({ links }) => links.some((link) => link.includes(place)))).links[0];

  /** Somebody with an account, signed in nowhere. */
  const somebody = async () => {
    const person = Object.assign(new Person(), { read: new Set() });
    const page = await openPage();
    await page.goto(`${server.issuer}/sign-up`);
    await person.fillSignUp(page);
    person.username = `u_${person.email.slice(4, 16)}`;
    await page.locator('input[name=username]').fill(person.username);
    await press(page, '#sign-up-submit');
    // Or whoever proves the address first would end the password that was chosen before.
    await page.goto((await mail(person)).links[0]);
    await press(page, '#confirm-link');
    await page.context().close();
    return person;
  };
  const people = new Map();
  const whoUses = async (method) => {
    if (!people.has(method)) people.set(method, await somebody());
    return people.get(method);
  };
  const begin = async (page) => {
    const request = app.request();
    await page.goto(request.url);
    await page.waitForURL((url) => url.pathname === '/sign-in');
    return request;
  };
  const assertAnswers = (page, request) => {
    const { searchParams } = new URL(page.url());
    assert.equal(searchParams.get('error'), null);
    assert.ok(searchParams.get('code'));
    assert.equal(searchParams.get('state'), request.state);
  };
  const finish = async (person, page, request) => {
    await person.allow(page, isEnd);
    assertAnswers(page, request);
  };
  const enter = async (page, code, button = '#code-submit') => {
    await page.locator('#code').fill(code);
    await press(page, button);
  };

  // Each from the sign-in page; `ask` leads to the step that wants a proof, `prove` shows it.
  const methods = {
    password: {
      ask: async () => {},
      prove: (page, person) => person.signIn(page),
    },
    username: {
      ask: async () => {},
      prove: async (page, person) => {
        await page.locator('#username').fill(person.username);
        await page.locator('#password').fill(person.password);
        await press(page, '#login-submit');
      },
    },
    'mailed link': {
      ask: async (page, person) => {
        await page.locator('#username').fill(person.email);
        await press(page, '#magic-link');
      },
      prove: async (page, person) => { await page.goto(await mailedLink(person, '/sign-in/link')); },
    },
    'mailed code': {
      ask: async (page, person) => {
        await page.locator('#username').fill(person.email);
        await press(page, '#email-code');
      },
      prove: async (page, person) => { await enter(page, await mailedCode(person)); },
    },
    'text message': {
      ask: async (page, person) => {
        person.number = `+1201555${String(100 + numbers++).padStart(4, '0')}`;
        await press(page, '#phone-code');
        await page.locator('#phone').fill(person.number);
        await press(page, '#phone-submit');
      },
      prove: async (page, person) => { await enter(page, await codeTextedTo(server.issuer, person.number)); },
    },
  };

  for (const [name, { ask, prove }] of Object.entries(methods)) {
    for (const javaScriptEnabled of [true, false]) {
      it(`${name}, scripts ${javaScriptEnabled ? 'on' : 'off'}: to the end, with reload and Back on the way`, async () => {
        const [person, page] = [await whoUses(name), await openPage(javaScriptEnabled)];
        const request = await begin(page);
        await page.reload();
        await ask(page, person);
        await page.reload();
        if (path(page) !== '/sign-in') {
          await page.goBack();
          assert.ok(await waysOn(page) > 0, 'Back leads to a page with a way on');
          if (path(page) === '/sign-in') await ask(page, person);
          else await page.goForward();
        }
        await prove(page, person);
        await finish(person, page, request);
        await page.goBack().catch(() => {});
        if (!isEnd(new URL(page.url()))) assert.ok(await waysOn(page) > 0, `no way on from ${page.url()}`);
        await page.context().close();
      });
    }

    it(`${name}: in two tabs, each comes back with its own state`, async () => {
      const [person, page] = [await whoUses(name), await openPage()];
      const other = await page.context().newPage();
      const [first, second] = [await begin(page), await begin(other)];
      await ask(page, person);
      await prove(page, person);
      await finish(person, page, first);
      await other.reload();
      if (path(other) === '/sign-in') await person.signIn(other);
      await finish(person, other, second);
      await page.context().close();
    });

    it(`${name}: a step that has expired offers the way on`, async () => {
      const [person, page] = [await whoUses(name), await openPage()];
      await begin(page);
      await ask(page, person);
      server.advance(LOGIN_TRANSACTION_MINUTES);
      await prove(page, person);
      if (!isEnd(new URL(page.url()))) {
        assert.ok(await waysOn(page) > 0, `no way on from ${page.url()}`);
        assert.ok(!(await page.locator('main').innerText()).includes('broke'), 'nothing of ours broke');
      }
      // A link that still works signs in by itself.
      const request = app.request();
      await page.goto(request.url);
      if (path(page) === '/sign-in') {
        await ask(page, person);
        await prove(page, person);
      }
      await finish(person, page, request);
      await page.context().close();
    });
  }

  it('password: wrong ones to the lock, and out of it by a new password', async () => {
    const [person, page] = [await somebody(), await openPage()];
    await page.goto(`${server.issuer}/sign-in?return_to=/account/security`);
    for (let tries = 0; tries < 20; tries += 1) await person.signIn(page, 'not the password');
    await person.signIn(page);
    assert.match(await page.locator('#form-error').innerText(), /Wait \d+ minutes or reset your password/);
    await page.goto(`${server.issuer}/forgot-password`);
    await page.locator('input[name=email]').fill(person.email);
    await press(page, 'main form button[type=submit], main form button:not([type])');
    await page.goto(await mailedLink(person, '/reset-password'));
    person.password = `${person.password} anew`;
    await page.locator('#password').fill(person.password);
    await press(page, '#reset-submit');
    await page.context().clearCookies();
    await page.goto(`${server.issuer}/sign-in?return_to=/account/security`);
    await person.signIn(page);
    assert.equal(path(page), '/account/security');
    await page.context().close();
  });

  it('mailed code: an old one says so and a new one works', async () => {
    const [person, page] = [await whoUses('mailed code'), await openPage()];
    await page.goto(`${server.issuer}/sign-in?return_to=/account/security`);
    await methods['mailed code'].ask(page, person);
    const old = await mailedCode(person);
    server.advance(CODE_MINUTES);
    await enter(page, old);
    assert.match(await page.locator('#form-error').innerText(), /no longer works/);
    await press(page, '#code-again');
    await enter(page, await mailedCode(person));
    assert.equal(path(page), '/account/security');
    await page.context().close();
  });

  it('second factor: wrong codes to the lock, and out of it by waiting', async () => {
    const [person, page] = [await somebody(), await openPage()];
    await page.goto(`${server.issuer}/sign-in?return_to=/account/two-factor`);
    await person.signIn(page);
    await press(page, '#two-factor-propose');
    const secret = (await page.locator('#totp-secret').innerText()).replaceAll(' ', '');
    const authenticator = await Authenticator.of({ now: () => server.now() }, `otpauth://totp/Vestibule?secret=${secret}`);
    await enter(page, authenticator.next(), '#two-factor-confirm');
    const guesser = await openPage();
    // Five wrong codes end a sign-in, ten in a row close the second factor.
    for (const judged of [5, 5, 0]) {
      await guesser.goto(`${server.issuer}/sign-in?return_to=/account/security`);
      await person.signIn(guesser);
      for (let tries = 0; tries < judged; tries += 1) await enter(guesser, WRONG, '#two-factor-submit');
    }
    await enter(guesser, authenticator.next(), '#two-factor-submit');
    assert.notEqual(path(guesser), '/account/security', 'a right code waits too');
    assert.match(await guesser.locator('main').innerText(), /\d+ minutes/);
    server.advance(LOCK_MINUTES);
    await guesser.goto(`${server.issuer}/sign-in?return_to=/account/security`);
    await person.signIn(guesser);
    await enter(guesser, authenticator.next(), '#two-factor-submit');
    assert.equal(path(guesser), '/account/security');
    await Promise.all([page.context().close(), guesser.context().close()]);
  });

  it('passkey: within an app, in two tabs, after reload', async () => {
    const page = await openPage();
    await page.context().addInitScript(WITHOUT_SUGGESTIONS);
    await PasskeyDevice.in(page);
    const person = new Person();
    await page.goto(`${server.issuer}/sign-up`);
    await person.fillSignUp(page);
    await press(page, '#sign-up-submit');
    await page.goto(`${server.issuer}/account/passkeys`);
    await press(page, '#passkey-add');
    await press(page, '#sign-out');
    const other = await page.context().newPage();
    const second = await begin(other);
    const request = await begin(page);
    await page.reload();
    await page.locator('#passkey-submit').click();
    await finish(person, page, request);
    await other.reload();
    // Chromium's virtual device belongs to one tab.
    if (path(other) === '/sign-in') await person.signIn(other);
    await finish(person, other, second);
    await page.context().close();
  });
});
