// The part of RFC 6265 that a sign-in needs: host-only and domain cookies, paths,
// Max-Age and Expires, Secure (loopback counts as secure). Cookies ignore ports.
export class CookieJar {
  #cookies = [];

  store(url, headers) {
    for (const header of headers) {
      const [pair, ...rest] = header.split(';');
      const at = pair.indexOf('=');
      const attributes = new Map(rest.map((part) => {
        const [name, ...value] = part.trim().split('=');
        return [name.toLowerCase(), value.join('=')];
      }));
      const domain = attributes.get('domain')?.replace(/^\./, '').toLowerCase();
      const cookie = {
        name: pair.slice(0, at).trim(),
        value: pair.slice(at + 1).trim(),
        host: domain || url.hostname,
        hostOnly: !domain,
        path: attributes.get('path')?.startsWith('/') ? attributes.get('path') : defaultPath(url),
        secure: attributes.has('secure'),
        expires: expiry(attributes),
      };
      if (cookie.secure && !isSecure(url)) continue;
      this.#cookies = this.#cookies.filter((other) => other.name !== cookie.name || other.host !== cookie.host || other.path !== cookie.path);
      if (cookie.expires > Date.now()) this.#cookies.push(cookie);
    }
  }

  header(url) {
    return this.#cookies
      .filter((cookie) => cookie.expires > Date.now())
      .filter((cookie) => url.hostname === cookie.host || (!cookie.hostOnly && url.hostname.endsWith(`.${cookie.host}`)))
      .filter((cookie) => url.pathname === cookie.path || url.pathname.startsWith(cookie.path.endsWith('/') ? cookie.path : `${cookie.path}/`))
      .filter((cookie) => !cookie.secure || isSecure(url))
      .sort((one, other) => other.path.length - one.path.length)
      .map((cookie) => `${cookie.name}=${cookie.value}`)
      .join('; ');
  }
}

function defaultPath(url) {
  return url.pathname.slice(0, url.pathname.lastIndexOf('/')) || '/';
}

function expiry(attributes) {
  if (attributes.has('max-age')) return Date.now() + Number(attributes.get('max-age')) * 1000;
  if (attributes.has('expires')) return Date.parse(attributes.get('expires'));
  return Infinity;
}

function isSecure(url) {
  return url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}
