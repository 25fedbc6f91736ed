// Connecting a device: its code is typed in a browser, and whoever sits there answers for it, with and without scripts.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Authenticator } from '../clients/better-auth/authenticator.mjs';
import { assertAccessible, assertNamesItself, assertReflows } from './support/accessibility.mjs';
import { PHONE, launch, openContext } from './support/chromium.mjs';
import { Device } from './support/device.mjs';
import { OwnServer } from './support/own_server.mjs';
import { Person, waysOn } from './support/person.mjs';

const MOST_STOPS = 25;
/** A code lives half an hour, and so does what its person began. */
const MINUTES_BEFORE = 10;
const MINUTES_MORE = 25;
const NOBODYS = 'BCDF-GHJK';
const path = (page) => new URL(page.url()).pathname;
const press = (page, button) => Promise.all([page.waitForEvent('load'), page.locator(button).click()]);

for (const javaScriptEnabled of [true, false]) {
  describe(`a device, scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    const person = new Person();
    let server;
    let browser;
    let home;
    let authenticator;

    before(async () => { [server, browser] = await Promise.all([OwnServer.start({ VESTIBULE__TWO_FACTOR__POLICY: 'optional' }), launch()]); });
    after(async () => { await Promise.all([server.stop(), browser.close()]); });

    const openPage = async () => (await openContext(browser, { javaScriptEnabled, viewport: PHONE })).newPage();
    // What looks for faults is a script itself. The other pages stand in the list of hosted pages.
    const assertGood = async (page) => {
      if (!javaScriptEnabled) return;
      await assertNamesItself(page);
      await assertAccessible(page);
      await assertReflows(page);
      await page.setViewportSize(PHONE);
    };
    const type = async (page, code) => {
      await page.goto(`${server.issuer}/device`);
      await page.locator('#user_code').fill(code);
      await press(page, '#device-submit');
    };
    const ask = () => Device.ask(server.issuer);

    it('takes no code that nobody waits with, and keeps what was typed', async () => {
      home = await openPage();
      const device = await ask();
      await home.goto(device.address);
      await type(home, NOBODYS);
      assert.equal(path(home), '/device');
      assert.ok(await home.locator('#form-error').innerText());
      assert.match(await home.title(), /^Error:/);
      assert.equal(await home.locator('#user_code').inputValue(), NOBODYS);
      assert.equal(await device.hears(), 'authorization_pending');
    });

    it('has its person sign in first, names the app and repeats the code, and connects', async () => {
      const device = await ask();
      await type(home, device.userCode.replace('-', ' ').toLowerCase());
      assert.equal(path(home), '/sign-in');
      await person.signUp(home);
      assert.equal(path(home), '/device/confirm');
      assert.equal(await home.locator('#device-code').innerText(), device.userCode);
      assert.match(await home.locator('#device-lead').innerText(), /Acme CLI/);
      assert.ok(await home.locator('#device-warning').innerText());
      assert.ok(await home.locator('#device-from').innerText());
      await home.reload();
      assert.equal(await device.hears(), 'authorization_pending', 'looking is no answer');
      await press(home, '#device-connect');
      assert.equal(await home.locator('#device-connected').count(), 1);
      await home.reload();
      assert.equal(await home.locator('#device-connected').count(), 1);
      assert.equal(await device.hears(), 'connected');
    });

    it('Back from there connects nothing again, and leads on', async () => {
      await home.goBack();
      await home.waitForLoadState();
      if (await home.locator('#device-connect').count() > 0) await press(home, '#device-connect');
      assert.equal(await home.locator('#device-connected').count(), 1);
      assert.ok(await waysOn(home) > 0);
    });

    it('stands among the connected apps, and loses access there', async () => {
      const device = await ask();
      await type(home, device.userCode);
      await press(home, '#device-connect');
      assert.equal(await device.hears(), 'connected');
      assert.equal(await device.hasAccess(), true);
      await home.goto(`${server.issuer}/account/apps`);
      await press(home, `button[value="${device.clientId}"]`);
      assert.equal(await home.locator(`button[value="${device.clientId}"]`).count(), 0);
      assert.equal(await device.hasAccess(), false);
    });

    it('is refused by whoever did not start it', async () => {
      const device = await ask();
      await type(home, device.userCode);
      await press(home, '#device-deny');
      assert.equal(await home.locator('#device-denied').count(), 1);
      assert.equal(await device.hears(), 'access_denied');
      await type(home, device.userCode);
      assert.ok(await home.locator('#form-error').innerText(), 'an answered code is nobody\'s');
    });

    it('an address with the code in it fills it in, and does nothing more', async () => {
      const device = await ask();
      await home.goto(device.wholeAddress);
      assert.equal(path(home), '/device');
      assert.equal(await home.locator('#user_code').inputValue(), device.userCode);
      await press(home, '#device-submit');
      assert.equal(path(home), '/device/confirm');
      assert.equal(await device.hears(), 'authorization_pending');
      await press(home, '#device-connect');
      assert.equal(await device.hears(), 'connected');
    });

    it('two tabs with one code: one answer, and both tell it', async () => {
      const device = await ask();
      const other = await home.context().newPage();
      await type(home, device.userCode);
      await type(other, device.userCode);
      await press(home, '#device-connect');
      await press(other, '#device-deny');
      assert.equal(await other.locator('#device-connected').count(), 1, 'the first answer stands');
      assert.equal(await device.hears(), 'connected');
      await other.close();
    });

    it('two tabs with two codes: each its own answer', async () => {
      const [one, two] = [await ask(), await ask()];
      const other = await home.context().newPage();
      await type(home, one.userCode);
      await type(other, two.userCode);
      await press(home, '#device-deny');
      await press(other, '#device-connect');
      assert.deepEqual([await one.hears(), await two.hears()], ['access_denied', 'connected']);
      await other.close();
    });

    it('a code that somebody opened is theirs alone', async () => {
      const device = await ask();
      await type(home, device.userCode);
      const [stranger, bystander] = [new Person(), await openPage()];
      await type(bystander, device.userCode);
      await stranger.signUp(bystander);
      assert.equal(await bystander.locator('#device-used').count(), 1);
      assert.ok(!(await bystander.content()).includes(person.email));
      await assertGood(bystander);
      await press(bystander, '#device-again');
      assert.equal(path(bystander), '/device');
      await bystander.goto(home.url());
      assert.equal(await bystander.locator('#device-connect').count(), 0, 'nor by a copied address');
      await press(home, '#device-connect');
      assert.equal(await device.hears(), 'connected');
      await bystander.context().close();
    });

    it('asks for the second factor before it asks about the device', async () => {
      await home.goto(`${server.issuer}/account/two-factor`);
      await press(home, '#two-factor-propose');
      const secret = (await home.locator('#totp-secret').innerText()).replaceAll(' ', '');
      authenticator = await Authenticator.of({ now: () => server.now() }, `otpauth://totp/Vestibule?secret=${secret}`);
      await home.locator('#code').fill(authenticator.next());
      await press(home, '#two-factor-confirm');
      const [device, page] = [await ask(), await openPage()];
      await type(page, device.userCode);
      await person.signIn(page);
      assert.equal(path(page), '/two-factor');
      await page.goto(`${server.issuer}/device/confirm${new URL(page.url()).search}`);
      assert.equal(await page.locator('#device-connect').count(), 0, 'there is no way around');
      await type(page, device.userCode);
      await person.signIn(page);
      await page.locator('#code').fill(authenticator.next());
      await press(page, '#two-factor-submit');
      assert.equal(path(page), '/device/confirm');
      await press(page, '#device-connect');
      assert.equal(await device.hears(), 'connected');
      await page.context().close();
    });

    if (javaScriptEnabled) {
      it('is connected with the keyboard alone', async () => {
        const device = await ask();
        await home.goto(device.address);
        await tabTo(home, 'user_code');
        await home.keyboard.type(device.userCode);
        await Promise.all([home.waitForEvent('load'), home.keyboard.press('Enter')]);
        assert.equal(path(home), '/device/confirm');
        await tabTo(home, 'device-connect');
        await Promise.all([home.waitForEvent('load'), home.keyboard.press('Enter')]);
        assert.equal(await home.locator('#device-connected').count(), 1);
        assert.equal(await device.hears(), 'connected');
      });
    }

    it('comes too late after half an hour, wherever its person was by then', async () => {
      const device = await ask();
      server.advance(MINUTES_BEFORE);
      await type(home, device.userCode);
      assert.equal(path(home), '/device/confirm');
      const later = await home.context().newPage();
      await later.goto(home.url());
      server.advance(MINUTES_MORE);
      await press(home, '#device-connect');
      assert.equal(await home.locator('#device-expired').count(), 1);
      await assertGood(home);
      assert.equal(await device.hears(), 'expired_token');
      await press(home, '#device-again');
      await type(home, device.userCode);
      assert.ok(await home.locator('#form-error').innerText());
      server.advance(MINUTES_MORE);
      await press(later, '#device-connect');
      assert.equal(await later.locator('#device-connected').count(), 0);
      assert.ok(await waysOn(later) > 0, 'even later there is a way on');
    });
  });
}

async function tabTo(page, id) {
  for (let count = 0; count < MOST_STOPS; count += 1) {
    if (await page.evaluate(() => document.activeElement?.id ?? '') === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach #${id}`);
}
