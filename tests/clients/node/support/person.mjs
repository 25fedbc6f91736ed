// A person at Vestibule's hosted pages. Everything that knows a page's path, field name or
// button id stands in this file; the tests say only what the person does.
import { randomBytes } from 'node:crypto';
import { Browser, Departure } from './browser.mjs';
import { issuer } from './server.mjs';

export class Person {
  constructor() {
    const tag = randomBytes(6).toString('hex');
    this.name = `Ada ${tag}`;
    this.email = `ada-${tag}@example.test`;
    this.password = `correct horse ${tag} staple`;
    this.hasAccount = false;
    this.browser = new Browser();
    /** The app that shows codes, once it is set up. */
    this.authenticator = undefined;
    this.trustsBrowser = false;
    /** The hosted pages seen since the last `authorize`, by their path. */
    this.pages = [];
  }

  /** Changes to a browser that has never been here. */
  withNewBrowser() {
    this.browser = new Browser();
    return this;
  }

  /**
   * Opens an authorization request and goes through the pages until the browser is sent to
   * `redirectUri`; returns that address as a URL, or as a Request for response_mode=form_post.
   * A page that offers no way on is an error.
   */
  async authorize(url, redirectUri, { consent = 'allow', onPage = () => {} } = {}) {
    const stopAt = redirectUri;
    this.pages = [];
    let step = await this.browser.open(url, { stopAt });
    for (let count = 0; count < 12; count += 1) {
      if (step instanceof Departure) return answer(step);
      this.pages.push(pathOf(step));
      onPage(step);
      step = await this.#act(step, { stopAt, consent });
    }
    throw new Error(`no end to the pages: ${this.pages.join(' ')}`);
  }

  async #act(page, { stopAt, consent }) {
    switch (pathOf(page)) {
      case '/sign-in': {
        expectStatus(page, 200);
        if (this.hasAccount) {
          return this.browser.press(page, 'login-submit', { identifier: this.email, password: this.password }, { stopAt });
        }
        const signUp = page.link('/sign-up');
        if (signUp === undefined) throw new Error(`no link to /sign-up on ${page.describe()}`);
        return this.browser.open(signUp, { stopAt });
      }
      case '/sign-up': {
        expectStatus(page, 200);
        if (this.hasAccount) throw new Error(`asked to sign up twice on ${page.describe()}: ${page.textOf('form-error') ?? ''}`);
        this.hasAccount = true;
        const values = { name: this.name, email: this.email, password: this.password };
        return this.browser.press(page, 'sign-up-submit', values, { stopAt });
      }
      case '/two-factor':
        expectStatus(page, 200);
        return this.browser.press(page, 'two-factor-submit', { code: this.authenticator.next() }, { stopAt, ticks: this.trustsBrowser ? ['trust'] : [] });
      case '/consent':
        expectStatus(page, 200);
        return this.browser.press(page, consent === 'allow' ? 'consent-allow' : 'consent-deny', {}, { stopAt });
      default:
        if (stopAt !== undefined && page.hasFormTo(stopAt)) return this.browser.press(page, { sentTo: stopAt }, {}, { stopAt });
        throw new DeadEnd(page);
    }
  }

  /**
   * Opens the address that a device shows, types its code where the address does not carry it, signs in and answers.
   * Returns the last page.
   */
  async answerDevice(address, userCode, answer = 'device-connect') {
    this.pages = [];
    let page = await this.browser.open(address);
    for (let count = 0; count < 12; count += 1) {
      this.pages.push(pathOf(page));
      if (page.has('device-connected') || page.has('device-denied')) return page;
      if (page.has('device-connect')) page = await this.browser.press(page, answer);
      else if (page.has('device-submit')) page = await this.#typeUserCode(page, userCode);
      else page = await this.#act(page, { consent: 'allow' });
    }
    throw new Error(`no end to the pages: ${this.pages.join(' ')}`);
  }

  #typeUserCode(page, userCode) {
    if (page.has('form-error')) throw new DeadEnd(page);
    const values = page.valueOf('user_code') === '' ? { user_code: userCode } : {};
    return this.browser.press(page, 'device-submit', values);
  }

  /** Sets an authenticator app up on the account page; `read` makes one of what the QR code holds. */
  async setUpSecondFactor(read) {
    const address = `${issuer}/account/two-factor`;
    const page = await this.browser.press(await this.browser.open(address), 'two-factor-propose');
    const secret = page.textOf('totp-secret').replaceAll(' ', '');
    this.authenticator = await read(`otpauth://totp/Vestibule?secret=${secret}`);
    const done = await this.browser.press(page, 'two-factor-confirm', { code: this.authenticator.next() });
    expectStatus(done, 200);
  }

  /** Follows an end-session address, confirms, and returns where the browser was sent. */
  async signOut(url, postLogoutRedirectUri) {
    const stopAt = postLogoutRedirectUri;
    let step = await this.browser.open(url, { stopAt });
    if (!(step instanceof Departure) && step.has('logout-confirm')) {
      step = await this.browser.press(step, 'logout-confirm', {}, { stopAt });
    }
    if (step instanceof Departure) return step.url;
    throw new DeadEnd(step);
  }
}

/** A page without a way on, usually the error page. */
export class DeadEnd extends Error {
  constructor(page) {
    super(`the person is stuck on ${page.describe()}`);
    this.page = page;
    this.code = page.textOf('error-code');
  }
}

function pathOf(page) {
  const base = new URL(issuer);
  if (page.url.origin !== base.origin) throw new Error(`unexpected page outside the issuer: ${page.url}`);
  return page.url.pathname;
}

function expectStatus(page, status) {
  if (page.status !== status) throw new DeadEnd(page);
}

function answer(departure) {
  if (departure.posted === undefined) return departure.url;
  return new Request(departure.url, {
    method: 'POST',
    body: new URLSearchParams(departure.posted),
  });
}
