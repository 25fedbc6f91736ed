// Two people in one browser: the account chooser, two tabs, Back, reload, with and without scripts.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertAccessible, assertNamesItself, assertReflows } from './support/accessibility.mjs';
import { App } from './support/app.mjs';
import { PHONE, launch, openContext } from './support/chromium.mjs';
import { OwnServer } from './support/own_server.mjs';
import { Person } from './support/person.mjs';

for (const javaScriptEnabled of [true, false]) {
  describe(`several people, scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    const path = (page) => new URL(page.url()).pathname;
    const press = (page, button) => Promise.all([page.waitForEvent('load'), page.locator(button).first().click()]);
    let server;
    let browser;
    let app;

    before(async () => {
      [server, browser] = await Promise.all([OwnServer.start({ VESTIBULE__MULTI_SESSION__ENABLED: 'true' }), launch()]);
      app = await App.start(server.issuer);
    });
    after(async () => { await Promise.all([server.stop(), browser.close(), app.stop()]); });

    // What looks for faults is a script itself.
    const assertGood = async (page) => {
      if (!javaScriptEnabled) return;
      await assertNamesItself(page);
      await assertAccessible(page);
      await assertReflows(page);
    };
    const choose = (page, person) => press(page, `button.who:has-text("${person.email}")`);
    const usedBy = async (page, person) => {
      await page.goto(`${server.issuer}/account/profile`);
      assert.ok((await page.locator('.rail-end').textContent()).includes(person.email));
    };

    /** Ann, and Bob beside her, who uses the browser. */
    async function twoPeople() {
      const context = await openContext(browser, { javaScriptEnabled, viewport: PHONE });
      const [page, ann, bob] = [await context.newPage(), new Person(), new Person()];
      await page.goto(`${server.issuer}/sign-in`);
      await ann.signUp(page);
      await page.goto(`${server.issuer}/choose-account`);
      await assertGood(page);
      await press(page, '#use-another-account');
      assert.equal(path(page), '/sign-in');
      await bob.signUp(page);
      await usedBy(page, bob);
      return { context, page, ann, bob };
    }

    it('switches on the account pages and back', async () => {
      const { context, page, ann, bob } = await twoPeople();
      await assertGood(page);
      await press(page, '#switch-account');
      await assertGood(page);
      assert.equal(await page.locator('button.who').count(), 2);
      await choose(page, ann);
      await usedBy(page, ann);
      await page.goto(`${server.issuer}/choose-account`);
      await page.reload();
      await choose(page, bob);
      await usedBy(page, bob);
      await context.close();
    });

    it('lets the person choose whom an app gets, in two tabs', async () => {
      const { context, page, ann, bob } = await twoPeople();
      const other = await context.newPage();
      const [one, two] = [app.request({ prompt: 'select_account' }), app.request({ prompt: 'select_account' })];
      await page.goto(one.url);
      await other.goto(two.url);
      assert.equal(path(page), '/choose-account');
      await choose(other, ann);
      await ann.allow(other, (url) => app.isCallback(url));
      assert.equal(new URL(other.url()).searchParams.get('state'), two.state);
      await page.reload();
      await choose(page, bob);
      await bob.allow(page, (url) => app.isCallback(url));
      const answer = new URL(page.url()).searchParams;
      assert.ok(answer.get('code'));
      assert.equal(answer.get('state'), one.state);
      await context.close();
    });

    it('goes back from the form for signing in to the chooser', async () => {
      const { context, page, ann } = await twoPeople();
      await page.goto(app.request({ prompt: 'select_account' }).url);
      await press(page, '#use-another-account');
      assert.equal(path(page), '/sign-in');
      await page.goBack();
      assert.equal(path(page), '/choose-account');
      await choose(page, ann);
      await ann.allow(page, (url) => app.isCallback(url));
      assert.ok(new URL(page.url()).searchParams.get('code'));
      await context.close();
    });

    it('removes an account, and signs all out', async () => {
      const { context, page, ann, bob } = await twoPeople();
      await page.goto(`${server.issuer}/choose-account`);
      await press(page, '#remove-an-account');
      await assertGood(page);
      await press(page, '#back-to-accounts');
      await press(page, '#remove-an-account');
      await choose(page, ann);
      assert.equal(path(page), '/choose-account');
      assert.equal(await page.locator('button.who').count(), 1);
      await usedBy(page, bob);
      await press(page, '#sign-out');
      if (path(page) === '/sign-out') await press(page, '#sign-out-submit');
      await page.goto(`${server.issuer}/choose-account`);
      assert.equal(path(page), '/sign-in');
      assert.equal(await page.locator('#choose-account').count(), 0, 'nobody is known here');
      await context.close();
    });
  });
}
