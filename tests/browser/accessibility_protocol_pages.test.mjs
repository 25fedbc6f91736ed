// axe, reflow and a name of its own on the pages of the protocol.
import { after, before, describe, it } from 'node:test';
import { assertAccessible, assertNamesItself, assertReflows } from './support/accessibility.mjs';
import { App } from './support/app.mjs';
import { launch } from './support/chromium.mjs';
import { protocolPages } from './support/hosted_pages.mjs';
import { visit } from './support/visit.mjs';

describe("accessibility, the pages of the protocol", () => {
  let app;
  let browser;

  before(async () => { [app, browser] = await Promise.all([App.start(), launch()]); });
  after(async () => { await Promise.all([app.stop(), browser.close()]); });

  for (const hosted of protocolPages) {
    it(hosted.name, async () => {
      await visit(browser, app, hosted, {}, async (page) => {
        await assertNamesItself(page);
        await assertAccessible(page);
        await assertReflows(page);
      });
    });
  }
});
