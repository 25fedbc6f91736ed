// A relying party as an app's developer writes it with openid-client.
import * as client from 'openid-client';
import { isPlainHttp, issuer } from '../support/server.mjs';
import * as registration from '../support/relying_party.mjs';

const options = isPlainHttp ? { execute: [client.allowInsecureRequests] } : {};

export class RelyingParty {
  constructor(config, redirectUri) {
    this.config = config;
    this.redirectUri = redirectUri;
  }

  /** Registers by RFC 7591 and keeps the credentials that came back. */
  static async register(metadata = registration.webApplication(), key) {
    const registered = await client.dynamicClientRegistration(new URL(issuer), metadata, undefined, options);
    const answer = registered.clientMetadata();
    const config = new client.Configuration(registered.serverMetadata(), answer.client_id, answer, authentication(answer, key));
    if (isPlainHttp) client.allowInsecureRequests(config);
    return new RelyingParty(config, metadata.redirect_uris[0]);
  }

  get registered() {
    return this.config.clientMetadata();
  }

  /** Builds an authorization request and remembers what its answer has to match. */
  async start(parameters = {}) {
    const pkceCodeVerifier = client.randomPKCECodeVerifier();
    const expectedState = client.randomState();
    const expectedNonce = client.randomNonce();
    const url = client.buildAuthorizationUrl(this.config, {
      redirect_uri: this.redirectUri,
      scope: registration.scope,
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      state: expectedState,
      nonce: expectedNonce,
      prompt: 'consent',
      ...parameters,
    });
    for (const [name, value] of Object.entries(parameters)) if (value === undefined) url.searchParams.delete(name);
    return { url, checks: { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true } };
  }

  finish(callback, checks) {
    return client.authorizationCodeGrant(this.config, callback, checks);
  }

  /** The whole way: request, pages, code, tokens. */
  async signIn(person, parameters = {}, extraChecks = {}) {
    const { url, checks } = await this.start(parameters);
    const callback = await person.authorize(url, this.redirectUri);
    return this.finish(callback, { ...checks, ...extraChecks });
  }
}

function authentication({ token_endpoint_auth_method: method, client_secret: secret }, key) {
  switch (method) {
    case 'none': return client.None();
    case 'client_secret_post': return client.ClientSecretPost(secret);
    case 'client_secret_basic': return client.ClientSecretBasic(secret);
    case 'private_key_jwt': return client.PrivateKeyJwt({ key: key.key, kid: key.kid });
    default: throw new Error(`registered with an authentication method that was not asked for: ${method}`);
  }
}
