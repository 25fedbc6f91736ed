"""A person's browser without scripts, for Vestibule's hosted pages: the Python twin of
`../node/support/person.mjs`. All page paths, field names and button ids stand here."""

import secrets
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import httpx

MOST_STEPS = 12


class Person:
    """Someone new who signs up at the first sign-in page, and signs in at the later ones."""

    def __init__(self):
        tag = secrets.token_hex(6)
        self.name = f"Grace {tag}"
        self.email = f"grace-{tag}@example.test"
        self.password = f"correct horse {tag} staple"
        self.has_account = False
        self.browser = httpx.Client(headers={"accept": "text/html", "sec-fetch-mode": "navigate"})

    def authorize(self, url, redirect_uri):
        """Goes through the pages until the browser is sent to `redirect_uri`; returns that address."""
        response = self.browser.get(url)
        for _ in range(MOST_STEPS):
            while response.is_redirect:
                target = urljoin(str(response.url), response.headers["location"])
                if target.startswith(redirect_uri):
                    return target
                response = self.browser.get(target)
            response = self._act(Page(response))
        raise AssertionError(f"no end to the pages, last seen: {response.url}")

    def answer_device(self, address, user_code, answer="device-connect"):
        """Opens the address that a device shows, types its code, signs in and answers; returns the last page."""
        response = self.browser.get(address, follow_redirects=True)
        for _ in range(MOST_STEPS):
            page = Page(response)
            if {"device-connected", "device-denied"} & page.ids:
                return page
            if page.has_button("device-connect"):
                response = self._press(page, answer)
            elif page.has_button("device-submit"):
                response = self._press(page, "device-submit", user_code=user_code)
            else:
                response = self._act(page)
            while response.is_redirect:
                response = self.browser.get(urljoin(str(response.url), response.headers["location"]))
        raise AssertionError(f"no end to the pages, last seen: {response.url}")

    def _act(self, page):
        if page.path == "/sign-in" and self.has_account:
            return self._press(page, "login-submit", identifier=self.email, password=self.password)
        if page.path == "/sign-in":
            return self.browser.get(page.link("/sign-up"))
        if page.path == "/sign-up" and not self.has_account:
            self.has_account = True
            return self._press(page, "sign-up-submit", name=self.name, email=self.email, password=self.password)
        if page.path == "/consent":
            return self._press(page, "consent-allow")
        raise AssertionError(f"the person is stuck on {page.url} ({page.status})")

    def _press(self, page, button_id, **values):
        action, fields = page.submission(button_id, set(values))
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(page.url))
        return self.browser.post(action, data=fields | values, headers={"origin": origin, "referer": page.url})


class Page(HTMLParser):
    """The forms and links of an answered page."""

    def __init__(self, response):
        super().__init__()
        self.url = str(response.url)
        self.path = urlsplit(self.url).path
        self.status = response.status_code
        self.ids = set()
        self.links = []
        self.forms = []
        self._form = None
        self.feed(response.text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if "id" in attrs:
            self.ids.add(attrs["id"])
        if tag == "a" and "href" in attrs:
            self.links.append(urljoin(self.url, attrs["href"]))
        elif tag == "form":
            self._form = {"action": urljoin(self.url, attrs.get("action", "")), "fields": {}, "buttons": {}}
            self.forms.append(self._form)
        elif self._form is not None and tag == "input" and attrs.get("name"):
            ticked = attrs.get("type") not in ("checkbox", "radio") or "checked" in attrs
            if attrs.get("type") != "submit" and ticked:
                self._form["fields"][attrs["name"]] = attrs.get("value") or ""
        if self._form is not None and tag == "button" and attrs.get("type", "submit") == "submit":
            self._form["buttons"][attrs.get("id")] = attrs

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None

    def link(self, path_end):
        for link in self.links:
            if urlsplit(link).path.endswith(path_end):
                return link
        raise AssertionError(f"no link to {path_end} on {self.url}")

    def has_button(self, button_id):
        return any(button_id in form["buttons"] for form in self.forms)

    def submission(self, button_id, names):
        """What the form with this button sends, and where; it must have fields of these names."""
        for form in self.forms:
            if button_id in form["buttons"]:
                missing = names - form["fields"].keys()
                assert not missing, f"no field {missing} on {self.url}"
                button = form["buttons"][button_id]
                sent = {button["name"]: button.get("value") or ""} if button.get("name") else {}
                return form["action"], form["fields"] | sent
        raise AssertionError(f"no button {button_id} on {self.url}")
