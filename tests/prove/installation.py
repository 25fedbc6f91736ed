"""A temporary installation of the program under proof, and its process."""

import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

from provider import Client, Connection, Unanswered, sign_in

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("VESTIBULE_BIN", str(ROOT / "target/release/vestibule"))


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Installation:
    """A folder with configuration, key and database; `with` it, and the process ends and the folder goes."""

    def __init__(self, database_url=None, folder=None):
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="vestibule-prove-"))
        self.port, self.process, self.prefix = free_port(), None, []
        environment = {**os.environ, "VESTIBULE_BIN": PROGRAM, "PORT": str(self.port)}
        if database_url:
            environment["DATABASE_URL"] = database_url
        subprocess.run([ROOT / "benches/load/prepare-vestibule", self.folder], env=environment, check=True)
        self.variables = json.loads((self.folder / "vars.json").read_text())
        self.log = open(self.folder / "server.log", "ab")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def database(self):
        return self.folder / "vestibule.db"

    def command(self):
        return [PROGRAM, "--config", str(self.folder / "vestibule.toml")]

    def start(self, prefix=()):
        """Starts the server, below `prefix` (a tracer), and waits until it is ready."""
        self.process = subprocess.Popen([*prefix, *self.command(), "serve"], stdout=self.log, stderr=self.log)
        probe, deadline = Connection(self.port), time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                if probe.send("GET", "/readyz").status == 200:
                    probe.close()
                    return
            except Unanswered:
                pass
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended at once: {(self.folder / 'server.log').read_text()[-2000:]}")
            time.sleep(0.01)
        raise RuntimeError("the server is not ready after a minute")

    def kill(self):
        """Ends the process as a power cut would: nothing is flushed, nobody is told."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process = None

    def stop(self):
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.process = None

    def sign_in(self):
        return sign_in(self.port, self.variables["email"], self.variables["password"])

    def client(self, cookie=None):
        return Client(self.port, self.variables["client_id"], self.variables["client_secret"], cookie)

    def machine(self):
        return Client(self.port, self.variables["machine_id"], self.variables["machine_secret"])
