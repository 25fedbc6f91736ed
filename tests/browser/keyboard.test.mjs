// Sign-in without a mouse: the order of the focus, that it can be seen, that Enter submits.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { App } from './support/app.mjs';
import { launch, openContext } from './support/chromium.mjs';
import { Person } from './support/person.mjs';

const MOST_STOPS = 25;

describe('keyboard', () => {
  const person = new Person();
  let app;
  let browser;
  const isEnd = (url) => app.isCallback(url);
  const openPage = async () => (await openContext(browser)).newPage();

  before(async () => {
    [app, browser] = await Promise.all([App.start(), launch()]);
    const page = await openPage();
    await page.goto(app.request().url);
    await person.signUp(page);
    await page.context().close();
  });

  after(async () => { await Promise.all([app.stop(), browser.close()]); });

  it('reaches every control in reading order, with a visible focus, and signs in', async () => {
    const page = await openPage();
    await page.goto(app.request().url);
    await page.locator('#username').waitFor();
    // The first field has the focus when the page opens; Tab goes on from there.
    const first = await page.evaluate(() => document.activeElement?.id);
    const stops = await tabThrough(page);
    const ids = [first, ...stops.map((stop) => stop.id)];
    for (const id of ['username', 'password', 'login-submit']) assert.ok(ids.includes(id), `${id} is not among ${ids}`);
    assert.ok(ids.indexOf('username') < ids.indexOf('password') && ids.indexOf('password') < ids.indexOf('login-submit'), ids.join(' '));
    for (const stop of stops) {
      assert.ok(stop.visible, `focus on something that cannot be seen: ${stop.label}`);
      assert.ok(stop.ring, `no focus ring on ${stop.label}`);
    }

    await page.reload();
    await tabTo(page, 'username');
    await page.keyboard.type(person.email);
    await tabTo(page, 'password');
    await page.keyboard.type(person.password);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/consent' || isEnd(url));
    await tabTo(page, 'consent-allow');
    await page.keyboard.press('Enter');
    await page.waitForURL(isEnd);
    await page.context().close();
  });

  it('after a wrong password the focus is at the message or the form, not lost', async () => {
    const page = await openPage();
    await page.goto(app.request().url);
    await person.signIn(page, 'not the password');
    const alert = page.locator('#form-error');
    assert.equal(await alert.getAttribute('role'), 'alert');
    assert.equal(await page.locator('#username').inputValue(), person.email);
    assert.equal(await page.locator('#password').inputValue(), '');
    assert.match(await page.title(), /^Error:/);
    await tabTo(page, 'password');
    await page.context().close();
  });
});

/** Presses Tab from the top of the document until the focus leaves it; describes each stop. */
async function tabThrough(page) {
  await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
  const stops = [];
  for (let count = 0; count < MOST_STOPS; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
      return {
        id: element.id,
        label: `<${element.localName} id="${element.id}"> ${element.textContent.trim().slice(0, 40)}`,
        visible: box.width > 1 && box.height > 1,
        ring: outlined || style.boxShadow !== 'none',
      };
    });
    if (stop === null || (stops.length > 0 && stop.id !== '' && stop.id === stops[0].id)) return stops;
    stops.push(stop);
  }
  throw new Error(`the focus never left the page: ${stops.map((stop) => stop.label).join(', ')}`);
}

async function tabTo(page, id) {
  for (let count = 0; count < MOST_STOPS; count += 1) {
    if (await page.evaluate(() => document.activeElement?.id ?? '') === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach #${id}`);
}
