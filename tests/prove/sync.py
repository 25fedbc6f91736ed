"""Syncs: between the receipt of a request that spends or grants something and its answer, the log of the database is synced.

A killed process proves nothing about power. So the server runs below strace here, and each acknowledged write of a connection that
sends one at a time must have a finished sync of the write-ahead log within its own time.
"""

import re
import time

from installation import Installation
from verdict import Verdict

REQUESTS = 60
# 1234 1700000000.123456 fdatasync(11</…/vestibule.db-wal>) = 0 <0.000321>
WHOLE = re.compile(r"^(\d+) +([\d.]+) (?:fsync|fdatasync)\(\d+<([^>]*)>\) += 0 <([\d.]+)>")
BEGUN = re.compile(r"^(\d+) +([\d.]+) (?:fsync|fdatasync)\(\d+<([^>]*)> <unfinished")
ENDED = re.compile(r"^(\d+) +([\d.]+) <\.\.\. (?:fsync|fdatasync) resumed>\) += 0 <")


def syncs(trace):
    """The syncs of the write-ahead log: when each began and ended."""
    found, open_ones = [], {}
    for line in trace.read_text().splitlines():
        if match := WHOLE.match(line):
            thread, begun, path, duration = match.groups()
            found.append((float(begun), float(begun) + float(duration), path))
        elif match := BEGUN.match(line):
            open_ones[match[1]] = (float(match[2]), match[3])
        elif match := ENDED.match(line):
            begun, path = open_ones.pop(match[1])
            found.append((begun, float(match[2]), path))
    return [(begun, ended) for begun, ended, path in found if path.endswith("-wal")]


def timed(intervals, act, *arguments):
    begun = time.time()
    answer = act(*arguments)
    intervals.append((begun, time.time()))
    return answer


def main():
    verdict = Verdict("sync")
    with Installation() as installation:
        trace = installation.folder / "trace"
        installation.start(["strace", "-f", "-qq", "-y", "-ttt", "-T", "-e", "trace=fsync,fdatasync", "-o", str(trace)])
        cookie = installation.sign_in()
        client, machine = installation.client(cookie), installation.machine()
        kinds = {"codes granted": [], "codes spent": [], "refresh tokens spent": [], "tokens of a machine": []}
        granted, spent, refreshed, own = kinds.values()
        for _ in range(REQUESTS):
            answer = timed(spent, client.redeem, *timed(granted, client.code))
            timed(refreshed, client.refresh, answer["refresh_token"])
            timed(own, machine.machine_token)
        client.close(), machine.close()
        installation.stop()
        happened = syncs(trace)
    for kind, intervals in kinds.items():
        covered = sum(any(begun <= start and end <= ended for start, end in happened) for begun, ended in intervals)
        verdict.check(covered == len(intervals) == REQUESTS, f"{kind}: {covered} of {len(intervals)} answers had a sync of the log within their time")
    acknowledged = sum(map(len, kinds.values()))
    verdict.check(len(happened) >= acknowledged, f"{len(happened)} syncs of the log for {acknowledged} acknowledged writes, one at a time")
    verdict.end()


if __name__ == "__main__":
    main()
