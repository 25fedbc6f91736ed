// A person in Chromium. Everything that knows a hosted page's path, field or button stands here.
import { randomBytes } from 'node:crypto';

export class Person {
  constructor() {
    const tag = randomBytes(6).toString('hex');
    this.name = `Ada ${tag}`;
    this.email = `ada-${tag}@example.test`;
    this.password = `correct horse ${tag} staple`;
  }

  /**
   * From the sign-in page to a new account; ends wherever the server leads. With `restarts`, the
   * link may lead back to a fresh sign-in page that often.
   */
  async signUp(page, { restarts = 0 } = {}) {
    for (let left = restarts; left >= 0; left -= 1) {
      await Promise.all([page.waitForEvent('load'), page.locator('a[href*="/sign-up"]').first().click()]);
      if (new URL(page.url()).pathname === '/sign-up') break;
    }
    await this.fillSignUp(page);
    await page.locator('#sign-up-submit').click();
    await page.waitForURL((url) => url.pathname !== '/sign-up');
  }

  async fillSignUp(page) {
    await page.locator('input[name=name]').fill(this.name);
    await page.locator('input[name=email]').fill(this.email);
    await page.locator('input[name=password]').fill(this.password);
  }

  async signIn(page, password = this.password) {
    await page.locator('#username').fill(this.email);
    await page.locator('#password').fill(password);
    await Promise.all([page.waitForEvent('load'), page.locator('#login-submit').click()]);
  }

  /** Where the address is asked for first. */
  async identify(page, email = this.email) {
    await page.locator('#username').fill(email);
    await Promise.all([page.waitForEvent('load'), page.locator('#identifier-submit').click()]);
  }

  /** And the password on the next page. */
  async enterPassword(page, password = this.password) {
    await page.locator('#password').fill(password);
    await Promise.all([page.waitForEvent('load'), page.locator('#login-submit').click()]);
  }

  /** Allows, when asked, until the browser is where it should end. */
  async allow(page, isEnd) {
    await page.waitForURL((url) => url.pathname === '/consent' || isEnd(url));
    if (isEnd(new URL(page.url()))) return;
    await page.locator('#consent-allow').click();
    await page.waitForURL(isEnd);
  }
}

/** What the page offers for going on, besides the footer: links and buttons in the main part. */
export function waysOn(page) {
  return page.locator('main a[href]:visible, main button:visible').count();
}
