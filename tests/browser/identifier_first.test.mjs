// Signing in with the address first, with and without scripts.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertAccessible, assertNamesItself, assertReflows } from './support/accessibility.mjs';
import { PHONE, launch, openContext } from './support/chromium.mjs';
import { OwnServer } from './support/own_server.mjs';
import { Person } from './support/person.mjs';

for (const javaScriptEnabled of [true, false]) {
  describe(`address first, scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    const person = new Person();
    let server;
    let browser;
    let page;

    before(async () => {
      [server, browser] = await Promise.all([OwnServer.start({ VESTIBULE__PAGES__SIGN_IN: 'identifier_first' }), launch()]);
      const known = await openContext(browser);
      const first = await known.newPage();
      await first.goto(`${server.issuer}/sign-in`);
      await person.signUp(first);
      await known.close();
      page = await (await openContext(browser, { javaScriptEnabled, viewport: PHONE })).newPage();
    });

    after(async () => { await Promise.all([server.stop(), browser.close()]); });

    it('asks for the address, then for its password', async () => {
      await page.goto(`${server.issuer}/sign-in?return_to=/account/security`);
      assert.equal(await page.locator('#password').count(), 0);
      await person.identify(page);
      assert.equal(await page.locator('#entered-address').innerText(), person.email);
      assert.equal(await page.locator('#password').evaluate((field) => field === document.activeElement), true);
    });

    it('shows the same after reloading', async () => {
      await page.reload();
      assert.equal(await page.locator('#entered-address').innerText(), person.email);
      assert.equal(await page.locator('#username').getAttribute('autocomplete'), 'username');
    });

    it('goes back to the address, and to another one by the link', async () => {
      await page.goBack();
      assert.equal(await page.locator('#identifier-submit').count(), 1);
      await person.identify(page, 'somebody.else@example.test');
      await Promise.all([page.waitForEvent('load'), page.locator('#change-address').click()]);
      assert.equal(await page.locator('#username').inputValue(), 'somebody.else@example.test');
      await person.identify(page);
    });

    // What looks for faults is a script itself.
    if (javaScriptEnabled) {
      it('keeps to the rules of accessibility', async () => {
        await assertNamesItself(page);
        await assertAccessible(page);
        await assertReflows(page);
      });
    }

    it('takes the password, wrong ones on the same page', async () => {
      await person.enterPassword(page, 'not the password');
      assert.ok(await page.locator('#form-error').innerText());
      assert.equal(await page.locator('#entered-address').innerText(), person.email);
      await person.enterPassword(page);
      assert.equal(new URL(page.url()).pathname, '/account/security');
    });
  });
}
