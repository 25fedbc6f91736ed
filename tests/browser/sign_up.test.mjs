// Making an account: by invitation, with terms, and with a passkey alone.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { assertAccessible, assertNamesItself, assertReflows } from './support/accessibility.mjs';
import { PHONE, launch, openContext } from './support/chromium.mjs';
import { newestMail } from './support/mailbox.mjs';
import { OwnServer } from './support/own_server.mjs';
import { PasskeyDevice } from './support/passkey_device.mjs';
import { Person } from './support/person.mjs';

const documents = (version) => JSON.stringify([
  { name: 'terms', version, url: 'https://example.test/terms' },
  { name: 'privacy', version: '1', kind: 'read', url: 'https://example.test/privacy' },
]);
const ON = { VESTIBULE__PASSKEY__ENABLED: 'true', VESTIBULE__TERMS__DOCUMENTS: documents('1') };

for (const javaScriptEnabled of [true, false]) {
  describe(`a new account, scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    const path = (page) => new URL(page.url()).pathname;
    const press = (page, button) => Promise.all([page.waitForEvent('load'), page.locator(button).click()]);
    let server;
    let browser;

    before(async () => { [server, browser] = await Promise.all([OwnServer.start(ON), launch()]); });
    after(async () => { await Promise.all([server.stop(), browser.close()]); });

    const openPage = async () => (await openContext(browser, { javaScriptEnabled, viewport: PHONE })).newPage();
    const linkTo = async (email) => (await newestMail(`${server.issuer}/dev/mail.json`, email)).links[0];
    // What looks for faults is a script itself.
    const assertGood = async (page) => {
      if (!javaScriptEnabled) return;
      await assertNamesItself(page);
      await assertAccessible(page);
      await assertReflows(page);
    };

    it('is made only with the box ticked', async () => {
      const page = await openPage();
      const person = new Person();
      await page.goto(`${server.issuer}/sign-up`);
      assert.equal(await page.locator('#terms').isChecked(), false);
      await assertGood(page);
      await person.fillSignUp(page);
      await page.locator('#sign-up-submit').click();
      assert.equal(path(page), '/sign-up', 'the browser itself asks for the box');
      await page.locator('#terms').check();
      await press(page, '#sign-up-submit');
      assert.equal(path(page), '/account/profile');
      await page.context().close();
    });

    it('is made by a link, with a password', async () => {
      const page = await openPage();
      const person = new Person();
      await page.goto(`${server.issuer}/sign-up`);
      assert.equal(await page.locator('#sign-up-passkey').isVisible(), javaScriptEnabled);
      await page.locator('#name').fill(person.name);
      await page.locator('#email').fill(person.email);
      if (!javaScriptEnabled) return void await page.context().close();
      await press(page, '#sign-up-passkey');
      assert.ok((await page.locator('main').innerText()).includes(person.email));
      const link = await linkTo(person.email);
      const other = await openPage();
      await other.goto(link);
      await assertGood(other);
      assert.equal(await other.locator('#email').inputValue(), person.email);
      await other.reload();
      await other.locator('#password').fill(person.password);
      await other.locator('#terms').check();
      await press(other, '#sign-up-submit');
      assert.equal(path(other), '/account/profile');
      await other.goBack();
      await other.goto(link);
      assert.equal(await other.locator('#error-code').innerText(), 'link_expired');
      await page.context().close();
      await other.context().close();
    });

    if (!javaScriptEnabled) return;
    it('leads to signing in where the address got an account before the link was opened', async () => {
      const page = await openPage();
      const person = new Person();
      await page.goto(`${server.issuer}/sign-up`);
      await page.locator('#name').fill(person.name);
      await page.locator('#email').fill(person.email);
      await press(page, '#sign-up-passkey');
      const link = await linkTo(person.email);
      const other = await openPage();
      await other.goto(`${server.issuer}/sign-up`);
      await person.fillSignUp(other);
      await other.locator('#terms').check();
      await press(other, '#sign-up-submit');
      // Whoever proves the address first decides how it signs in.
      const isOther = ({ links }) => links.length > 0 && links[0] !== link;
      await other.goto((await newestMail(`${server.issuer}/dev/mail.json`, person.email, isOther)).links[0]);
      await press(other, '#confirm-link');
      await page.goto(link);
      assert.ok((await page.locator('main').innerText()).includes(person.email));
      await assertGood(page);
      await press(page, '#has-account-sign-in');
      assert.equal(path(page), '/sign-in');
      await page.context().close();
      await other.context().close();
    });
  });
}

describe('an account with a passkey alone', () => {
  const path = (page) => new URL(page.url()).pathname;
  const press = (page, button) => Promise.all([page.waitForEvent('load'), page.locator(button).click()]);
  let server;
  let browser;

  before(async () => { [server, browser] = await Promise.all([OwnServer.start(ON), launch()]); });
  after(async () => { await Promise.all([server.stop(), browser.close()]); });

  it('is made by the link that proves the address, and signs in afterwards', async () => {
    const page = await (await openContext(browser, { viewport: PHONE })).newPage();
    const device = await PasskeyDevice.in(page);
    const person = new Person();
    await page.goto(`${server.issuer}/sign-up`);
    await page.locator('#name').fill(person.name);
    await page.locator('#email').fill(person.email);
    await press(page, '#sign-up-passkey');
    const { links } = await newestMail(`${server.issuer}/dev/mail.json`, person.email);
    await page.goto(links[0]);
    assert.equal(await page.locator('#name').inputValue(), person.name);
    // The box of the other form counts here too: the browser asks for it, and nothing is made.
    await page.locator('#sign-up-passkey').click();
    const first = Date.now();
    assert.equal(path(page), '/sign-up/link');
    assert.equal((await device.credentials()).length, 0);
    await page.locator('#terms').check();
    // Until then the page takes a second click for the first one.
    await page.waitForFunction((since) => Date.now() - since > 1000, first);
    await Promise.all([page.waitForURL((url) => url.pathname.startsWith('/account')), page.locator('#sign-up-passkey').click()]);
    assert.equal((await device.credentials()).length, 1);
    await page.goto(`${server.issuer}/account/profile`);
    await press(page, '#sign-out');
    await page.goto(`${server.issuer}/sign-in?return_to=/account/security`);
    await page.waitForURL((url) => url.pathname.startsWith('/account/security'));
    await page.context().close();
  });
});

describe('what an operator changes', () => {
  const path = (page) => new URL(page.url()).pathname;
  const press = (page, button) => Promise.all([page.waitForEvent('load'), page.locator(button).click()]);
  let folder;
  let server;
  let browser;

  const start = (version, more = {}) => OwnServer.start({ ...ON, VESTIBULE__TERMS__DOCUMENTS: documents(version), ...more }, ['--data', folder]);
  /** What `vestibule user invite` prints, from beside the running server. */
  const invite = (email) => JSON.parse(execFileSync(process.env.VESTIBULE_BIN, ['user', 'invite', '--email', email, '--name', 'Ada', '--json'], {
    env: {
      ...process.env,
      VESTIBULE__DATABASE__URL: `sqlite://${join(folder, 'vestibule.db')}`,
      VESTIBULE__KEYS__MASTER_FILE: join(folder, 'master.key'),
      VESTIBULE__SERVER__PUBLIC_URL: server.issuer,
    },
    encoding: 'utf8',
  }));

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vestibule-'));
    [server, browser] = await Promise.all([start('1', { VESTIBULE__REGISTRATION__SIGN_UP: 'invitation' }), launch()]);
  });
  after(async () => {
    await Promise.all([server.stop(), browser.close()]);
    rmSync(folder, { recursive: true });
  });

  it('an invitation makes an account where nobody else makes one, and new terms are asked for once', async () => {
    const context = await openContext(browser, { viewport: PHONE });
    const page = await context.newPage();
    const person = new Person();
    await page.goto(`${server.issuer}/sign-up`);
    assert.equal(await page.locator('#error-code').innerText(), 'sign_up_closed');
    await page.goto(invite(person.email).url);
    assert.equal(await page.locator('#email').inputValue(), person.email);
    await assertNamesItself(page);
    await assertAccessible(page);
    await assertReflows(page);
    await page.locator('#password').fill(person.password);
    await page.locator('#terms').check();
    await press(page, '#sign-up-submit');
    assert.equal(path(page), '/account/profile');
    // Who has an account is told so.
    const again = invite(`other-${person.email}`);
    await page.goto(again.url);
    await page.locator('#password').fill(person.password);
    await page.locator('#terms').check();
    await press(page, '#sign-up-submit');
    await page.goto(again.url);
    assert.equal(await page.locator('#error-code').innerText(), 'link_expired');

    await server.stop();
    server = await start('2', { VESTIBULE__REGISTRATION__SIGN_UP: 'invitation' });
    await page.goto(`${server.issuer}/account/security`);
    assert.equal(path(page), '/terms');
    await assertNamesItself(page);
    await assertAccessible(page);
    await assertReflows(page);
    const other = await context.newPage();
    await other.goto(`${server.issuer}/account/sessions`);
    assert.equal(path(other), '/terms');
    const agree = (tab, place) => Promise.all([tab.waitForURL((url) => url.pathname === place), tab.locator('#terms-agree').click()]);
    await agree(page, '/account/security');
    await agree(other, '/account/sessions');
    await page.goBack();
    await page.reload();
    assert.equal(path(page), '/account/security', 'nothing is owed any more');

    await server.stop();
    server = await start('3', { VESTIBULE__REGISTRATION__SIGN_UP: 'invitation' });
    await page.goto(`${server.issuer}/account/security`);
    await press(page, '#terms-later');
    assert.equal(path(page), '/sign-in');
    await page.goto(`${server.issuer}/account/security`);
    assert.equal(path(page), '/sign-in', 'signed out');
    await context.close();
  });
});
