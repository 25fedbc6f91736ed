// A relying party on oauth4webapi, the strict low-level library: one call sends a request, the
// matching one checks every member and header of the answer.
import * as oauth from 'oauth4webapi';
import { isPlainHttp, issuer } from '../support/server.mjs';
import * as registration from '../support/relying_party.mjs';

export const http = { [oauth.allowInsecureRequests]: isPlainHttp };

export async function discover(provider = issuer) {
  const response = await oauth.discoveryRequest(new URL(provider), http);
  return oauth.processDiscoveryResponse(new URL(provider), response);
}

export class RelyingParty {
  constructor(server, client, authentication, redirectUri) {
    this.server = server;
    this.client = client;
    this.authentication = authentication;
    this.redirectUri = redirectUri;
  }

  static async register(metadata = registration.webApplication(), key, provider = issuer) {
    const server = await discover(provider);
    const response = await oauth.dynamicClientRegistrationRequest(server, metadata, http);
    const client = await oauth.processDynamicClientRegistrationResponse(response);
    return new RelyingParty(server, client, authentication(client, key), metadata.redirect_uris[0]);
  }

  async start(parameters = {}) {
    const secrets = {
      state: oauth.generateRandomState(),
      nonce: oauth.generateRandomNonce(),
      verifier: oauth.generateRandomCodeVerifier(),
    };
    const url = new URL(this.server.authorization_endpoint);
    url.search = new URLSearchParams({
      client_id: this.client.client_id,
      response_type: 'code',
      redirect_uri: this.redirectUri,
      scope: registration.scope,
      prompt: 'consent',
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(secrets.verifier),
      code_challenge_method: 'S256',
      ...parameters,
    });
    return { url, secrets };
  }

  async finish(callback, secrets, checks = {}) {
    const parameters = oauth.validateAuthResponse(this.server, this.client, callback, secrets.state);
    const response = await oauth.authorizationCodeGrantRequest(
      this.server, this.client, this.authentication, parameters, this.redirectUri, secrets.verifier, http,
    );
    const tokens = await oauth.processAuthorizationCodeResponse(this.server, this.client, response, {
      expectedNonce: secrets.nonce, requireIdToken: true, ...checks,
    });
    await oauth.validateApplicationLevelSignature(this.server, response, http);
    return { ...tokens, claims: oauth.getValidatedIdTokenClaims(tokens), headers: response.headers };
  }

  async signIn(person, parameters = {}, checks = {}) {
    const { url, secrets } = await this.start(parameters);
    const callback = await person.authorize(url, this.redirectUri);
    return this.finish(callback, secrets, checks);
  }

  /** Asks for a device to be signed in. */
  async askForDevice(parameters = { scope: registration.scope }) {
    const response = await oauth.deviceAuthorizationRequest(this.server, this.client, this.authentication, parameters, http);
    const answer = await oauth.processDeviceAuthorizationResponse(this.server, this.client, response);
    return { ...answer, headers: response.headers };
  }

  /** Asks once whether somebody has answered for it. */
  async pollForDevice(deviceCode) {
    const response = await oauth.deviceCodeGrantRequest(this.server, this.client, this.authentication, deviceCode, http);
    const tokens = await oauth.processDeviceCodeResponse(this.server, this.client, response);
    if (tokens.id_token === undefined) return { ...tokens, headers: response.headers };
    await oauth.validateApplicationLevelSignature(this.server, response, http);
    return { ...tokens, claims: oauth.getValidatedIdTokenClaims(tokens), headers: response.headers };
  }

  async refresh(refreshToken) {
    const response = await oauth.refreshTokenGrantRequest(this.server, this.client, this.authentication, refreshToken, http);
    return oauth.processRefreshTokenResponse(this.server, this.client, response);
  }

  async clientCredentials() {
    const response = await oauth.clientCredentialsGrantRequest(this.server, this.client, this.authentication, {}, http);
    return oauth.processClientCredentialsResponse(this.server, this.client, response);
  }

  async userInfo(accessToken, subject) {
    const response = await oauth.userInfoRequest(this.server, this.client, accessToken, http);
    return oauth.processUserInfoResponse(this.server, this.client, subject, response);
  }

  async introspect(token) {
    const response = await oauth.introspectionRequest(this.server, this.client, this.authentication, token, http);
    return oauth.processIntrospectionResponse(this.server, this.client, response);
  }

  async revoke(token) {
    const response = await oauth.revocationRequest(this.server, this.client, this.authentication, token, http);
    return oauth.processRevocationResponse(response);
  }
}

function authentication({ token_endpoint_auth_method: method, client_secret: secret }, key) {
  switch (method) {
    case 'none': return oauth.None();
    case 'client_secret_post': return oauth.ClientSecretPost(secret);
    case 'client_secret_basic': return oauth.ClientSecretBasic(secret);
    case 'private_key_jwt': return oauth.PrivateKeyJwt({ key: key.key, kid: key.kid });
    default: throw new Error(`registered with an authentication method that was not asked for: ${method}`);
  }
}
