"""A relying party and a browser, as small as the proofs need them: standard library only."""

import base64
import hashlib
import html
import http.client
import json
import re
import secrets
import urllib.parse

REDIRECT_URI = "https://rp.example/cb"
SCOPES = "openid profile email offline_access"


class Unanswered(Exception):
    """The connection broke: nobody knows whether the server did it."""


class Refused(Exception):
    """The server answered, and it was no."""

    def __init__(self, answer):
        super().__init__(f"{answer.status}: {answer.body[:200]}")
        self.answer = answer


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read().decode(errors="replace")

    def json(self):
        return json.loads(self.body)


class Connection:
    """One keep-alive connection, which is opened anew when it broke."""

    def __init__(self, port, timeout=30):
        self.port, self.timeout, self.connection = port, timeout, None

    def send(self, method, path, body=None, headers=None):
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
            self.connection.request(method, path, body=body, headers=headers or {})
            return Answer(self.connection.getresponse())
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise Unanswered(str(error)) from error

    def close(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def form(self, path, fields, headers=None):
        headers = {"content-type": "application/x-www-form-urlencoded", **(headers or {})}
        return self.send("POST", path, urllib.parse.urlencode(fields), headers)


def basic(client_id, secret):
    quoted = ":".join(urllib.parse.quote(part, safe="") for part in (client_id, secret))
    return {"authorization": "Basic " + base64.b64encode(quoted.encode()).decode()}


def sign_in(port, email, password):
    """Signs in on the hosted page, as a browser without scripts does, and gives the cookies to send from then on."""
    connection, cookies = Connection(port), {}

    def keep(answer):
        for line in answer.headers.get_all("set-cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            cookies[name] = value

    def header():
        return {"cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}

    page = connection.send("GET", "/sign-in")
    keep(page)
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.body))
    fields = {name: html.unescape(value) for name, value in fields.items()}
    fields.update(identifier=email, password=password, remember="on")
    answer = connection.form("/sign-in", fields, {**header(), "origin": f"http://127.0.0.1:{port}"})
    keep(answer)
    connection.close()
    if answer.status != 303:
        raise Refused(answer)
    return header()["cookie"]


class Client(Connection):
    """An app with a secret, for one person whose browser is signed in."""

    def __init__(self, port, client_id, secret, cookie=None):
        super().__init__(port)
        self.client_id, self.authorization, self.cookie = client_id, basic(client_id, secret), cookie

    def code(self):
        """A fresh code and its PKCE verifier."""
        verifier = secrets.token_urlsafe(32)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        query = urllib.parse.urlencode({
            "client_id": self.client_id, "redirect_uri": REDIRECT_URI, "response_type": "code", "scope": SCOPES,
            "state": secrets.token_urlsafe(8), "code_challenge": challenge, "code_challenge_method": "S256",
        })
        answer = self.send("GET", f"/oauth2/authorize?{query}", headers={"cookie": self.cookie})
        found = urllib.parse.parse_qs(urllib.parse.urlsplit(answer.headers.get("location") or "").query)
        if answer.status not in (302, 303) or "code" not in found:
            raise Refused(answer)
        return found["code"][0], verifier

    def token(self, **fields):
        answer = self.form("/oauth2/token", fields, self.authorization)
        if answer.status != 200:
            raise Refused(answer)
        return answer.json()

    def redeem(self, code, verifier):
        return self.token(grant_type="authorization_code", code=code, redirect_uri=REDIRECT_URI, code_verifier=verifier)

    def refresh(self, token):
        return self.token(grant_type="refresh_token", refresh_token=token)

    def machine_token(self):
        return self.token(grant_type="client_credentials")

    def userinfo(self, access_token):
        answer = self.send("GET", "/oauth2/userinfo", headers={"authorization": f"Bearer {access_token}"})
        if answer.status != 200:
            raise Refused(answer)
        return answer.json()
