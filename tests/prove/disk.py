"""A full disk: writes are answered 503 with Retry-After, reads go on, and once there is room everything goes on without a restart.

The database lies on a small file system in memory of its own, which needs root (mount).
"""

import contextlib
import os
import pathlib
import subprocess
import tempfile
import time
import urllib.parse

from installation import Installation
from provider import Refused
from verdict import Verdict

SIZE = "24m"
# Without room the log of the database still has some of its own to use again.
ATTEMPTS = 5000


@contextlib.contextmanager
def small_disk():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="vestibule-disk-"))
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=0700", "none", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)
        folder.rmdir()


def fill(file):
    """Takes all the room that there is."""
    block = bytes(4096)
    with open(file, "wb", buffering=0) as ballast, contextlib.suppress(OSError):
        while True:
            ballast.write(block)


def unavailable(act, *arguments):
    """Whether the answer says to come back, and what it was: 503 with Retry-After, or where an app is told by redirect, its error
    (RFC 6749, section 4.1.2.1)."""
    try:
        act(*arguments)
    except Refused as refused:
        answer = refused.answer
        if answer.status == 503:
            after = answer.headers.get("retry-after") or ""
            return after.isdigit(), f"503, Retry-After: {after}"
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(answer.headers.get("location") or "").query)
        error = query.get("error", ["none"])[0]
        return answer.status == 303 and error == "temporarily_unavailable", f"{answer.status}, error: {error}"
    return False, "200"


def main():
    verdict = Verdict("disk")
    with small_disk() as disk, Installation(folder=disk) as installation:
        installation.start()
        cookie = installation.sign_in()
        client, machine = installation.client(cookie), installation.machine()
        chains = [client.redeem(*client.code()) for _ in range(20)]
        codes = [client.code() for _ in range(20)]
        known = machine.machine_token()["access_token"]

        ballast, tokens, refused = disk / "ballast", [], None
        fill(ballast)
        for _ in range(ATTEMPTS):
            try:
                tokens.append(client.refresh(chains[0]["refresh_token"]))
                chains[0] = tokens[-1]
            except Refused as error:
                refused = error
                break
        verdict.check(refused is not None, f"writes end after {len(tokens)} more, when the log has no room left")
        for what, act, arguments in (
            ("a refresh", client.refresh, (chains[0]["refresh_token"],)),
            ("a code", client.code, ()),
            ("redeeming a code", client.redeem, codes[0]),
            ("a token of a machine", machine.machine_token, ()),
        ):
            holds, told = unavailable(act, *arguments)
            verdict.check(holds, f"{what} on the full disk: {told}")
        reads = [
            client.userinfo(chains[1]["access_token"])["email"] == installation.variables["email"],
            client.form("/oauth2/introspect", {"token": known}, machine.authorization).json()["active"],
            client.send("GET", "/.well-known/openid-configuration").status == 200,
            client.send("GET", "/oauth2/jwks").status == 200,
            client.send("GET", "/sign-in").status in (200, 303),
            client.send("GET", "/readyz").status == 200,
        ]
        verdict.check(all(reads), f"reads go on: userinfo, introspection, discovery, keys, the sign-in page, readiness {reads}")
        verdict.check(installation.process.poll() is None, "the server runs")

        os.unlink(ballast)
        deadline, recovered = time.monotonic() + 30, None
        while recovered is None and time.monotonic() < deadline:
            with contextlib.suppress(Refused):
                recovered = machine.machine_token()
                break
            time.sleep(0.1)
        verdict.check(recovered is not None, "with room again it writes, without a restart")
        lost = 0
        for act, secrets in ((client.refresh, [(chain["refresh_token"],) for chain in chains]), (client.redeem, codes)):
            for secret in secrets:
                try:
                    act(*secret)
                except Refused:
                    lost += 1
        for answer in [*tokens, *chains]:
            with contextlib.suppress(Refused):
                client.userinfo(answer["access_token"])
                continue
            lost += 1
        verdict.check(lost == 0, f"{len(chains) * 2 + len(codes) + len(tokens)} grants were acknowledged before and meanwhile, {lost} are lost")
    verdict.end()


if __name__ == "__main__":
    main()
