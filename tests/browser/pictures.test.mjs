// A picture of oneself: uploaded, shown, refused and removed, with scripts and without.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { assertAccessible, assertNamesItself, assertReflows } from './support/accessibility.mjs';
import { PHONE, launch, openContext } from './support/chromium.mjs';
import { OwnServer } from './support/own_server.mjs';
import { Person } from './support/person.mjs';

/** A PNG of that size, blue with a red square in the middle. */
function png(width, height) {
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const inside = Math.abs(x - width / 2) < height / 4 && Math.abs(y - height / 2) < height / 4;
      rows.set(inside ? [220, 30, 30] : [40, 80, 200], y * (1 + width * 3) + 1 + x * 3);
    }
  }
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  return Buffer.concat([magic, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

for (const javaScriptEnabled of [true, false]) {
  describe(`pictures, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    let server;
    let browser;
    let page;

    const send = async (name, mimeType, buffer) => {
      await page.locator('#upload').setInputFiles({ name, mimeType, buffer });
      await Promise.all([page.waitForEvent('load'), page.locator('#upload-submit').click()]);
    };

    before(async () => {
      [server, browser] = await Promise.all([OwnServer.start({}), launch()]);
      const person = new Person();
      page = await (await openContext(browser, { viewport: PHONE, javaScriptEnabled })).newPage();
      await page.goto(`${server.issuer}/sign-up`);
      await person.fillSignUp(page);
      await Promise.all([page.waitForEvent('load'), page.locator('#sign-up-submit').click()]);
      await page.goto(`${server.issuer}/account/profile`);
    });
    after(async () => { await Promise.all([server.stop(), browser.close()]); });

    it('is shown once it was uploaded', async () => {
      assert.equal(await page.locator('#own-picture').count(), 0);
      await send('me.png', 'image/png', png(600, 400));
      assert.ok(await page.locator('[role=status]').innerText());
      const shown = await page.locator('#own-picture').evaluate((image) => [image.complete, image.naturalWidth, image.naturalHeight]);
      assert.deepEqual(shown, [true, 256, 256]);
    });

    it('what is no picture is refused beside the field', async () => {
      await send('me.png', 'image/png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
      assert.match(await page.locator('#upload-error').innerText(), /PNG, JPEG, WebP or GIF/);
      assert.equal(await page.locator('#upload').getAttribute('aria-invalid'), 'true');
      assert.equal(await page.locator('#own-picture').count(), 1, 'the one before is still there');
      if (javaScriptEnabled) await assertAccessible(page);
    });

    it('a file that is far too large gets the page, not a broken connection', async () => {
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await send('me.png', 'image/png', Buffer.alloc(8 * 1024 * 1024, 'x'));
      assert.equal((await answered).status(), 413);
      assert.match(await page.locator('#upload-error').innerText(), /larger than 1 MB/);
    });

    it('keeps what a page has to keep', async () => {
      await page.goto(`${server.issuer}/account/profile`);
      await assertNamesItself(page);
      if (javaScriptEnabled) await assertAccessible(page);
      await assertReflows(page);
    });

    it('is gone once it was removed', async () => {
      await Promise.all([page.waitForEvent('load'), page.locator('#picture-remove').click()]);
      assert.equal(await page.locator('#own-picture').count(), 0);
    });
  });
}
