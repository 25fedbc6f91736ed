// Fields that the operator declared: signing up, the profile, and completing it, with and without scripts.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertAccessible, assertNamesItself, assertReflows } from './support/accessibility.mjs';
import { PHONE, launch, openContext } from './support/chromium.mjs';
import { codeTextedTo } from './support/mailbox.mjs';
import { OwnServer } from './support/own_server.mjs';
import { Person } from './support/person.mjs';

const DECLARED = {
  company: { type: 'string', required: true, label: { en: 'Company', de: 'Firma' }, hint: 'As on your card', maximum_length: 30 },
  staff: { type: 'string', unique: true, shown_on: 'sign_up', label: 'Staff number' },
  seats: { type: 'number', shown_on: 'sign_up', label: 'Seats' },
  born: { type: 'date', shown_on: 'sign_up', label: 'Date of birth' },
  news: { type: 'boolean', shown_on: 'sign_up', label: 'Send me news' },
  size: { type: ['small', 'large'], label: 'Size' },
  tags: { type: 'string[]', label: 'Tags' },
};
const SETTINGS = {
  VESTIBULE__USERS__ADDITIONAL_FIELDS: JSON.stringify(DECLARED),
  VESTIBULE__PHONE__ENABLED: 'true', VESTIBULE__PHONE__COUNTRIES: 'US', VESTIBULE__PHONE__SIGN_UP: 'true',
};

for (const javaScriptEnabled of [true, false]) {
  describe(`declared fields, scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    const path = (page) => new URL(page.url()).pathname;
    const press = (page, button) => Promise.all([page.waitForEvent('load'), page.locator(button).click()]);
    let server;
    let browser;

    before(async () => { [server, browser] = await Promise.all([OwnServer.start(SETTINGS), launch()]); });
    after(async () => { await Promise.all([server.stop(), browser.close()]); });

    const openPage = async () => (await openContext(browser, { javaScriptEnabled, viewport: PHONE })).newPage();
    // What looks for faults is a script itself.
    const assertGood = async (page) => {
      if (!javaScriptEnabled) return;
      await assertNamesItself(page);
      await assertAccessible(page);
      await assertReflows(page);
    };

    it('are asked at sign-up, kept after a refusal, and changed in the profile', async () => {
      const [page, person] = [await openPage(), new Person()];
      await page.goto(`${server.issuer}/sign-up`);
      await assertGood(page);
      await person.fillSignUp(page);
      await page.getByLabel('Company').fill('Lovelace & Co');
      await page.getByLabel('Seats (optional)').fill('many');
      await page.getByLabel('Date of birth (optional)').fill('1990-12-10');
      await page.getByLabel('Send me news').check();
      await press(page, '#sign-up-submit');
      assert.match(await page.locator('#field_seats-error').innerText(), /no number/);
      assert.equal(await page.locator('#field_company').inputValue(), 'Lovelace & Co');
      assert.equal(await page.locator('#field_born').inputValue(), '1990-12-10');
      assert.ok(await page.locator('#field_news').isChecked());
      await assertGood(page);
      await page.locator('#field_seats').fill('12');
      await page.locator('#password').fill(person.password);
      await press(page, '#sign-up-submit');
      assert.notEqual(path(page), '/sign-up');
      await page.goto(`${server.issuer}/account/profile`);
      assert.equal(await page.locator('#field_seats').inputValue(), '12');
      await assertGood(page);
      await page.locator('#field_size').selectOption('large');
      await page.locator('#field_tags').fill('engines\nnumbers');
      await page.locator('#field_company').fill('Analytical Engines');
      await press(page, '#profile-submit');
      assert.equal(await page.locator('#field_size').inputValue(), 'large');
      assert.equal(await page.locator('#field_tags').inputValue(), 'engines\nnumbers');
      assert.equal(await page.locator('#field_company').inputValue(), 'Analytical Engines');
      await page.context().close();
    });

    it('are asked of whoever came by text message, who goes on from there', async () => {
      const [page, number] = [await openPage(), '+12015550161'];
      await page.goto(`${server.issuer}/sign-in?return_to=/account/profile`);
      await press(page, '#phone-code');
      await page.locator('#phone').fill(number);
      await press(page, '#phone-submit');
      await page.locator('#code').fill(await codeTextedTo(server.issuer, number));
      await press(page, '#code-submit');
      await page.goto(`${server.issuer}/complete-profile?return_to=/account/profile`);
      assert.equal(await page.locator('#field_seats').count(), 0, 'only what everybody must say is asked');
      assert.equal(await page.locator('#signed-in-email').innerText(), number, 'the address that stands for the number says nothing');
      await assertGood(page);
      await page.locator('#field_company').fill('   ');
      await press(page, '#complete-profile-submit');
      assert.match(await page.locator('#field_company-error').innerText(), /is empty/);
      await assertGood(page);
      await page.locator('#field_company').fill('Acme');
      await press(page, '#complete-profile-submit');
      assert.equal(path(page), '/account/profile');
      assert.equal(await page.locator('#field_company').inputValue(), 'Acme');
      await page.context().close();
    });
  });
}
