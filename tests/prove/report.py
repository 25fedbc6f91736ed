"""Writes what was measured into docs/performance.md, each part between its own two markers; the rest of the page stays.

    tests/prove/report.py speed|flat|queue FILE.json
"""

import datetime
import json
import os
import re
import subprocess
import sys

from installation import ROOT
from speed import COLD_START_MS, IDLE_MIB, LOADED_MIB, TARGETS, allowed, pace

PAGE = ROOT / "docs/performance.md"
PEERS = ["oidc-provider", "oidc-provider + SQLite", "better-auth"]


def machine():
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    revision = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    day = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    return f"Measured on {day} at revision {revision}, on a virtual machine with {os.cpu_count()} cores, {memory:.0f} GiB of memory and SSD storage."


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|---|" + "---:|" * (len(head) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def shown(value, digits=3):
    return "–" if value is None else f"{value:.{digits}g}" if value < 1000 else f"{value:.0f}"


def ratio(ours, theirs):
    return "–" if ours is None or not theirs else f"{ours / theirs:.2f}"


def speed(measured):
    rows, latencies = [], []
    for scenario, providers in measured["load"].items():
        ours = providers.get("vestibule")
        if ours is None:
            continue
        theirs = [providers.get(peer, {}).get("cpu") for peer in PEERS]
        load = measured["load"]
        judged = [shown(TARGETS[scenario]), f"{pace(load, scenario):.2f}", shown(allowed(load, scenario))]
        rows.append([scenario, shown(ours["cpu"]), *judged, *map(shown, theirs), *(ratio(ours["cpu"], cpu) for cpu in theirs)])
        latencies.append([scenario, shown(ours["ops_per_s"]), shown(ours["p50_ms"]), shown(ours["p99_ms"]), str(ours["errors"])])
    head = ["scenario", "vestibule", "target", "pace", "allowed", *PEERS, *(f"ratio to {peer}" for peer in PEERS)]
    processes = [[name, shown(figures["cold_start_ms"]), shown(figures["idle_mib"]), shown(figures["loaded_mib"])] for name, figures in measured["processes"].items()]
    return "\n\n".join([
        f"{machine()} {measured['connections']} connections (4 for password sign-in), medians of {measured['reps']} repetitions of {measured['duration']} s "
        "that alternate between the servers. All servers and the generator share the machine.",
        "Server CPU seconds for 1000 operations (below 1, a ratio says that Vestibule needs less). The targets were set beside the same peers; how "
        "many times the CPU time of then the peers need now (the median of them) is the pace of the machine. Allowed is "
        "the target times the pace, and never less than the target:",
        table(head, rows),
        "Vestibule's operations a second and latencies in the same run:",
        table(["scenario", "operations/s", "p50 ms", "p99 ms", "errors"], latencies),
        f"Processes (targets: start {COLD_START_MS} ms, idle {IDLE_MIB} MiB, after the load {LOADED_MIB} MiB):",
        table(["server", "start to first answer, ms", "RSS idle, MiB", "RSS after the load, MiB"], processes),
    ])


def flat(measured):
    small, large = measured
    rows = [[name, f"{before:.3f}", f"{large['p50_ms'][name]:.3f}", f"{large['p50_ms'][name] / before:.2f}"] for name, before in small["p50_ms"].items()]
    return "\n\n".join([
        f"{machine()} One connection, every operation of another person drawn at random; median in milliseconds.",
        table(["operation", f"{small['people']} people", f"{large['people']} people", "ratio"], rows),
        f"The database of {large['people']} people has {large['mebibytes']:.0f} MiB; filling it took {large['seconds']:.0f} s.",
    ])


def queue(measured):
    rows = [
        ["nobody signs up", f"{measured['quiet_p50']:.2f}", f"{measured['quiet_p99']:.2f}", str(measured["quiet_count"])],
        ["200 people sign up", f"{measured['busy_p50']:.2f}", f"{measured['busy_p99']:.2f}", str(measured["busy_count"])],
    ]
    return "\n\n".join([
        f"{machine()} Token requests (client credentials) on two connections.",
        table(["meanwhile", "p50 ms", "p99 ms", "requests"], rows),
        f"{measured['signed_up']} people were signed up meanwhile; {measured['refused']} requests found no place and were answered 503 with `Retry-After`.",
    ])


def main():
    part, file = sys.argv[1:]
    with open(file, encoding="utf-8") as source:
        text = {"speed": speed, "flat": flat, "queue": queue}[part](json.load(source))
    page = PAGE.read_text()
    marked = re.compile(rf"(<!-- {part} -->\n).*?(<!-- /{part} -->)", re.S)
    if not marked.search(page):
        sys.exit(f"{PAGE.name} has no markers for {part}")
    PAGE.write_text(marked.sub(lambda match: f"{match[1]}\n{text}\n\n{match[2]}", page))


if __name__ == "__main__":
    main()
