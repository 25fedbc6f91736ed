"""Flat cost: a session look-up, a refresh and a token take as long among a million people as among a thousand.

    tests/prove/flat.py [--small N] [--large N] [--json FILE]

Every operation is of another person, drawn at random, so that no page of the database is warm by chance.
"""

import argparse
import json
import os
import random
import subprocess
import time

from installation import PROGRAM, Installation
from provider import Refused
from verdict import Verdict, percentile

SEED_PROGRAM = os.path.join(os.path.dirname(PROGRAM), "examples", "seed")
OPERATIONS = 1500
# The bound on the ratio of the medians: a look-up by index grows by a page or two, a scan by the factor of the sizes.
BOUND = 1.3


def timed(act, inputs):
    times = []
    for given in inputs:
        begun = time.perf_counter()
        act(given)
        times.append((time.perf_counter() - begun) * 1000)
    return times


def measure(installation, people):
    sample = installation.folder / "sample.jsonl"
    begun = time.monotonic()
    subprocess.run([SEED_PROGRAM, installation.folder / "vestibule.toml", installation.variables["client_id"], str(people), sample], check=True)
    seeding = time.monotonic() - begun
    persons = [json.loads(line) for line in sample.read_text().splitlines()]
    chance = random.Random(1)
    installation.start()
    client, machine = installation.client(), installation.machine()

    def look_up(person):
        headers = {"cookie": f"vestibule.session_token={person['cookie']}"}
        answer = client.send("GET", "/api/auth/get-session", headers=headers)
        if answer.status != 200 or "@seed.example" not in answer.body:
            raise Refused(answer)

    def refresh(person):
        person["refresh_token"] = client.refresh(person["refresh_token"])["refresh_token"]

    drawn = lambda: chance.choices(persons, k=OPERATIONS)
    acts = {"session look-up": look_up, "refresh": refresh, "token (client credentials)": lambda _: machine.machine_token()}
    figures = {}
    for name, act in acts.items():
        # A connection that was idle for a while may have been closed by the server.
        client.close(), machine.close()
        timed(act, drawn())
        figures[name] = percentile(timed(act, drawn()), 0.5)
    installation.stop()
    size = installation.database.stat().st_size / 2**20
    print(f"flat: {people} people in {seeding:.0f} s, database {size:.0f} MiB: " + ", ".join(f"{name} {value:.3f} ms" for name, value in figures.items()), flush=True)
    return {"people": people, "seconds": seeding, "mebibytes": size, "p50_ms": figures}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--small", type=int, default=1_000)
    parser.add_argument("--large", type=int, default=1_000_000)
    parser.add_argument("--json")
    options = parser.parse_args()
    verdict, measured = Verdict("flat"), []
    for people in (options.small, options.large):
        with Installation() as installation:
            measured.append(measure(installation, people))
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(measured, file)
    small, large = measured
    for name, before in small["p50_ms"].items():
        ratio = large["p50_ms"][name] / before
        verdict.check(ratio <= BOUND, f"{name}: {ratio:.2f} times as long with {options.large} people as with {options.small} (at most {BOUND})")
    verdict.end()


if __name__ == "__main__":
    main()
