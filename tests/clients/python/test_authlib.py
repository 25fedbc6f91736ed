"""Authlib as relying party, and joserfc as an independent judge of our signatures."""

import base64
import os
import secrets
import time
import sys
import unittest
from urllib.parse import parse_qs, urlsplit

import httpx
from authlib.common.security import generate_token
from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import OAuth2Client
from authlib.oauth2.rfc7523 import PrivateKeyJWT
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet

from person import Person

ISSUER = os.environ["VESTIBULE_ISSUER"]
REDIRECT_URI = "https://rp.example/callback"
SCOPE = "openid profile email offline_access"


class RelyingParty:
    """An app that registered itself, with an Authlib client for its requests."""

    def __init__(self, key=None, **changes):
        self.metadata = httpx.get(f"{ISSUER}/.well-known/openid-configuration").raise_for_status().json()
        registration = {  # None takes a member out
            "client_name": "Fieldnotes",
            "redirect_uris": [REDIRECT_URI],
            "grant_types": ["authorization_code", "refresh_token"],
            "response_types": ["code"],
            "token_endpoint_auth_method": "client_secret_basic",
            "scope": SCOPE,
        } | changes
        registration = {name: value for name, value in registration.items() if value is not None}
        answer = httpx.post(self.metadata["registration_endpoint"], json=registration)
        if answer.status_code != 201:
            raise AssertionError(f"registration: {answer.status_code} {answer.text}")
        self.registered = answer.json()
        self.redirect_uri = (registration["redirect_uris"] or [None])[0]
        self.client = OAuth2Client(
            self.registered["client_id"],
            key or self.registered.get("client_secret"),
            token_endpoint_auth_method=self.registered["token_endpoint_auth_method"],
            redirect_uri=self.redirect_uri,
            scope=SCOPE,
            code_challenge_method="S256",
            token_endpoint=self.metadata["token_endpoint"],
        )
        if key is not None:
            # As it comes: Authlib's assertions live for an hour.
            # Authlib's own default is an hour; assertions live five minutes at most here.
            claims = {"exp": int(time.time()) + 60}
            self.client.register_client_auth_method(
                PrivateKeyJWT(self.metadata["token_endpoint"], claims=claims, alg="ES256")
            )

    def sign_in(self, person, **parameters):
        verifier, nonce = generate_token(48), generate_token(24)
        url, state = self.client.create_authorization_url(
            self.metadata["authorization_endpoint"], code_verifier=verifier, nonce=nonce, prompt="consent", **parameters
        )
        callback = person.authorize(url, self.redirect_uri)
        tokens = self.client.fetch_token(authorization_response=callback, state=state, code_verifier=verifier)
        return tokens, self.verify(tokens, nonce), callback, verifier

    def verify(self, tokens, nonce):
        """Verifies signature and claims of the ID token with the published keys."""
        keys = KeySet.import_key_set(httpx.get(self.metadata["jwks_uri"]).raise_for_status().json())
        algorithm = self.registered.get("id_token_signed_response_alg", "RS256")
        token = jwt.decode(tokens["id_token"], keys, algorithms=[algorithm])
        assert token.header["alg"] == algorithm, token.header
        claims = CodeIDToken(
            token.claims,
            token.header,
            options={"iss": {"essential": True, "value": ISSUER}},
            params={"nonce": nonce, "client_id": self.registered["client_id"], "access_token": tokens["access_token"]},
        )
        claims.validate(leeway=5)
        return claims

    def userinfo(self, access_token):
        return httpx.get(self.metadata["userinfo_endpoint"], headers={"authorization": f"Bearer {access_token}"})


class MainPath(unittest.TestCase):
    """The whole way of an ordinary app."""

    @classmethod
    def setUpClass(cls):
        cls.person = Person()

    def test_sign_up_userinfo_refresh_introspection_revocation(self):
        app = RelyingParty()
        tokens, claims, callback, _ = app.sign_in(self.person)
        self.assertEqual(parse_qs(urlsplit(callback).query)["iss"], [ISSUER])
        userinfo = app.userinfo(tokens["access_token"]).json()
        self.assertEqual(userinfo["sub"], claims["sub"])
        self.assertEqual(userinfo["email"], self.person.email)

        old = tokens["refresh_token"]
        renewed = app.client.refresh_token(app.metadata["token_endpoint"], refresh_token=old)
        self.assertNotEqual(renewed["refresh_token"], old)
        facts = app.client.introspect_token(app.metadata["introspection_endpoint"], token=renewed["access_token"])
        self.assertTrue(facts.json()["active"])
        app.client.revoke_token(app.metadata["revocation_endpoint"], token=renewed["access_token"]).raise_for_status()
        self.assertEqual(app.userinfo(renewed["access_token"]).status_code, 401)

    def test_id_token_signatures(self):
        for algorithm in ("RS256", "ES256", "EdDSA"):
            with self.subTest(algorithm):
                app = RelyingParty(id_token_signed_response_alg=algorithm)
                self.assertIn(algorithm, app.metadata["id_token_signing_alg_values_supported"])
                _, claims, _, _ = app.sign_in(self.person)
                self.assertTrue(claims["sub"])

    def test_a_changed_id_token_is_noticed(self):
        app = RelyingParty()
        tokens, _, _, _ = app.sign_in(self.person)
        head, _, signature = tokens["id_token"].split(".")
        forged = ".".join([head, base64.urlsafe_b64encode(b'{"sub":"root"}').decode().rstrip("="), signature])
        with self.assertRaisesRegex(Exception, "bad_signature"):
            app.verify(tokens | {"id_token": forged}, nonce="")

    def test_a_code_works_once(self):
        app = RelyingParty()
        _, _, callback, verifier = app.sign_in(self.person)
        with self.assertRaises(OAuthError) as refusal:
            app.client.fetch_token(authorization_response=callback, code_verifier=verifier)
        self.assertEqual(refusal.exception.error, "invalid_grant")


class Devices(unittest.TestCase):
    """RFC 8628. Authlib's client has the token request of any grant, and leaves asking and waiting to the app."""

    GRANT = "urn:ietf:params:oauth:grant-type:device_code"

    @classmethod
    def setUpClass(cls):
        cls.person = Person()

    def app(self, method):
        kind = "native" if method == "none" else "web"
        grants = [self.GRANT, "refresh_token"]
        members = {"grant_types": grants, "response_types": [], "redirect_uris": [], "application_type": kind}
        return RelyingParty(token_endpoint_auth_method=method, **members)

    def ask(self, app):
        form = {"scope": SCOPE}
        auth = app.client.client_auth(app.registered["token_endpoint_auth_method"])
        # The one form that the client sends with its authentication and without a token.
        answer = app.client.request("POST", app.metadata["device_authorization_endpoint"], withhold_token=True, data=form, auth=auth)
        self.assertEqual(answer.status_code, 200, answer.text)
        return answer.json()

    def poll(self, app, codes):
        return app.client.fetch_token(grant_type=self.GRANT, device_code=codes["device_code"])

    def test_connects_and_refreshes(self):
        for method in ("none", "client_secret_basic", "client_secret_post"):
            with self.subTest(method):
                app = self.app(method)
                codes = self.ask(app)
                with self.assertRaises(OAuthError) as waiting:
                    self.poll(app, codes)
                self.assertEqual(waiting.exception.error, "authorization_pending")
                page = self.person.answer_device(codes["verification_uri"], codes["user_code"])
                self.assertIn("device-connected", page.ids)
                tokens = self.poll(app, codes)
                claims = app.verify(tokens, nonce="")
                self.assertEqual(app.userinfo(tokens["access_token"]).json()["sub"], claims["sub"])
                old = tokens["refresh_token"]
                renewed = app.client.refresh_token(app.metadata["token_endpoint"], refresh_token=old)
                self.assertNotEqual(renewed["refresh_token"], old)

    def test_is_refused(self):
        app = self.app("none")
        codes = self.ask(app)
        page = self.person.answer_device(codes["verification_uri"], codes["user_code"], "device-deny")
        self.assertIn("device-denied", page.ids)
        with self.assertRaises(OAuthError) as refusal:
            self.poll(app, codes)
        self.assertEqual(refusal.exception.error, "access_denied")


class ClientAuthentication(unittest.TestCase):
    """The ways of proving who the client is."""

    @classmethod
    def setUpClass(cls):
        cls.person = Person()

    def test_secrets(self):
        for method in ("client_secret_basic", "client_secret_post"):
            with self.subTest(method):
                tokens, claims, _, _ = RelyingParty(token_endpoint_auth_method=method).sign_in(self.person)
                self.assertTrue(tokens["refresh_token"] and claims["sub"])

    def test_none(self):
        app = RelyingParty(token_endpoint_auth_method="none", application_type="native", redirect_uris=["http://127.0.0.1:43111/callback"])
        _, claims, _, _ = app.sign_in(self.person)
        self.assertTrue(claims["sub"])

    def test_private_key_jwt(self):
        key = ECKey.generate_key("P-256", {"kid": secrets.token_hex(4), "alg": "ES256", "use": "sig"})
        app = RelyingParty(
            key=key,
            token_endpoint_auth_method="private_key_jwt",
            token_endpoint_auth_signing_alg="ES256",
            jwks={"keys": [key.as_dict(private=False)]},
        )
        _, claims, _, _ = app.sign_in(self.person)
        self.assertTrue(claims["sub"])

    def test_client_credentials(self):
        app = RelyingParty(grant_types=["client_credentials"], response_types=[], redirect_uris=[], scope=None)
        app.client.scope = None
        tokens = app.client.fetch_token(grant_type="client_credentials")
        self.assertTrue(tokens["access_token"])


if __name__ == "__main__":
    outcome = unittest.main(exit=False, verbosity=2).result
    # A subtest counts as the test that it belongs to; a fault in a class's set-up counts as itself.
    broken = len({getattr(test, "test_case", test).id() for test, _ in outcome.failures + outcome.errors + outcome.skipped})
    print(f"{max(outcome.testsRun - broken, 0)} passed, {broken} failed")
    sys.exit(1 if broken else 0)
