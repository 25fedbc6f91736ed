// The server under test, as `../run` or the person at the keyboard names it.
function required(name) {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: start the suite with ./run, or see ../clients/README.md`);
  return value;
}

export const issuer = required('VESTIBULE_ISSUER');
export const demoApp = required('VESTIBULE_DEMO');
export const mailbox = required('VESTIBULE_MAILBOX');

export async function discover(at = issuer) {
  return (await fetch(`${at}/.well-known/openid-configuration`)).json();
}
