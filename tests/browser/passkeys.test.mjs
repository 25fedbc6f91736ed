// Passkeys with a virtual authenticator: made on the account page or when offered, used by suggestion and by button.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Authenticator } from '../clients/better-auth/authenticator.mjs';
import { assertAccessible, assertNamesItself, assertReflows } from './support/accessibility.mjs';
import { PHONE, launch, openContext } from './support/chromium.mjs';
import { OwnServer } from './support/own_server.mjs';
import { PasskeyDevice } from './support/passkey_device.mjs';
import { Person } from './support/person.mjs';

const WITH_PASSKEYS = { VESTIBULE__PASSKEY__ENABLED: 'true', VESTIBULE__TWO_FACTOR__POLICY: 'optional' };
/** A browser that suggests no passkeys: the button is what there is. */
const WITHOUT_SUGGESTIONS = () => { globalThis.PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false); };

describe('passkeys', () => {
  const path = (page) => new URL(page.url()).pathname;
  const press = (page, button) => Promise.all([page.waitForEvent('load'), page.locator(button).click()]);
  const arrive = (page, place) => page.waitForURL((url) => url.pathname.startsWith(place));
  let server;
  let browser;

  before(async () => { [server, browser] = await Promise.all([OwnServer.start(WITH_PASSKEYS), launch()]); });
  after(async () => { await Promise.all([server.stop(), browser.close()]); });

  const openPage = async (options = {}) => (await openContext(browser, { viewport: PHONE, ...options })).newPage();

  /** Somebody with an account, signed in on this page. */
  const signUp = async (page) => {
    const person = new Person();
    await page.goto(`${server.issuer}/sign-up`);
    await person.fillSignUp(page);
    await press(page, '#sign-up-submit');
    return person;
  };
  const addOnAccountPage = async (page) => {
    await page.goto(`${server.issuer}/account/passkeys`);
    await press(page, '#passkey-add');
  };
  const signOut = async (page) => {
    await page.goto(`${server.issuer}/account/profile`);
    await press(page, '#sign-out');
  };

  it('are added, named and removed on the account page', async () => {
    const page = await openPage();
    const device = await PasskeyDevice.in(page);
    await signUp(page);
    await page.goto(`${server.issuer}/account/passkeys`);
    await assertNamesItself(page);
    await assertAccessible(page);
    await press(page, '#passkey-add');
    assert.equal((await device.credentials()).length, 1);
    assert.match(await page.locator('.notice').innerText(), /was added/);
    await page.locator('.item summary').click();
    await assertAccessible(page);
    await assertReflows(page);
    await page.locator('#name-1').fill('Blue laptop');
    await press(page, 'button[value=rename]');
    assert.match(await page.locator('#passkey-1').innerText(), /Blue laptop/);
    await page.locator('#passkey-add').click();
    await page.locator('[data-told]:visible').waitFor();
    assert.match(await page.locator('[data-told]').innerText(), /already has a passkey/);
    await press(page, 'button[value=remove]');
    assert.match(await page.locator('.notice').innerText(), /was removed/);
    await page.context().close();
  });

  it('sign in by suggestion without anything typed', async () => {
    const page = await openPage();
    await PasskeyDevice.in(page);
    await signUp(page);
    await addOnAccountPage(page);
    await signOut(page);
    await page.goto(`${server.issuer}/sign-in?return_to=/account/security`);
    await arrive(page, '/account/security');
    await page.context().close();
  });

  it('use one as the second factor after a password', async () => {
    const page = await openPage();
    await page.addInitScript(WITHOUT_SUGGESTIONS);
    await PasskeyDevice.in(page);
    const person = await signUp(page);
    await addOnAccountPage(page);
    await page.goto(`${server.issuer}/account/two-factor`);
    await press(page, '#two-factor-propose');
    const secret = (await page.locator('#totp-secret').innerText()).replaceAll(' ', '');
    const app = await Authenticator.of({ now: () => Date.now() }, `otpauth://totp/Vestibule?secret=${secret}`);
    await page.locator('#code').fill(app.next());
    await press(page, '#two-factor-confirm');
    await signOut(page);
    await page.goto(`${server.issuer}/sign-in?return_to=/account/security`);
    await person.signIn(page);
    assert.equal(path(page), '/two-factor');
    await assertAccessible(page);
    await assertReflows(page);
    await page.locator('#passkey-submit').click();
    await arrive(page, '/account/security');
    await page.context().close();
  });

  it('sign in by button, and say what to do when that is given up', async () => {
    const page = await openPage();
    await page.addInitScript(WITHOUT_SUGGESTIONS);
    const device = await PasskeyDevice.in(page);
    const person = await signUp(page);
    await addOnAccountPage(page);
    await signOut(page);
    await page.goto(`${server.issuer}/sign-in`);
    await assertAccessible(page);
    await assertReflows(page);
    await page.locator('#passkey-submit').click();
    await arrive(page, '/account');
    await signOut(page);
    await device.forgetAll();
    await page.goto(`${server.issuer}/sign-in`);
    await page.locator('#passkey-submit').click();
    await page.locator('[data-told]:visible').waitFor();
    assert.match(await page.locator('[data-told]').innerText(), /No passkey was used/);
    assert.equal(path(page), '/sign-in');
    await assertAccessible(page);
    await person.signIn(page);
    assert.ok(path(page).startsWith('/account'), page.url());
    await page.context().close();
  });

  it('are offered after a password, and not again at once', async () => {
    const page = await openPage();
    const device = await PasskeyDevice.in(page);
    const person = await signUp(page);
    await signOut(page);
    await page.goto(`${server.issuer}/sign-in`);
    await page.waitForFunction(() => document.querySelector('[data-passkeys-here]').value === '1');
    await person.signIn(page);
    assert.equal(path(page), '/passkey-offer');
    await assertNamesItself(page);
    await assertAccessible(page);
    await assertReflows(page);
    await press(page, '#passkey-later');
    assert.ok(path(page).startsWith('/account'));
    await signOut(page);
    await page.goto(`${server.issuer}/sign-in`);
    await page.waitForFunction(() => document.querySelector('[data-passkeys-here]').value === '1');
    await person.signIn(page);
    assert.ok(path(page).startsWith('/account'));
    await signOut(page);
    await page.context().clearCookies();
    await page.goto(`${server.issuer}/sign-in`);
    await page.waitForFunction(() => document.querySelector('[data-passkeys-here]').value === '1');
    await person.signIn(page);
    await press(page, '#passkey-add');
    assert.ok(path(page).startsWith('/account'), page.url());
    assert.equal((await device.credentials()).length, 1);
    await page.context().close();
  });

  /** Has whoever is signed in owe a second factor from now on. */
  const enableSecondFactor = async (page, { password }) => {
    const status = await page.evaluate(async (body) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/api/auth/two-factor/enable', { method: 'POST', headers, body: JSON.stringify(body) })).status;
    }, { password, method: 'otp' });
    assert.equal(status, 200);
  };

  it('that know their person are both factors', async () => {
    const page = await openPage();
    await page.addInitScript(WITHOUT_SUGGESTIONS);
    await PasskeyDevice.in(page);
    const person = await signUp(page);
    await addOnAccountPage(page);
    await enableSecondFactor(page, person);
    await page.goto(`${server.issuer}/account/profile`);
    assert.equal(path(page), '/two-factor', 'what signing in takes from now on was not shown yet');
    await press(page, '#two-factor-sign-out');
    await press(page, '#sign-out-submit');
    await page.goto(`${server.issuer}/sign-in`);
    await page.locator('#passkey-submit').click();
    await arrive(page, '/account');
    await page.goto(`${server.issuer}/account/two-factor`);
    assert.equal(path(page), '/account/two-factor');
    await page.context().close();
  });

  // Chromium signs nobody in this way who is not named: where somebody is, it asks for their passkeys.
  it('that know nobody leave the second factor owed', async () => {
    const page = await openPage();
    const device = await PasskeyDevice.in(page);
    const person = await signUp(page);
    await addOnAccountPage(page);
    await enableSecondFactor(page, person);
    await device.forgetPerson();
    await page.goto(`${server.issuer}/confirm-identity?return_to=/account/passkeys`);
    await page.locator('#passkey-submit').click();
    await arrive(page, '/two-factor');
    await page.context().close();
  });

  it('prove again who it is', async () => {
    const page = await openPage();
    await PasskeyDevice.in(page);
    await signUp(page);
    await addOnAccountPage(page);
    await page.goto(`${server.issuer}/confirm-identity?return_to=/account/security`);
    await assertAccessible(page);
    await page.locator('#passkey-submit').click();
    await arrive(page, '/account/security');
    await page.context().close();
  });

  it('leave the other ways to whoever has no scripts', async () => {
    const person = await signUp(await openPage());
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(`${server.issuer}/sign-in`);
    assert.equal(await page.locator('#passkey-submit').isVisible(), false);
    assert.match(await page.locator('main').innerText(), /Passkeys need scripts/);
    await person.signIn(page);
    assert.ok(path(page).startsWith('/account'), page.url());
    await page.goto(`${server.issuer}/account/passkeys`);
    assert.equal(await page.locator('#passkey-add').isVisible(), false);
    assert.match(await page.locator('main').innerText(), /needs scripts/);
    await page.context().close();
  });
});
