// The main job, as in README: the demo app, an account, "Hello", refresh, sign out.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, openContext } from './support/chromium.mjs';
import { Person } from './support/person.mjs';
import { demoApp } from './support/server.mjs';

const demoOrigin = new URL(demoApp).origin;
const isDemo = (url) => url.origin === demoOrigin && !url.searchParams.has('code');

for (const javaScriptEnabled of [true, false]) {
  describe(`demo app, scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    const person = new Person();
    const faults = [];
    let browser;
    let page;

    before(async () => {
      browser = await launch();
      const context = await openContext(browser, { javaScriptEnabled });
      page = await context.newPage();
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => { if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`); });
    });

    after(async () => { await browser.close(); });

    it('starts at the app and comes back as a new person', async () => {
      await page.goto(demoApp);
      await page.locator('#demo-sign-in').click();
      await page.waitForURL((url) => url.pathname === '/sign-in' && url.origin !== demoOrigin);
      await person.signUp(page);
      await person.allow(page, isDemo);
      await page.getByRole('heading', { name: /Hello/ }).waitFor();
      assert.ok((await page.locator('h1').innerText()).includes(person.name));
    });

    it('shows what userinfo says', async () => {
      await page.locator('#demo-userinfo').click();
      const claims = JSON.parse(await page.locator('#userinfo').innerText());
      assert.equal(claims.email, person.email);
      assert.ok(claims.sub);
    });

    it('refreshes: still the same person, other tokens', async () => {
      const earlier = await page.locator('main').innerHTML();
      await Promise.all([page.waitForEvent('load'), page.locator('#demo-refresh').click()]);
      await page.getByRole('heading', { name: /Hello/ }).waitFor();
      const later = await page.locator('main').innerHTML();
      assert.ok(later.includes(person.name));
      assert.notEqual(later, earlier);
    });

    it('signs out here and at the provider', async () => {
      await page.locator('#demo-sign-out').click();
      await page.locator('#logout-confirm, #demo-sign-in').first().waitFor();
      if (await page.locator('#logout-confirm').count() > 0) await page.locator('#logout-confirm').click();
      await page.waitForURL(isDemo);
      await page.locator('#demo-sign-in').click();
      await page.locator('#username').waitFor();
    });

    it('signs in again with the password', async () => {
      await person.signIn(page);
      await person.allow(page, isDemo);
      await page.getByRole('heading', { name: /Hello/ }).waitFor();
    });

    it('nothing broke on the way', () => { assert.deepEqual(faults, []); });
  });
}
