// Signing in by a code in a text message, and the number in the account, with and without scripts.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertAccessible, assertNamesItself, assertReflows } from './support/accessibility.mjs';
import { PHONE, launch, openContext } from './support/chromium.mjs';
import { OwnServer } from './support/own_server.mjs';
import { Person } from './support/person.mjs';

const BY_PHONE = { VESTIBULE__PHONE__ENABLED: 'true', VESTIBULE__PHONE__COUNTRIES: 'US', VESTIBULE__PHONE__SIGN_UP: 'true' };
const PATIENCE = 10_000;
/** Six digits that are not these. */
const otherThan = (code) => (code === '000000' ? '000001' : '000000');

for (const javaScriptEnabled of [true, false]) {
  describe(`by phone, scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    const path = (page) => new URL(page.url()).pathname;
    const press = (page, button) => Promise.all([page.waitForEvent('load'), page.locator(button).click()]);
    let server;
    let browser;

    before(async () => { [server, browser] = await Promise.all([OwnServer.start(BY_PHONE), launch()]); });
    after(async () => { await Promise.all([server.stop(), browser.close()]); });

    const openPage = async () => (await openContext(browser, { javaScriptEnabled, viewport: PHONE })).newPage();
    // What looks for faults is a script itself.
    const assertGood = async (page) => {
      if (!javaScriptEnabled) return;
      await assertNamesItself(page);
      await assertAccessible(page);
      await assertReflows(page);
    };
    const texts = async (number) => (await (await fetch(`${server.issuer}/dev/text-messages.json`)).json()).filter(({ to }) => to === number);
    /** The code in the `count`th text message to a number. */
    const textedCode = async (number, count = 1) => {
      for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await new Promise((resolve) => setTimeout(resolve, 50))) {
        const sent = await texts(number);
        if (sent.length >= count) return sent[count - 1].code;
      }
      throw new Error(`no text message ${count} came to ${number}`);
    };
    const ask = async (page, number) => {
      await page.goto(`${server.issuer}/sign-in?return_to=/account/security`);
      await press(page, '#phone-code');
      await page.locator('#phone').fill(number);
      await assertGood(page);
      await press(page, '#phone-submit');
      assert.equal(path(page), '/sign-in/phone-code');
    };

    it('takes a code, wrong ones until it is gone, and then a new one', async () => {
      const [page, number] = [await openPage(), '+12015550123'];
      await ask(page, '+1 (201) 555-0123');
      assert.equal(await page.locator('#entered-phone').innerText(), '+1 201-555-0123');
      await assertGood(page);
      await page.reload();
      const code = await textedCode(number);
      for (const attempt of [1, 2, 3]) {
        await page.locator('#code').fill(otherThan(code));
        await press(page, '#code-submit');
        assert.match(await page.locator('#form-error').innerText(), /not the code/, `attempt ${attempt}`);
      }
      await assertGood(page);
      await page.locator('#code').fill(code);
      await press(page, '#code-submit');
      assert.match(await page.locator('#form-error').innerText(), /no longer works/);
      await press(page, '#code-again');
      await page.locator('#code').fill(await textedCode(number, 2));
      await press(page, '#code-submit');
      assert.equal(path(page), '/account/security');
      await page.context().close();
    });

    it('refuses what is no mobile number of a country that is served', async () => {
      const page = await openPage();
      await page.goto(`${server.issuer}/sign-in/phone`);
      for (const number of ['12', '+1 876 210 1234']) {
        await page.locator('#phone').fill(number);
        await press(page, '#phone-submit');
        assert.ok(await page.locator('#phone-error').innerText());
        assert.equal(await page.locator('#phone').inputValue(), number);
      }
      await assertGood(page);
      await page.context().close();
    });

    it('puts a number on the account and takes it off', async () => {
      const [page, person, number] = [await openPage(), new Person(), '+12015550145'];
      await page.goto(`${server.issuer}/sign-up`);
      await person.fillSignUp(page);
      await press(page, '#sign-up-submit');
      await page.goto(`${server.issuer}/account/profile`);
      await page.locator('#phone').fill(number);
      await press(page, '#phone-submit');
      assert.equal(await page.locator('#entered-phone').innerText(), '+1 201-555-0145');
      await assertGood(page);
      await page.locator('#code').fill(await textedCode(number));
      await press(page, '#phone-code-submit');
      assert.equal(await page.locator('#current-phone').innerText(), '+1 201-555-0145');
      await assertGood(page);
      await press(page, '#phone-remove');
      assert.equal(await page.locator('#current-phone').count(), 0);
      await page.context().close();
    });
  });
}
