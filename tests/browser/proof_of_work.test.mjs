// Forms that are guarded by the proof of work: solved by the script, or taken after a wait without one.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertAccessible, assertReflows } from './support/accessibility.mjs';
import { PHONE, launch, openContext } from './support/chromium.mjs';
import { OwnServer } from './support/own_server.mjs';
import { Person } from './support/person.mjs';

const WAIT_SECONDS = 3;

for (const javaScriptEnabled of [true, false]) {
  describe(`guarded forms, scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    const person = new Person();
    const complaints = [];
    let server;
    let browser;
    let page;

    before(async () => {
      const settings = {
        VESTIBULE__CAPTCHA__PROVIDER: 'proof-of-work',
        VESTIBULE__CAPTCHA__ENDPOINTS: '/sign-up/email,/sign-in/email',
        VESTIBULE__CAPTCHA__WAIT_SECONDS: String(WAIT_SECONDS),
      };
      [server, browser] = await Promise.all([OwnServer.start(settings), launch()]);
      page = await (await openContext(browser, { javaScriptEnabled, viewport: PHONE })).newPage();
      page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    });

    after(async () => { await Promise.all([server.stop(), browser.close()]); });

    it('takes an account', async () => {
      await page.goto(`${server.issuer}/sign-up`);
      assert.equal(await page.locator('#work-wait').count(), javaScriptEnabled ? 0 : 1);
      if (!javaScriptEnabled) await sleep((WAIT_SECONDS + 0.5) * 1000);
      await person.fillSignUp(page);
      await page.locator('#sign-up-submit').click();
      await page.waitForURL((url) => url.pathname === '/account' || url.pathname.startsWith('/account/'));
    });

    if (javaScriptEnabled) {
      it('keeps to the rules of accessibility and of the policy', async () => {
        await page.context().clearCookies();
        await page.goto(`${server.issuer}/sign-up`);
        await assertAccessible(page);
        await assertReflows(page);
        assert.deepEqual(complaints, []);
      });
    } else {
      it('refuses who does not wait, and takes them when they come back later', async () => {
        await page.context().clearCookies();
        await page.goto(`${server.issuer}/sign-in`);
        await person.signIn(page);
        assert.match(await page.locator('main').innerText(), /cannot tell that you are a person/);
        await page.goBack();
        await sleep((WAIT_SECONDS + 0.5) * 1000);
        await person.signIn(page);
        await page.waitForURL((url) => url.pathname.startsWith('/account'));
      });
    }
  });
}
