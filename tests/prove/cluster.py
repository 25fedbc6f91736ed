"""A throw-away PostgreSQL cluster that syncs, from Debian's packages, on a socket in its own folder."""

import glob
import os
import pathlib
import shutil
import subprocess
import tempfile


class Cluster:
    def __init__(self):
        programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
        if not programs:
            raise RuntimeError("PostgreSQL is missing: apt-get install postgresql")
        self.programs = pathlib.Path(programs[-1])
        # Neither initdb nor postgres runs as root.
        self.user = "postgres" if os.geteuid() == 0 else None
        # A short path: the name of a socket has at most 107 characters.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="vp-", dir="/tmp"))
        self.url = f"postgres://postgres@localhost/postgres?host={self.folder}"

    def __enter__(self):
        if self.user:
            shutil.chown(self.folder, self.user)
        self.run("initdb", "-D", self.folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C")
        self.start()
        return self

    def __exit__(self, *_):
        subprocess.run([*self.command("pg_ctl"), "stop", "-s", "-m", "immediate", "-D", self.folder / "data"], cwd="/", user=self.user)
        shutil.rmtree(self.folder, ignore_errors=True)

    def command(self, program):
        return [str(self.programs / program)]

    def run(self, program, *arguments):
        subprocess.run([*self.command(program), *arguments], cwd="/", user=self.user, check=True, stdout=subprocess.DEVNULL)

    def start(self):
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' -c fsync=on -c synchronous_commit=on"
        self.run("pg_ctl", "start", "-s", "-w", "-D", self.folder / "data", "-l", self.folder / "log", "-o", options)

    def crash(self):
        """Stops all its processes without a checkpoint; the next start recovers from the log."""
        self.run("pg_ctl", "stop", "-s", "-w", "-m", "immediate", "-D", self.folder / "data")
