// Signing in with a wallet that the browser has: by button and by name, refused in the wallet, in two tabs, with a second factor.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Authenticator } from '../clients/better-auth/authenticator.mjs';
import { assertAccessible, assertNamesItself, assertReflows } from './support/accessibility.mjs';
import { App } from './support/app.mjs';
import { PHONE, launch, openContext } from './support/chromium.mjs';
import { OwnServer } from './support/own_server.mjs';
import { Person } from './support/person.mjs';
import { BrowserWallet } from './support/wallet.mjs';

const WITH_WALLETS = {
  VESTIBULE__SIWE__ENABLED: 'true',
  VESTIBULE__SIWE__CHAINS: '1,137',
  VESTIBULE__TWO_FACTOR__POLICY: 'optional',
  VESTIBULE__PASSKEY__ENABLED: 'true',
};
const REFUSED = 4001;
const STILL_ASKING = -32002;

describe('by wallet', () => {
  const path = (page) => new URL(page.url()).pathname;
  const press = (page, button) => Promise.all([page.waitForEvent('load'), page.locator(button).click()]);
  const told = (page) => page.locator('[data-told]:visible').filter({ hasText: /./ });
  let server;
  let browser;
  let app;
  let names = 0;

  before(async () => {
    [server, browser] = await Promise.all([OwnServer.start(WITH_WALLETS), launch()]);
    app = await App.start(server.issuer);
  });
  after(async () => { await Promise.all([server.stop(), browser.close(), app.stop()]); });

  const newWallet = (name = 'ada') => new BrowserWallet(`${name}${names += 1}`);
  const openPage = async (wallet, options = {}) => {
    const context = await openContext(browser, { viewport: PHONE, ...options });
    if (wallet) await wallet.in(context);
    return context.newPage();
  };
  const signIn = async (page, place = '/sign-in') => {
    await page.goto(`${server.issuer}${place}`);
    await page.locator('#wallet-submit').waitFor();
    await Promise.all([page.waitForURL((url) => !url.pathname.startsWith('/sign-')), page.locator('#wallet-submit').click()]);
  };
  const addressShown = async (page) => {
    await page.goto(`${server.issuer}/account/identities`);
    return page.locator('bdi[dir=ltr]').first().innerText();
  };

  it('makes an account, and comes back to it', async () => {
    const wallet = newWallet();
    const page = await openPage(wallet);
    await signIn(page, '/sign-up?return_to=/account/sessions');
    assert.equal(path(page), '/account/sessions');
    assert.equal(await addressShown(page), wallet.address);
    assert.match(wallet.message, new RegExp(`^${new URL(server.issuer).host} wants you to sign in with your Ethereum account:\n${wallet.address}\n`));
    assert.match(wallet.message, /This is no transaction/);
    assert.deepEqual(wallet.asked, ['eth_requestAccounts', 'eth_chainId', 'personal_sign']);
    await page.context().close();

    const again = await openPage(wallet);
    await signIn(again);
    assert.equal(await addressShown(again), wallet.address);
    await again.context().close();
  });

  it('is on no page of a browser without a wallet, or without scripts', async () => {
    for (const options of [{}, { javaScriptEnabled: false }]) {
      const page = await openPage(options.javaScriptEnabled === false ? newWallet() : undefined, options);
      for (const place of ['/sign-in', '/sign-up']) {
        await page.goto(`${server.issuer}${place}`);
        assert.equal(await page.locator('#wallet-submit').count(), 1);
        assert.equal(await page.locator('#wallet-submit').isVisible(), false);
        assert.equal(await page.locator('#wallet-form').isVisible(), false);
      }
      await page.context().close();
    }
  });

  it('says what happened in the wallet, and can be tried again', async () => {
    const wallet = newWallet();
    const page = await openPage(wallet);
    await page.goto(`${server.issuer}/sign-in`);
    await assertNamesItself(page);
    for (const [answers, said] of [
      [{ personal_sign: REFUSED }, /Nothing was signed/],
      [{ eth_requestAccounts: REFUSED }, /No account was chosen/],
      [{ accounts: [] }, /No account was chosen/],
      [{ eth_requestAccounts: STILL_ASKING }, /still asking/],
      [{ chain: '0xa' }, /network that is not taken/],
      [{ chain: 'nonsense' }, /did not work/],
      [{ accounts: ['nonsense'] }, /did not work/],
    ]) {
      wallet.answers = { chain: '0x1', ...answers };
      await page.locator('#wallet-submit').click();
      await told(page).filter({ hasText: said }).waitFor();
      await assertAccessible(page);
      assert.equal(path(page), '/sign-in');
      assert.equal(await page.getByRole('group', { name: 'Which wallet?' }).isVisible(), false, 'there is one wallet');
      // A second click within a second counts as the half of a double click.
      await page.waitForTimeout(1000);
    }
    await page.setViewportSize(PHONE);
    await assertReflows(page);
    wallet.answers = { chain: '0x89', signer: newWallet('eve').account };
    await press(page, '#wallet-submit');
    assert.match(await page.locator('.notice').innerText(), /is not by the account that you chose/);
    await assertAccessible(page);
    wallet.answers = { chain: '0x89' };
    await Promise.all([page.waitForURL((url) => url.pathname.startsWith('/account')), page.locator('#wallet-submit').click()]);
    await page.context().close();
  });

  it('asks by name which of several wallets it is, with the keyboard alone', async () => {
    const [first, second] = [newWallet('first'), newWallet('second')];
    const page = await openPage();
    await first.in(page.context(), { announced: true });
    await second.in(page.context(), { announced: true });
    await page.goto(`${server.issuer}/sign-in`);
    await page.locator('#wallet-submit').focus();
    await page.keyboard.press('Enter');
    const choice = page.getByRole('group', { name: 'Which wallet?' });
    await choice.waitFor();
    assert.deepEqual(await choice.getByRole('button').allInnerTexts(), [first.name, second.name]);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), first.name);
    await assertAccessible(page);
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForURL((url) => url.pathname.startsWith('/account')), page.keyboard.press('Enter')]);
    assert.equal(await addressShown(page), second.address);
    assert.deepEqual(first.asked, []);
    await page.context().close();
  });

  it('goes on to the app from two tabs, and Back leads nowhere bad', async () => {
    const wallet = newWallet();
    const page = await openPage(wallet);
    const request = app.request();
    await page.goto(request.url);
    const other = await page.context().newPage();
    await other.goto(app.request().url);
    await page.locator('#wallet-submit').click();
    await page.waitForURL((url) => url.pathname === '/consent');
    await page.goBack();
    await page.goForward();
    await new Person().allow(page, (url) => app.isCallback(url));
    assert.equal(new URL(page.url()).searchParams.get('state'), request.state);
    await other.locator('#wallet-submit').click();
    await new Person().allow(other, (url) => app.isCallback(url));
    assert.ok(new URL(other.url()).searchParams.get('code'));
    await page.context().close();
  });

  it('keeps nobody signed in who unticked the box', async () => {
    for (const [ticked, kept] of [[true, true], [false, false]]) {
      const page = await openPage(newWallet());
      await page.goto(`${server.issuer}/sign-in`);
      await page.locator('#remember').setChecked(ticked);
      await Promise.all([page.waitForURL((url) => url.pathname.startsWith('/account')), page.locator('#wallet-submit').click()]);
      const cookie = (await page.context().cookies()).find(({ name }) => name.endsWith('session_token'));
      assert.equal(cookie.expires > 0, kept);
      await page.context().close();
    }
  });

  it('confirms that it is still its owner, without a password', async () => {
    const wallet = newWallet();
    const page = await openPage(wallet);
    await signIn(page);
    const before = await page.context().cookies();
    await page.goto(`${server.issuer}/confirm-identity?return_to=/account/sessions`);
    await page.locator('#wallet-submit').waitFor();
    assert.equal(await page.locator('input[type=password]').count(), 0);
    assert.equal(await page.locator('[data-without-wallet]').isVisible(), false);
    await assertAccessible(page);
    await assertNamesItself(page);
    await assertReflows(page);
    wallet.answers = { chain: '0x1', personal_sign: REFUSED };
    await page.locator('#wallet-submit').click();
    await told(page).filter({ hasText: /Nothing was signed/ }).waitFor();
    await page.waitForTimeout(1000);
    wallet.answers = { chain: '0x1', signer: newWallet('eve').account };
    await press(page, '#wallet-submit');
    assert.match(await page.getByRole('alert').filter({ hasText: /./ }).innerText(), /is not by the account that you chose/);
    await assertAccessible(page);
    wallet.answers = { chain: '0x1' };
    await press(page, '#wallet-submit');
    assert.equal(path(page), '/account/sessions');
    assert.match(wallet.message, /Confirm on this site that it is you/);
    const token = (cookies) => cookies.find(({ name }) => name.endsWith('session_token')).value;
    assert.notEqual(token(await page.context().cookies()), token(before), 'the session goes on under a new name');

    // The same session in a browser that shows no wallet, or runs no scripts, is told where to go.
    for (const options of [{}, { javaScriptEnabled: false }]) {
      const bare = await openPage(undefined, options);
      await bare.context().addCookies(await page.context().cookies());
      await bare.goto(`${server.issuer}/confirm-identity?return_to=/account/sessions`);
      assert.equal(await bare.locator('#wallet-submit').isVisible(), false);
      assert.match(await bare.locator('[data-without-wallet]').innerText(), /No wallet was found in this browser/);
      if (options.javaScriptEnabled !== false) await assertAccessible(bare);
      await bare.context().close();
    }
    await page.context().close();
  });

  it('owes the second factor that its owner set up', async () => {
    const wallet = newWallet();
    const page = await openPage(wallet);
    await signIn(page, '/sign-in?return_to=/account/two-factor');
    await press(page, '#two-factor-propose');
    const secret = (await page.locator('#totp-secret').innerText()).replaceAll(' ', '');
    const authenticator = await Authenticator.of({ now: () => Date.now() }, `otpauth://totp/Vestibule?secret=${secret}`);
    await page.locator('#code').fill(authenticator.next());
    await press(page, '#two-factor-confirm');
    await page.context().close();

    const again = await openPage(wallet);
    await again.goto(`${server.issuer}/sign-in?return_to=/account/sessions`);
    await Promise.all([again.waitForURL((url) => url.pathname === '/two-factor'), again.locator('#wallet-submit').click()]);
    await assertAccessible(again);
    await again.locator('#code').fill(authenticator.next());
    await press(again, '#two-factor-submit');
    assert.equal(path(again), '/account/sessions');
    await again.context().close();
  });
});
