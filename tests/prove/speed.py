"""Speed beside the peers: runs the load generator and holds the medians against the targets.

    tests/prove/speed.py --peers FOLDER --generator PROGRAM [--json FILE] [--reps N] [--duration S] [--connections N]

FOLDER holds benches/peers with its packages installed.
"""

import argparse
import json
import math
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

from installation import PROGRAM, ROOT
from verdict import Verdict

PEERS = ["panva.toml", "panva-sqlite.toml", "better-auth.toml"]
# Server CPU seconds for 1000 operations: what is not to be exceeded on a machine on which the peers need what PEERS_NEEDED says.
TARGETS = {
    "discovery": 0.015, "jwks": 0.015, "client_credentials": 0.15, "code_flow": 0.90, "refresh": 0.55, "introspection": 0.10,
    "userinfo": 0.10, "session_lookup": 0.07, "registration": 0.20, "signin": 20.0,
}
# What the peers needed in the run beside which the targets were set.
PEERS_NEEDED = {
    "oidc-provider": {
        "discovery": 0.131, "jwks": 0.083, "client_credentials": 0.212, "code_flow": 1.47, "refresh": 0.72, "introspection": 0.254,
        "userinfo": 0.219, "registration": 0.312,
    },
    "oidc-provider + SQLite": {
        "discovery": 0.148, "jwks": 0.083, "client_credentials": 0.299, "code_flow": 2.02, "refresh": 1.08, "introspection": 0.312,
        "userinfo": 0.267, "registration": 0.516,
    },
    "better-auth": {
        "discovery": 0.541, "jwks": 0.848, "client_credentials": 2.32, "code_flow": 11.9, "refresh": 5.8, "introspection": 2.61,
        "userinfo": 2.02, "session_lookup": 1.57, "registration": 2.03, "signin": 104.0,
    },
}
COLD_START_MS = 150
IDLE_MIB = 40
LOADED_MIB = 120


def pace(load, scenario):
    """How much more CPU time the machine takes in this run for the same work than it did when the targets were set: the median over what
    the peers need for this scenario. Work of other tenants and of sibling threads makes it 1.5 and more."""
    ratios = [
        load[scenario][peer]["cpu"] / scenarios[scenario]
        for peer, scenarios in PEERS_NEEDED.items()
        if scenario in scenarios and load.get(scenario, {}).get(peer, {}).get("cpu")
    ]
    return statistics.median(ratios)


def allowed(load, scenario):
    """What a scenario may cost in this run: its target, more where the machine is slower than it was, never less."""
    return TARGETS[scenario] * max(1, pace(load, scenario))


def number(text):
    try:
        value = float(text)
    except ValueError:
        return None
    return None if math.isnan(value) else value


def read(report):
    """The generator's two tables: {scenario: {provider: figures}} and {provider: figures}."""
    load, processes = {}, {}
    for line in report.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("| ") else []
        if len(cells) == 11 and cells[0] != "scenario":
            load.setdefault(cells[0], {})[cells[1]] = {
                "ops_per_s": number(cells[2]), "p50_ms": number(cells[3]), "p99_ms": number(cells[5]),
                "cpu": number(cells[6]), "errors": int(cells[10]),
            }
        elif len(cells) == 7 and cells[0] != "provider":
            processes[cells[0]] = {"cold_start_ms": number(cells[1]), "idle_mib": number(cells[2]), "loaded_mib": number(cells[3])}
    return {"load": load, "processes": processes}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--peers", required=True)
    parser.add_argument("--generator", required=True)
    parser.add_argument("--json")
    parser.add_argument("--reps", default="3")
    parser.add_argument("--duration", default="4")
    parser.add_argument("--warmup", default="1")
    parser.add_argument("--connections", default="16")
    options = parser.parse_args()
    data = pathlib.Path(tempfile.mkdtemp(prefix="vestibule-speed-"))
    command = [
        options.generator, "--reps", options.reps, "--duration", options.duration, "--warmup", options.warmup,
        "--concurrency", options.connections, "--logs", str(data), "--var", f"bin={PROGRAM}", "--var", f"data={data}",
        "--var", f"prepare={ROOT / 'benches/load/prepare-vestibule'}", str(ROOT / "benches/load/vestibule.toml"), *PEERS,
    ]
    try:
        report = subprocess.run(command, cwd=options.peers, stdout=subprocess.PIPE, text=True, check=False)
    finally:
        shutil.rmtree(data, ignore_errors=True)
    print(report.stdout, flush=True)
    if report.returncode != 0:
        sys.exit("speed: the load generator failed")
    measured = read(report.stdout)
    measured["connections"], measured["reps"], measured["duration"] = options.connections, options.reps, options.duration
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(measured, file)
    verdict = Verdict("speed")
    for scenario, providers in measured["load"].items():
        ours, target = providers.get("vestibule"), TARGETS.get(scenario)
        if ours is None or target is None:
            continue
        cpu, most = ours["cpu"], allowed(measured["load"], scenario)
        verdict.check(ours["errors"] == 0 and cpu is not None and cpu <= most,
                      f"{scenario}: {cpu} CPU s / 1000 operations (target {target}, at this pace {most:.3g}), {ours['errors']} errors")
    missing = sorted(scenario for scenario in TARGETS if "vestibule" not in measured["load"].get(scenario, {}))
    verdict.check(not missing, f"every scenario was measured {missing}")
    process = measured["processes"].get("vestibule", {})
    for name, figure, target in (("first answer, ms after the start", "cold_start_ms", COLD_START_MS),
                                 ("idle, MiB", "idle_mib", IDLE_MIB), ("after the load, MiB", "loaded_mib", LOADED_MIB)):
        verdict.check(process.get(figure) is not None and process[figure] <= target, f"{name}: {process.get(figure)} (target {target})")
    verdict.end()


if __name__ == "__main__":
    main()
