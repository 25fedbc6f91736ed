"""The password queue: while 200 people sign up at once, tokens are issued as fast as before, and who finds no place is told so.

    tests/prove/hashing_queue.py [--json FILE]
"""

import argparse
import json
import multiprocessing
import threading
import time

from installation import Installation
from provider import Connection, Unanswered
from verdict import Verdict, percentile

PEOPLE = 200
SECONDS = 8
PROBES = 2
# How many times the quiet p99 a token may take meanwhile: it never waits for a hash (tens of milliseconds) or the queue (half a second).
MOST = 5


def probe(port, client_id, secret, seconds, out):
    """The times of token requests one after the other, in a process of its own so that the crowd's threads do not count."""
    from provider import Client

    client, times, deadline = Client(port, client_id, secret), [], time.monotonic() + seconds
    while time.monotonic() < deadline:
        begun = time.perf_counter()
        client.machine_token()
        times.append((time.perf_counter() - begun) * 1000)
    out.put(times)


def measure(installation):
    variables, out = installation.variables, multiprocessing.Queue()
    arguments = (installation.port, variables["machine_id"], variables["machine_secret"], SECONDS, out)
    probes = [multiprocessing.Process(target=probe, args=arguments) for _ in range(PROBES)]
    for process in probes:
        process.start()
    times = [time for _ in probes for time in out.get(timeout=SECONDS + 60)]
    for process in probes:
        process.join()
    return times


class Crowd:
    """People who sign up at once and try again while the measuring lasts."""

    def __init__(self, port):
        self.port, self.done, self.answers, self.lock = port, threading.Event(), [], threading.Lock()
        self.threads = [threading.Thread(target=self.sign_up, args=(number,)) for number in range(PEOPLE)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.done.set()
        for thread in self.threads:
            thread.join()

    def sign_up(self, number):
        connection, attempt = Connection(self.port), 0
        headers = {"content-type": "application/json", "origin": f"http://127.0.0.1:{self.port}"}
        while not self.done.is_set():
            attempt += 1
            body = {"email": f"crowd-{number}-{attempt}@example.org", "password": "a-password-for-measuring", "name": "Crowd"}
            try:
                answer = connection.send("POST", "/api/auth/sign-up/email", json.dumps(body), headers)
            except Unanswered as error:
                told = (0, str(error))
            else:
                told = (answer.status, answer.headers.get("retry-after"))
            with self.lock:
                self.answers.append(told)
            # A person who is told to come back does not knock at once.
            self.done.wait(0 if told[0] == 200 else float(told[1] or 1) if told[0] == 503 else 1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--json")
    options = parser.parse_args()
    verdict = Verdict("queue")
    with Installation() as installation:
        installation.start()
        measure(installation)
        quiet = measure(installation)
        with Crowd(installation.port) as crowd:
            busy = measure(installation)
    signed_up = sum(status == 200 for status, _ in crowd.answers)
    refused = [after for status, after in crowd.answers if status == 503]
    others = sorted({str(told) for told in crowd.answers if told[0] not in (200, 503)})
    figures = {
        "quiet_p50": percentile(quiet, 0.5), "quiet_p99": percentile(quiet, 0.99), "quiet_count": len(quiet),
        "busy_p50": percentile(busy, 0.5), "busy_p99": percentile(busy, 0.99), "busy_count": len(busy),
        "signed_up": signed_up, "refused": len(refused),
    }
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(figures, file)
    print(f"queue: token p50 {figures['quiet_p50']:.2f} ms, p99 {figures['quiet_p99']:.2f} ms when quiet ({len(quiet)} requests)")
    print(f"queue: token p50 {figures['busy_p50']:.2f} ms, p99 {figures['busy_p99']:.2f} ms with {PEOPLE} people signing up ({len(busy)} requests)")
    verdict.check(signed_up > 0, f"{signed_up} people signed up meanwhile")
    verdict.check(len(refused) > 0 and all((after or "").isdigit() for after in refused), f"{len(refused)} were answered 503 with Retry-After")
    verdict.check(not others, f"nobody was answered otherwise {others[:3]}")
    ratio = figures["busy_p99"] / figures["quiet_p99"]
    verdict.check(ratio <= MOST, f"p99 of a token while people sign up is {ratio:.1f} times the quiet one (at most {MOST})")
    verdict.end()


if __name__ == "__main__":
    main()
