// A forgotten password, by the mailed link, without scripts.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { App } from './support/app.mjs';
import { launch, openContext } from './support/chromium.mjs';
import { askForReset } from './support/hosted_pages.mjs';
import { linkMailedTo } from './support/mailbox.mjs';
import { Person } from './support/person.mjs';

describe('forgotten password', () => {
  const person = new Person();
  const isEnd = (url) => app.isCallback(url);
  let app;
  let browser;
  let page;
  let link;

  before(async () => {
    [app, browser] = await Promise.all([App.start(), launch()]);
    const known = await openContext(browser);
    const first = await known.newPage();
    await first.goto(app.request().url);
    await person.signUp(first);
    await known.close();
    page = await (await openContext(browser, { javaScriptEnabled: false })).newPage();
  });

  after(async () => { await Promise.all([app.stop(), browser.close()]); });

  it('mails a link', async () => {
    await askForReset(page, person);
    link = await linkMailedTo(person.email, /reset-password/);
  });

  it('the link leads to a form for a new password', async () => {
    const forgotten = person.password;
    person.password = `${forgotten} anew`;
    await page.goto(link);
    await page.locator('#password').fill(person.password);
    await Promise.all([page.waitForEvent('load'), page.locator('#reset-submit').click()]);
    await page.context().clearCookies();
    await page.goto(app.request().url);
    await person.signIn(page, forgotten);
    assert.ok(await page.locator('#form-error').innerText(), 'the forgotten password is refused');
    await person.signIn(page);
    await person.allow(page, isEnd);
  });

  it('the link works once', async () => {
    const used = await page.goto(link);
    assert.ok(used.status() >= 400 && used.status() < 500, `a used link answers ${used.status()}`);
    assert.equal(await page.locator('#reset-submit').count(), 0);
  });
});
