// The second factor in a browser: setting it up, being asked for it, and the ways around a lost phone, with and without scripts.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Authenticator } from '../clients/better-auth/authenticator.mjs';
import { assertAccessible, assertNamesItself, assertReflows } from './support/accessibility.mjs';
import { PHONE, launch, openContext } from './support/chromium.mjs';
import { codeTextedTo, newestMail } from './support/mailbox.mjs';
import { OwnServer } from './support/own_server.mjs';
import { Person } from './support/person.mjs';

const ON = {
  VESTIBULE__TWO_FACTOR__POLICY: 'optional', VESTIBULE__TWO_FACTOR__TEXT_MESSAGE_CODES: 'true',
  VESTIBULE__PHONE__ENABLED: 'true', VESTIBULE__PHONE__COUNTRIES: 'US', VESTIBULE__PHONE__SIGN_UP: 'true',
};
const WRONG = '000000';
/** By then another code is sent to a phone. */
const TEXT_PAUSE_MINUTES = 1;

for (const javaScriptEnabled of [true, false]) {
  describe(`second factor, scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    const person = new Person();
    const path = (page) => new URL(page.url()).pathname;
    const press = (page, button) => Promise.all([page.waitForEvent('load'), page.locator(button).click()]);
    let server;
    let browser;
    let home;
    let authenticator;
    let backupCodes;

    before(async () => { [server, browser] = await Promise.all([OwnServer.start(ON), launch()]); });
    after(async () => { await Promise.all([server.stop(), browser.close()]); });

    const openPage = async () => (await openContext(browser, { javaScriptEnabled, viewport: PHONE })).newPage();
    // What looks for faults is a script itself.
    const assertGood = async (page) => {
      if (!javaScriptEnabled) return;
      await assertNamesItself(page);
      await assertAccessible(page);
      await assertReflows(page);
    };
    /** In a browser of its own, as far as the question for the second factor. */
    const signIn = async () => {
      const page = await openPage();
      await page.goto(`${server.issuer}/sign-in?return_to=/account/security`);
      await person.signIn(page);
      return page;
    };
    const show = async (page, code, button = '#two-factor-submit') => {
      await page.locator('#code').fill(code);
      await press(page, button);
    };

    it('is set up with an app and a code of it', async () => {
      home = await openPage();
      await home.goto(`${server.issuer}/sign-in`);
      await person.signUp(home);
      await home.goto(`${server.issuer}/account/two-factor`);
      await assertGood(home);
      await press(home, '#two-factor-propose');
      await assertGood(home);
      const secret = (await home.locator('#totp-secret').innerText()).replaceAll(' ', '');
      assert.equal(await home.locator('.qr-code').count(), 1);
      authenticator = await Authenticator.of({ now: () => Date.now() }, `otpauth://totp/Vestibule?secret=${secret}`);
      await show(home, WRONG, '#two-factor-confirm');
      assert.ok(await home.locator('#form-error').innerText(), 'a wrong code confirms nothing');
      await show(home, authenticator.next(), '#two-factor-confirm');
      backupCodes = await home.locator('#backup-codes code').allInnerTexts();
      assert.equal(backupCodes.length, 10);
      await assertGood(home);
    });

    it('the codes are shown once: sending the form again makes no others', async () => {
      await home.reload();
      assert.equal(await home.locator('#backup-codes').count(), 0);
      await home.goto(`${server.issuer}/account/two-factor`);
      assert.equal(await home.locator('#backup-codes').count(), 0);
      assert.equal(await home.locator('#two-factor-off').count(), 1, 'and what was set up stays');
    });

    it('a right password leads to the question, and no further', async () => {
      const page = await signIn();
      assert.equal(path(page), '/two-factor');
      await assertGood(page);
      await page.goto(`${server.issuer}/account/security`);
      assert.equal(path(page), '/sign-in', 'nobody is signed in yet');
      await page.context().close();
    });

    it('a wrong code stays on the page, a right one goes on, and the browser is trusted if asked to', async () => {
      const page = await signIn();
      await show(page, WRONG);
      assert.ok(await page.locator('#form-error').innerText());
      await assertGood(page);
      await page.reload();
      await page.locator('[name=trust]').check();
      await show(page, authenticator.next());
      assert.equal(path(page), '/account/security');
      await page.goto(`${server.issuer}/account`);
      await page.context().clearCookies({ name: /session/ });
      await page.goto(`${server.issuer}/sign-in?return_to=/account/profile`);
      await person.signIn(page);
      assert.equal(path(page), '/account/profile', 'a trusted browser is not asked again');
      await page.goto(`${server.issuer}/account/security`);
      assert.equal(path(page), '/two-factor', 'but before a change of what proves who they are');
      await assertGood(page);
      await press(page, 'a[href*="method=backup"]');
      await show(page, backupCodes[2]);
      assert.equal(path(page), '/account/security');
      await home.goto(`${server.issuer}/account/two-factor`);
      await assertGood(home);
      assert.equal(await home.locator('button[value=untrust]').count(), 1);
      await page.context().close();
    });

    it('two tabs: when one has answered, the other says so and offers the way on', async () => {
      const page = await signIn();
      const other = await page.context().newPage();
      await other.goto(page.url());
      await show(page, authenticator.next());
      assert.equal(path(page), '/account/security');
      await show(other, WRONG);
      await assertGood(other);
      await press(other, 'main a[href="/account"]');
      assert.ok(path(other).startsWith('/account/'));
      await page.context().close();
    });

    it('a backup code works once', async () => {
      for (const expected of ['/account/security', '/two-factor']) {
        const page = await signIn();
        await press(page, 'a[href*="method=backup"]');
        await assertGood(page);
        await show(page, backupCodes[0]);
        assert.equal(path(page), expected);
        await page.context().close();
      }
    });

    it('a code by mail', async () => {
      const page = await signIn();
      await press(page, 'a[href*="method=mail"]');
      await assertGood(page);
      await press(page, '#two-factor-send');
      await assertGood(page);
      await page.reload();
      const isCode = ({ subject }) => /^\d{3} ?\d{3}/.test(subject);
      const mail = await newestMail(`${server.issuer}/dev/mail.json`, person.email, isCode);
      await show(page, mail.subject.slice(0, 7));
      assert.equal(path(page), '/account/security');
      await page.context().close();
    });

    it('a code by text message, once there is a number', async () => {
      const number = '+12015550171';
      await home.goto(`${server.issuer}/account/profile`);
      await home.locator('#phone').fill(number);
      await press(home, '#phone-submit');
      await show(home, await codeTextedTo(server.issuer, number), '#phone-code-submit');
      const page = await signIn();
      await press(page, 'a[href*="method=texted_code"]');
      await assertGood(page);
      await press(page, '#two-factor-send');
      await assertGood(page);
      await page.reload();
      await show(page, await codeTextedTo(server.issuer, number, 2));
      assert.equal(path(page), '/account/security');
      await page.context().close();
    });

    it('more than five wrong codes end the sign-in, which may begin anew', async () => {
      const page = await signIn();
      for (let tries = 0; tries < 6; tries += 1) await show(page, WRONG);
      assert.equal(path(page), '/sign-in');
      assert.ok(await page.locator('.notice').innerText());
      await person.signIn(page);
      await press(page, 'a[href*="method=backup"]');
      await show(page, backupCodes[1]);
      assert.equal(path(page), '/account/security');
      await page.context().close();
    });

    it('is turned off again', async () => {
      await home.goto(`${server.issuer}/account/two-factor`);
      await press(home, '#two-factor-off');
      const page = await signIn();
      assert.equal(path(page), '/account/security');
      await Promise.all([page.context().close(), home.context().close()]);
    });

    it('nothing is mailed to whoever has only a phone number', async () => {
      const number = '+12015550172';
      const signInByText = async (place, count) => {
        const page = await openPage();
        await page.goto(`${server.issuer}/sign-in?return_to=${place}`);
        await press(page, '#phone-code');
        await page.locator('#phone').fill(number);
        await press(page, '#phone-submit');
        await show(page, await codeTextedTo(server.issuer, number, count), '#code-submit');
        return page;
      };
      const page = await signInByText('/account/two-factor', 1);
      await press(page, '#two-factor-propose');
      const secret = (await page.locator('#totp-secret').innerText()).replaceAll(' ', '');
      const app = await Authenticator.of({ now: () => server.now() }, `otpauth://totp/Vestibule?secret=${secret}`);
      await show(page, app.next(), '#two-factor-confirm');
      server.advance(TEXT_PAUSE_MINUTES);
      const again = await signInByText('/account/profile', 2);
      assert.equal(path(again), '/two-factor');
      assert.equal(await again.locator('a[href*="method=backup"]').count(), 1);
      assert.equal(await again.locator('a[href*="method=mail"]').count(), 0, 'their address is nobody\'s');
      await show(again, app.next());
      assert.equal(path(again), '/account/profile');
      await Promise.all([page.context().close(), again.context().close()]);
    });
  });
}

describe('second factor that everybody owes', () => {
  it('is set up at the end of the first sign-in', async () => {
    const [server, browser] = await Promise.all([
      OwnServer.start({ VESTIBULE__TWO_FACTOR__POLICY: 'required', VESTIBULE__TWO_FACTOR__MAILED_CODES: 'false' }),
      launch(),
    ]);
    const person = new Person();
    const page = await (await openContext(browser, { javaScriptEnabled: true, viewport: PHONE })).newPage();
    const press = (button) => Promise.all([page.waitForEvent('load'), page.locator(button).click()]);
    await page.goto(`${server.issuer}/sign-in?return_to=/account/security`);
    await person.signUp(page);
    assert.equal(new URL(page.url()).pathname, '/two-factor/set-up');
    await assertAccessible(page);
    await press('#two-factor-propose');
    await assertAccessible(page);
    await assertReflows(page);
    const secret = (await page.locator('#totp-secret').innerText()).replaceAll(' ', '');
    const app = await Authenticator.of({ now: () => Date.now() }, `otpauth://totp/Vestibule?secret=${secret}`);
    await page.locator('#code').fill(app.next());
    await press('#two-factor-confirm');
    assert.equal(await page.locator('#backup-codes code').count(), 10);
    await assertNamesItself(page);
    await assertAccessible(page);
    await press('#backup-codes-kept');
    assert.ok(new URL(page.url()).pathname.startsWith('/account/'));
    await Promise.all([server.stop(), browser.close()]);
  });
});

describe('second factor that may wait', () => {
  for (const javaScriptEnabled of [true, false]) {
    it(`is offered with a date, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
      const settings = { VESTIBULE__TWO_FACTOR__POLICY: 'required', VESTIBULE__TWO_FACTOR__GRACE_SECONDS: '259200' };
      const [server, browser] = await Promise.all([OwnServer.start(settings), launch()]);
      const person = new Person();
      const page = await (await openContext(browser, { javaScriptEnabled, viewport: PHONE })).newPage();
      const press = (button) => Promise.all([page.waitForEvent('load'), page.locator(button).click()]);
      await page.goto(`${server.issuer}/sign-in?return_to=/account/security`);
      await person.signUp(page);
      assert.equal(new URL(page.url()).pathname, '/two-factor/set-up');
      assert.ok(await page.locator('#two-factor-due time').innerText());
      if (javaScriptEnabled) {
        await assertNamesItself(page);
        await assertAccessible(page);
        await assertReflows(page);
      }
      await press('#two-factor-later');
      assert.ok(new URL(page.url()).pathname.startsWith('/account/'), page.url());
      await Promise.all([server.stop(), browser.close()]);
    });
  }
});
