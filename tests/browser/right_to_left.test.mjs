// A language from right to left, through a whole sign-in with a second factor: as a person meets it in Hebrew, without a mouse.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Authenticator } from '../clients/better-auth/authenticator.mjs';
import { assertAccessible, assertNamesItself, assertReflows } from './support/accessibility.mjs';
import { DESKTOP, PHONE, launch, openContext } from './support/chromium.mjs';
import { newestMail } from './support/mailbox.mjs';
import { OwnServer } from './support/own_server.mjs';
import { Person } from './support/person.mjs';

const MOST_STOPS = 60;

describe('Hebrew, from right to left', () => {
  const person = new Person();
  let server;
  let browser;
  let authenticator;

  before(async () => { [server, browser] = await Promise.all([OwnServer.start({ VESTIBULE__TWO_FACTOR__POLICY: 'optional' }), launch()]); });
  after(async () => { await Promise.all([server.stop(), browser.close()]); });

  const openPage = async (viewport = PHONE) => {
    const context = await openContext(browser, { viewport, extraHTTPHeaders: { 'accept-language': 'iw-IL,he;q=0.9,en;q=0.8' } });
    return context.newPage();
  };
  const press = (page, button) => Promise.all([page.waitForEvent('load'), page.locator(button).click()]);
  const assertGood = async (page) => {
    const html = page.locator('html');
    assert.deepEqual([await html.getAttribute('lang'), await html.getAttribute('dir')], ['he', 'rtl']);
    await assertNamesItself(page);
    await assertAccessible(page);
    await assertReflows(page);
    await page.setViewportSize(PHONE);
  };
  /** Where an element stands in the window. */
  const box = async (page, selector) => page.locator(selector).first().boundingBox();

  it('sets up a second factor', async () => {
    const page = await openPage();
    await page.goto(`${server.issuer}/sign-in`);
    await person.signUp(page);
    await page.goto(`${server.issuer}/account/two-factor`);
    await press(page, '#two-factor-propose');
    await assertGood(page);
    const key = page.locator('#totp-secret');
    assert.equal(await key.getAttribute('dir'), 'ltr');
    authenticator = await Authenticator.of({ now: () => Date.now() }, `otpauth://totp/Vestibule?secret=${(await key.innerText()).replaceAll(' ', '')}`);
    await page.locator('#code').fill(authenticator.next());
    await press(page, '#two-factor-confirm');
    await assertGood(page);
    await page.context().close();
  });

  it('signs in with the keyboard alone', async () => {
    const page = await openPage();
    await page.goto(`${server.issuer}/sign-in?return_to=/account/security`);
    await assertGood(page);
    await tabTo(page, 'username');
    await page.keyboard.type(person.email);
    await tabTo(page, 'password');
    await page.keyboard.type(person.password);
    await tabTo(page, 'login-submit');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    assert.equal(new URL(page.url()).pathname, '/two-factor');
    await assertGood(page);
    await page.reload();
    await tabTo(page, 'code');
    await page.keyboard.type(authenticator.next());
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    assert.equal(new URL(page.url()).pathname, '/account/security');
    await assertGood(page);
    await page.context().close();
  });

  it('mirrors the page, and leaves addresses and codes as they are', async () => {
    const page = await openPage(DESKTOP);
    await page.goto(`${server.issuer}/sign-in`);
    for (const field of ['#username', '#password']) {
      assert.equal(await page.locator(field).evaluate((element) => getComputedStyle(element).direction), 'ltr', field);
    }
    const sheet = await box(page, '.sheet');
    const mark = await box(page, '.mark svg, .mark img');
    assert.ok(mark.x > sheet.x + sheet.width / 2, 'the mark stands at the right');
    const tick = await box(page, '.check input');
    const label = await box(page, '.check label');
    assert.ok(tick.x > label.x, 'the box stands before its label, that is to its right');
    await person.signIn(page);
    assert.equal(await page.locator('#code').evaluate((element) => getComputedStyle(element).direction), 'ltr');
    await page.locator('#code').fill(authenticator.next());
    await press(page, '#two-factor-submit');
    await page.goto(`${server.issuer}/account/sessions`);
    const rail = await box(page, '.rail');
    const main = await box(page, 'main');
    assert.ok(rail.x > main.x, 'the rail stands at the right');
    await page.context().close();
  });

  it('speaks Hebrew in the mail too', async () => {
    const page = await openPage();
    await page.goto(`${server.issuer}/forgot-password`);
    await page.locator('#email').fill(person.email);
    await press(page, '#forgot-submit');
    await assertGood(page);
    const mail = await newestMail(`${server.issuer}/dev/mail.json`, person.email, ({ links }) => links.some((link) => link.includes('reset-password')));
    assert.match(mail.subject, /איפוס הסיסמה/);
    await page.context().close();
  });
});

async function tabTo(page, id) {
  for (let count = 0; count < MOST_STOPS; count += 1) {
    if (await page.evaluate(() => document.activeElement?.id ?? '') === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach #${id}`);
}
