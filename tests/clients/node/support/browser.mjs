// A person's browser without scripts: cookies, redirects and plain HTML forms.
// It speaks through node:http because fetch() marks every request as scripted
// (sec-fetch-mode: cors), which a navigation never is.
import http from 'node:http';
import https from 'node:https';
import { parse } from 'parse5';
import { CookieJar } from './cookie_jar.mjs';

const MOST_REDIRECTS = 20;

export class Browser {
  #cookies = new CookieJar();

  /** Opens an address. Stops before any address that begins with `stopAt`. */
  open(url, { stopAt } = {}) {
    return this.#navigate(new URL(url), { method: 'GET', stopAt });
  }

  /**
   * Presses a submit button with the given values filled in by field name. The button is named by
   * its id, or as the first one of the form `{ sentTo: address prefix }`. `ticks` names boxes to tick.
   */
  press(page, button, values = {}, { stopAt, ticks = [] } = {}) {
    const submission = page.submission(button, values);
    for (const name of ticks) submission.fields.push([name, 'on']);
    if (stopAt !== undefined && submission.url.href.startsWith(stopAt)) {
      return Promise.resolve(new Departure(submission.url, submission.fields));
    }
    return this.#navigate(submission.url, {
      method: submission.method,
      body: submission.method === 'POST' ? submission.fields : undefined,
      from: page.url,
      stopAt,
    });
  }

  /** Sends a form post that a page had prepared for an address outside of it. */
  async post(request) {
    const fields = [...new URLSearchParams(await request.text())];
    return this.#navigate(new URL(request.url), { method: 'POST', body: fields });
  }

  async #navigate(url, { method, body, from, stopAt }) {
    let request = { url, method, body };
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const answer = await this.#send(request, from);
      if (![301, 302, 303, 307, 308].includes(answer.status)) {
        return new Page(request.url, answer);
      }
      if (answer.headers.location === undefined) throw new Error(`${request.url} answers ${answer.status} without a Location`);
      const target = new URL(answer.headers.location, request.url);
      if (stopAt !== undefined && target.href.startsWith(stopAt)) return new Departure(target, undefined, answer.headers);
      request = answer.status === 307 || answer.status === 308
        ? { ...request, url: target }
        : { url: target, method: 'GET' };
    }
    throw new Error(`more than ${MOST_REDIRECTS} redirects after ${url}`);
  }

  #send({ url, method, body }, from) {
    const payload = body === undefined ? undefined : new URLSearchParams(body).toString();
    const headers = {
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      'accept-language': 'en',
      'user-agent': 'Mozilla/5.0 (plain forms)',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
      'sec-fetch-site': from === undefined ? 'none' : from.origin === url.origin ? 'same-origin' : 'cross-site',
    };
    const cookie = this.#cookies.header(url);
    if (cookie !== '') headers.cookie = cookie;
    if (from !== undefined) headers.referer = from.href;
    if (payload !== undefined) {
      headers.origin = (from ?? url).origin;
      headers['content-type'] = 'application/x-www-form-urlencoded';
      headers['content-length'] = Buffer.byteLength(payload);
    }
    return new Promise((resolve, reject) => {
      const request = (url.protocol === 'https:' ? https : http).request(url, { method, headers }, (response) => {
        this.#cookies.store(url, response.headers['set-cookie'] ?? []);
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({
          status: response.statusCode,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }));
      });
      request.on('error', reject);
      request.end(payload);
    });
  }
}

/** The browser was sent away to an address that it was told not to open. */
export class Departure {
  constructor(url, posted, headers = {}) {
    this.url = url;
    this.posted = posted;
    this.headers = headers;
  }
}

/** A page that was answered, with its links and forms. */
export class Page {
  #root;

  constructor(url, { status, headers, text }) {
    this.url = url;
    this.status = status;
    this.headers = headers;
    this.text = text;
    this.#root = parse(text, { scriptingEnabled: false });
  }

  /** The visible text of the element with this id, or undefined when there is none. */
  textOf(id) {
    const element = this.#find((node) => attribute(node, 'id') === id);
    return element === undefined ? undefined : text(element).trim();
  }

  /** The address of the first link whose path ends like this, or undefined. */
  link(pathEnd) {
    for (const node of walk(this.#root)) {
      const href = node.tagName === 'a' ? attribute(node, 'href') : undefined;
      if (href === undefined) continue;
      const url = new URL(href, this.url);
      if (url.pathname.endsWith(pathEnd)) return url;
    }
    return undefined;
  }

  /** The value that the form field with this name holds, or undefined. */
  valueOf(name) {
    const field = this.#find((node) => node.tagName === 'input' && attribute(node, 'name') === name);
    return field === undefined ? undefined : attribute(field, 'value') ?? '';
  }

  has(id) {
    return this.#find((node) => attribute(node, 'id') === id) !== undefined;
  }

  /** Whether a form of the page is sent to an address that begins like this. */
  hasFormTo(prefix) {
    return this.#formTo(prefix) !== undefined;
  }

  submission(wanted, values) {
    const label = typeof wanted === 'string' ? `#${wanted}` : JSON.stringify(wanted);
    const button = this.#button(wanted);
    if (button === undefined) throw new Error(`no button ${label} on ${this.describe()}`);
    const form = this.#formOf(button);
    if (form === undefined) throw new Error(`the button ${label} on ${this.describe()} belongs to no form`);
    const fields = [...this.#fieldsOf(form)];
    for (const [name, value] of Object.entries(values)) {
      const field = fields.find((entry) => entry[0] === name);
      if (field === undefined) throw new Error(`no field "${name}" beside ${label} on ${this.describe()}`);
      field[1] = value;
    }
    const name = attribute(button, 'name');
    if (name !== undefined) fields.push([name, attribute(button, 'value') ?? '']);
    const method = (attribute(form, 'method') ?? 'get').toUpperCase();
    const url = new URL(attribute(button, 'formaction') ?? attribute(form, 'action') ?? '', this.url);
    if (method === 'GET') url.search = new URLSearchParams(fields).toString();
    return { url, method, fields };
  }

  describe() {
    const heading = this.#find((node) => node.tagName === 'h1');
    const code = this.textOf('error-code');
    return `${this.url.pathname} (${this.status}${heading ? `, "${text(heading).trim()}"` : ''}${code ? `, ${code}` : ''})`;
  }

  #button(wanted) {
    if (typeof wanted === 'string') return this.#find((node) => attribute(node, 'id') === wanted);
    const form = this.#formTo(wanted.sentTo);
    return form === undefined ? undefined : this.#find((node) => isSubmitButton(node) && this.#formOf(node) === form);
  }

  #formTo(prefix) {
    return this.#find((node) => node.tagName === 'form' && new URL(attribute(node, 'action') ?? '', this.url).href.startsWith(prefix));
  }

  #find(wanted) {
    for (const node of walk(this.#root)) if (wanted(node)) return node;
    return undefined;
  }

  #formOf(element) {
    const id = attribute(element, 'form');
    if (id !== undefined) return this.#find((node) => node.tagName === 'form' && attribute(node, 'id') === id);
    for (let node = element; node; node = node.parentNode) if (node.tagName === 'form') return node;
    return undefined;
  }

  * #fieldsOf(form) {
    for (const node of walk(this.#root)) {
      const name = attribute(node, 'name');
      if (name === undefined || name === '' || attribute(node, 'disabled') !== undefined || this.#formOf(node) !== form) continue;
      if (node.tagName === 'input') {
        const type = (attribute(node, 'type') ?? 'text').toLowerCase();
        if (['submit', 'image', 'button', 'reset', 'file'].includes(type)) continue;
        if (['checkbox', 'radio'].includes(type)) {
          if (attribute(node, 'checked') !== undefined) yield [name, attribute(node, 'value') ?? 'on'];
          continue;
        }
        yield [name, attribute(node, 'value') ?? ''];
      } else if (node.tagName === 'textarea') {
        yield [name, text(node)];
      } else if (node.tagName === 'select') {
        const options = [...walk(node)].filter((option) => option.tagName === 'option');
        const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
        if (chosen !== undefined) yield [name, attribute(chosen, 'value') ?? text(chosen)];
      }
    }
  }
}

function isSubmitButton(node) {
  const type = attribute(node, 'type')?.toLowerCase();
  return (node.tagName === 'button' && (type ?? 'submit') === 'submit') || (node.tagName === 'input' && type === 'submit');
}

function* walk(node) {
  yield node;
  for (const child of node.childNodes ?? []) yield* walk(child);
}

function attribute(node, name) {
  return node.attrs?.find((entry) => entry.name === name)?.value;
}

function text(node) {
  if (node.nodeName === '#text') return node.value;
  return (node.childNodes ?? []).map(text).join('');
}
