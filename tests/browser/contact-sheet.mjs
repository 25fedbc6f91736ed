// Draws all hosted pages into one PNG, to be looked at: phone and desktop, light and dark, and
// right to left with the pseudo-locale; and in each language that is named. A page that cannot be
// reached shows as such on the sheet and makes the command fail. ONLY=regular expression on the pages' names.
import { writeFile } from 'node:fs/promises';
import { App } from './support/app.mjs';
import { DESKTOP, PHONE, launch } from './support/chromium.mjs';
import { ownPages, protocolPages } from './support/hosted_pages.mjs';
import { visit } from './support/visit.mjs';

const VIEWS = [
  { label: 'phone, light', options: { viewport: PHONE, colorScheme: 'light' }, width: 195 },
  { label: 'phone, dark', options: { viewport: PHONE, colorScheme: 'dark' }, width: 195 },
  { label: 'phone, right to left', options: { viewport: PHONE, colorScheme: 'light', locale: 'qps-plocm' }, width: 195 },
  { label: 'desktop, light', options: { viewport: DESKTOP, colorScheme: 'light' }, width: 560 },
  { label: 'desktop, dark', options: { viewport: DESKTOP, colorScheme: 'dark' }, width: 560 },
];

const only = new RegExp(process.env.ONLY || '', 'i');
const [file, ...tags] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: contact-sheet.mjs FILE.png [LANGUAGE…]');
for (const locale of tags) {
  VIEWS.push({ label: `phone, ${locale}`, options: { viewport: PHONE, colorScheme: 'light', locale }, width: 195 });
  VIEWS.push({ label: `desktop, ${locale}`, options: { viewport: DESKTOP, colorScheme: 'dark', locale }, width: 560 });
}

const [app, browser] = await Promise.all([App.start(), launch()]);
const rows = [];
let unreached = 0;
for (const hosted of [...protocolPages, ...ownPages].filter(({ name }) => only.test(name))) {
  const cells = [];
  for (const view of VIEWS) cells.push(await draw(hosted, view));
  rows.push(`<tr><th>${hosted.name}</th>${cells.join('')}</tr>`);
}
const sheet = await browser.newPage({ viewport: { width: VIEWS.reduce((sum, { width }) => sum + width + 16, 300), height: 1000 } });
await sheet.setContent(`<!doctype html><title>All pages</title><style>
body{font:14px sans-serif;margin:16px;background:#888}td,th{vertical-align:top;padding:6px;text-align:start}img{display:block}</style>
<table><tr><th></th>${VIEWS.map((view) => `<th>${view.label}</th>`).join('')}</tr>${rows.join('')}</table>`);
await writeFile(file, await sheet.screenshot({ fullPage: true }));
await Promise.all([app.stop(), browser.close()]);
console.log(`${file}: ${rows.length} pages in ${VIEWS.length} views, ${unreached} not reached`);
process.exitCode = unreached === 0 ? 0 : 1;

async function draw(hosted, { options, width }) {
  try {
    const picture = await visit(browser, app, hosted, options, (page) => page.screenshot({ fullPage: true }));
    return `<td><img width="${width}" alt="" src="data:image/png;base64,${picture.toString('base64')}"></td>`;
  } catch (error) {
    unreached += 1;
    console.error(`${hosted.name}: ${error.message.split('\n')[0]}`);
    return '<td>not reached</td>';
  }
}
