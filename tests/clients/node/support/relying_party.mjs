// What both libraries' relying parties have in common: addresses and registration metadata.
// The addresses lie outside this machine on purpose: the browser stops before it opens them.
export const redirectUri = 'https://rp.example/callback';
export const postLogoutRedirectUri = 'https://rp.example/signed-out';
export const nativeRedirectUri = 'http://127.0.0.1:43110/callback';

export const scope = 'openid profile email offline_access';

/** The registration of an app with a server of its own. */
export function webApplication(changes = {}) {
  return {
    client_name: 'Fieldnotes',
    application_type: 'web',
    redirect_uris: [redirectUri],
    post_logout_redirect_uris: [postLogoutRedirectUri],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_basic',
    scope,
    ...changes,
  };
}

/** The registration of an app on a person's machine, which can keep no secret. */
export function nativeApplication(changes = {}) {
  return webApplication({
    application_type: 'native',
    redirect_uris: [nativeRedirectUri],
    token_endpoint_auth_method: 'none',
    ...changes,
  });
}

export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

/** The registration of a program on a device that can open no browser. */
export function deviceApplication(changes = {}) {
  return nativeApplication({
    client_name: 'Acme CLI',
    redirect_uris: [],
    response_types: [],
    post_logout_redirect_uris: [],
    grant_types: [deviceGrant, 'refresh_token'],
    ...changes,
  });
}

/** The registration of a machine that acts for itself. */
export function machine(changes = {}) {
  return {
    client_name: 'Night job',
    redirect_uris: [],
    response_types: [],
    grant_types: ['client_credentials'],
    token_endpoint_auth_method: 'client_secret_basic',
    ...changes,
  };
}

export async function signingKey(alg) {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(
    alg === 'ES256'
      ? { name: 'ECDSA', namedCurve: 'P-256' }
      : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  );
  const { kty, crv, x, y, n, e } = await crypto.subtle.exportKey('jwk', publicKey);
  const kid = `${alg}-1`;
  return { key: privateKey, kid, jwks: { keys: [{ kty, crv, x, y, n, e, kid, alg, use: 'sig' }] } };
}
