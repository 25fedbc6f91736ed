// The server under test, as `../run` or the person at the keyboard names it.
function required(name) {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: start the clients with ../run, or see ../README.md`);
  return value;
}

/** The issuer, exactly as discovery must repeat it. */
export const issuer = required('VESTIBULE_ISSUER');

/** Whether plain http has to be allowed: only for a server on this machine. */
export const isPlainHttp = new URL(issuer).protocol === 'http:';
