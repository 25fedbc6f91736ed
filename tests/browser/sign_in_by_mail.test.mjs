// Signing in by a mailed link and by a mailed code, with and without scripts.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertAccessible, assertNamesItself, assertReflows } from './support/accessibility.mjs';
import { PHONE, launch, openContext } from './support/chromium.mjs';
import { newestMail } from './support/mailbox.mjs';
import { OwnServer } from './support/own_server.mjs';
import { Person } from './support/person.mjs';

const BY_MAIL = { VESTIBULE__MAGIC_LINK__ENABLED: 'true', VESTIBULE__EMAIL_CODE__ENABLED: 'true' };
/** Six digits that are not these. */
const otherThan = (code) => (code === '000 000' ? '000 001' : '000 000');

for (const javaScriptEnabled of [true, false]) {
  describe(`by mail, scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    const mailbox = () => `${server.issuer}/dev/mail.json`;
    const path = (page) => new URL(page.url()).pathname;
    const press = (page, button) => Promise.all([page.waitForEvent('load'), page.locator(button).click()]);
    let server;
    let browser;

    before(async () => { [server, browser] = await Promise.all([OwnServer.start(BY_MAIL), launch()]); });
    after(async () => { await Promise.all([server.stop(), browser.close()]); });

    const openPage = async () => (await openContext(browser, { javaScriptEnabled, viewport: PHONE })).newPage();
    // What looks for faults is a script itself.
    const assertGood = async (page) => {
      if (!javaScriptEnabled) return;
      await assertNamesItself(page);
      await assertAccessible(page);
      await assertReflows(page);
    };

    it('the browser that asked is signed in by opening the link', async () => {
      const person = new Person();
      const page = await openPage();
      await page.goto(`${server.issuer}/sign-in?return_to=/account/security`);
      await page.locator('#username').fill(person.email);
      await press(page, '#magic-link');
      assert.ok((await page.locator('main').innerText()).includes(person.email));
      await assertGood(page);
      const { links } = await newestMail(mailbox(), person.email);
      await page.goto(links[0]);
      assert.equal(path(page), '/account/security');
      await page.context().close();
    });

    it('another browser is asked first', async () => {
      const person = new Person();
      const page = await openPage();
      await page.goto(`${server.issuer}/sign-in/email-link`);
      await assertGood(page);
      await page.locator('#email').fill(person.email);
      await press(page, '#magic-link-submit');
      const { links } = await newestMail(mailbox(), person.email);
      const other = await openPage();
      await other.goto(links[0]);
      assert.equal(path(other), '/sign-in/link');
      await assertGood(other);
      await other.reload();
      await press(other, '#follow-link');
      assert.ok(path(other).startsWith('/account'));
      await Promise.all([page.context().close(), other.context().close()]);
    });

    it('takes a code, wrong ones on the same page', async () => {
      const person = new Person();
      const page = await openPage();
      await page.goto(`${server.issuer}/sign-in`);
      await page.locator('#username').fill(person.email);
      await press(page, '#email-code');
      assert.equal(await page.locator('#entered-address').innerText(), person.email);
      await assertGood(page);
      await page.reload();
      const code = (await newestMail(mailbox(), person.email)).subject.slice(0, 7);
      await page.locator('#code').fill(otherThan(code));
      await press(page, '#code-submit');
      assert.ok(await page.locator('#form-error').innerText());
      await assertGood(page);
      await press(page, '#code-again');
      assert.ok(await page.locator('.notice').innerText());
      await page.locator('#code').fill(code);
      await press(page, '#code-submit');
      assert.ok(path(page).startsWith('/account'));
      await page.context().close();
    });
  });
}
