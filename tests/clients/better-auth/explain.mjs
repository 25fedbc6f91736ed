// Compares two calls and says in words where they differ. The order of keys, of cookies and of a cookie's attributes does not count.
export function explain(expected, got) {
  if (!expected) return [`unexpected call: ${got.request}`];
  if (!got) return [`call is missing: ${expected.request}`];
  const faults = [];
  walk("", comparable(expected), comparable(got), faults);
  return faults;
}

// What was sent is compared too: a link or token that came from an earlier answer shows there.
function comparable({ note, cookies = [], ...call }) {
  const compared = { ...call, cookies: Object.fromEntries(cookies.map(split)) };
  if (call.body === "") compared.headers = { ...call.headers, "content-type": undefined }; // nothing to describe
  return compared;
}

function split(cookie) {
  const [pair, ...attributes] = cookie.split("; ");
  const cut = pair.indexOf("=");
  return [pair.slice(0, cut), { value: pair.slice(cut + 1), attributes: attributes.sort().join("; ") }];
}

function walk(place, expected, got, faults) {
  if (isObject(expected) && isObject(got)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(got)]))
      walk(place ? `${place}.${key}` : key, expected[key], got[key], faults);
    return;
  }
  if (Array.isArray(expected) && Array.isArray(got)) {
    for (let at = 0; at < Math.max(expected.length, got.length); at++) walk(`${place}[${at}]`, expected[at], got[at], faults);
    return;
  }
  if (isObject(got) || isObject(expected) || expected !== got) faults.push(`${place}: expected ${show(expected)}, got ${show(got)}`);
}

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const show = (value) => (value === undefined ? "nothing" : JSON.stringify(value));
