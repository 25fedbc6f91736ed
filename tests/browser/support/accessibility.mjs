// What a page has to keep, on a phone and on a desk, in the light and in the dark.
import assert from 'node:assert/strict';
import axe from 'axe-core';
import { DESKTOP, PHONE } from './chromium.mjs';

const NARROWEST = 320;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Runs axe in all four settings and reports every violation at once. */
export async function assertAccessible(page) {
  const found = [];
  for (const [device, size] of [['phone', PHONE], ['desktop', DESKTOP]]) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const violation of await violations(page)) found.push(`${device}, ${colorScheme}: ${violation}`);
    }
  }
  assert.deepEqual(found, []);
}

/** WCAG 1.4.10: nothing scrolls sideways at 320 px. */
export async function assertReflows(page) {
  await page.setViewportSize({ width: NARROWEST, height: 800 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= NARROWEST, `the page is ${width} px wide in a window of ${NARROWEST} px`);
}

export async function assertNamesItself(page) {
  assert.ok(await page.title());
  assert.equal(await page.locator('h1').count(), 1, 'one h1');
  assert.ok(await page.locator('html').getAttribute('lang'));
}

async function violations(page) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axe.source);
  const options = { runOnly: { type: 'tag', values: RULES }, resultTypes: ['violations'] };
  const outcome = await page.evaluate((chosen) => globalThis.axe.run(document, chosen), options);
  assert.ok(outcome.passes.length > 0, 'axe looked at nothing');
  return outcome.violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
