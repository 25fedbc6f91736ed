// A visit to a hosted page: a fresh browser profile, a fresh person, signed in if the page asks for it.
// `look` is called with the page once it is proven to be the right one.
import { openContext } from './chromium.mjs';
import { Person } from './person.mjs';

export async function visit(browser, app, hosted, { locale, ...options }, look) {
  const context = await openContext(browser, {
    ...options,
    ...(locale && { extraHTTPHeaders: { 'accept-language': locale } }),
  });
  try {
    const page = await context.newPage();
    const person = new Person();
    if (hosted.signedIn || hosted.hasAccount) await makeAccount(page, app, person);
    if (hosted.hasAccount) await context.clearCookies();
    await hosted.reach(page, { app, person, locale });
    await page.locator(hosted.proof).first().waitFor();
    return await look(page);
  } finally {
    await context.close();
  }
}

async function makeAccount(page, app, person) {
  await page.goto(app.request().url);
  await person.signUp(page);
  await person.allow(page, (url) => app.isCallback(url));
}
