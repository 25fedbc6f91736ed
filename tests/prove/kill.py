"""Kill runs: what was acknowledged before a kill -9 is there after it, and what was spent stays spent.

    tests/prove/kill.py [--engine sqlite|postgres] [--rounds N] [--seed N]

Each round starts the server on the database that the last one left, lets several connections get codes, redeem them and go along
chains of refresh tokens, kills the server at a random moment (with PostgreSQL also that, by an immediate stop), starts it again and
asks for everything that had been acknowledged. Whatever was on its way at the kill may be either, and is left out.
"""

import argparse
import contextlib
import random
import sqlite3
import threading
import time

from cluster import Cluster
from installation import Installation
from provider import Refused, Unanswered
from verdict import Verdict

CONNECTIONS = 6


class Ledger:
    """What one connection was told by the server."""

    def __init__(self):
        self.codes, self.spent_codes = [], []
        self.refresh_tokens, self.spent_refresh_tokens = [], []
        self.access_tokens = []

    def keep(self, answer):
        self.access_tokens.append(answer["access_token"])
        self.refresh_tokens.append(answer["refresh_token"])


def drive(client, ledger, seed):
    """Works until the server is gone. A secret is taken out of the ledger before it is shown, for its fate is open until the answer."""
    choice = random.Random(seed)
    with contextlib.suppress(Unanswered):
        while True:
            act = choice.random()
            if act < 0.4 or not (ledger.codes or ledger.refresh_tokens):
                ledger.codes.append(client.code())
            elif act < 0.7 and ledger.codes:
                code = ledger.codes.pop(choice.randrange(len(ledger.codes)))
                ledger.keep(client.redeem(*code))
                ledger.spent_codes.append(code)
            elif ledger.refresh_tokens:
                token = ledger.refresh_tokens.pop(choice.randrange(len(ledger.refresh_tokens)))
                ledger.keep(client.refresh(token))
                ledger.spent_refresh_tokens.append(token)


def load(installation, cookie, seed, seconds, crash):
    """Drives the server, has it crash after `seconds`, and gives the ledgers and the refusals, of which there must be none."""
    ledgers = [Ledger() for _ in range(CONNECTIONS)]
    faults = []

    def run(ledger, seed):
        try:
            drive(installation.client(cookie), ledger, seed)
        except Refused as refused:
            faults.append(refused)

    threads = [threading.Thread(target=run, args=(ledger, seed * 100 + number)) for number, ledger in enumerate(ledgers)]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    crash()
    for thread in threads:
        thread.join()
    return ledgers, faults


def redeems(act, *secret):
    try:
        return act(*secret)
    except Refused:
        return None


def count_lost(client, ledger):
    """Shows everything that was acknowledged and unspent; gives how much of it is gone."""
    lost = sum(redeems(client.userinfo, token) is None for token in ledger.access_tokens)
    lost += sum(redeems(client.redeem, *code) is None for code in ledger.codes)
    return lost + sum(redeems(client.refresh, token) is None for token in ledger.refresh_tokens)


def count_reborn(client, ledger):
    """Shows everything that was spent; gives how much of it works again. Showing it ends its family, so this comes last."""
    reborn = sum(redeems(client.redeem, *code) is not None for code in ledger.spent_codes)
    return reborn + sum(redeems(client.refresh, token) is not None for token in ledger.spent_refresh_tokens)


def is_intact(database):
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        rows = connection.execute("PRAGMA integrity_check").fetchall() + connection.execute("PRAGMA foreign_key_check").fetchall()
    return rows == [("ok",)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    verdict, chance = Verdict(f"kill, {options.engine}"), random.Random(options.seed)
    shown = 0
    with contextlib.ExitStack() as stack:
        cluster = stack.enter_context(Cluster()) if options.engine == "postgres" else None
        installation = stack.enter_context(Installation(cluster.url if cluster else None))
        installation.start()
        cookie = installation.sign_in()

        def crash():
            installation.kill()
            if cluster:
                cluster.crash()

        for number in range(1, options.rounds + 1):
            ledgers, faults = load(installation, cookie, options.seed + number, chance.uniform(0.2, 1.5), crash)
            if cluster:
                cluster.start()
            installation.start()
            client = installation.client(cookie)
            lost = reborn = spent = acknowledged = 0
            for ledger in ledgers:
                acknowledged += len(ledger.access_tokens) + len(ledger.codes) + len(ledger.refresh_tokens)
                lost += count_lost(client, ledger)
            for ledger in ledgers:
                spent += len(ledger.spent_codes) + len(ledger.spent_refresh_tokens)
                reborn += count_reborn(client, ledger)
            intact = cluster is not None or is_intact(installation.database)
            shown += acknowledged + spent
            good = acknowledged > 0 and spent > 0 and lost == reborn == 0 and not faults and intact
            verdict.check(good, f"round {number}: {acknowledged} acknowledged, {lost} lost; {spent} spent, {reborn} work again"
                          + (f"; refused under load: {faults[0]}" if faults else "") + ("" if intact else "; integrity_check fails"))
            client.close()
    print(f"kill, {options.engine}: {shown} acknowledged grants and spends were shown again (seed {options.seed})")
    verdict.end()


if __name__ == "__main__":
    main()
