"""Kills a running server amid uploads, starts it again, and looks for what the halves left behind.

Run by a test as `python -m tests.curation.killing_server ROUNDS` with KB_DATA_DIR set to an empty
folder. An upload is cut off at a random byte, or some moments after its last one.
"""

from __future__ import annotations

import http.client
import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlencode

ROWS = 40
PADDING = 3_000_000
"""Bytes beyond which an upload is written to a file while it comes."""
PATIENCE = 120
PASSWORD = "correct horse battery"
UPLOAD = "/curate/import/"
BOUNDARY = "between-two-files"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"
FORM = "application/x-www-form-urlencoded"


class Server:
    """A server of the product on a free port, and a curator who is logged in there."""

    def __init__(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = free.getsockname()[1]
        command = [sys.executable, "manage.py", "runserver", f"127.0.0.1:{self._port}"]
        self._process = subprocess.Popen(
            [*command, "--noreload"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._cookies: dict[str, str] = {}
        self._wait()
        token = self.token("/accounts/login/")
        entries = {"username": "cora", "password": PASSWORD, "csrfmiddlewaretoken": token}
        status, _text, _to = self.ask("/accounts/login/", urlencode(entries).encode(), FORM)
        if status != http.client.FOUND:
            raise SystemExit(f"the log-in was answered with {status}")

    def kill(self) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def token(self, address: str) -> str:
        _status, text, _to = self.ask(address)
        found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', text)
        if found is None:
            raise SystemExit(f"{address} has no form: {text[:200]}")
        return found[1]

    def ask(self, address: str, body: bytes | None = None, kind: str = "") -> tuple[int, str, str]:
        """Return the status, the page, and where the answer leads to."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        headers = self._headers() | ({"Content-Type": kind} if kind else {})
        connection.request("POST" if body is not None else "GET", address, body, headers)
        answer = connection.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        text = answer.read().decode()
        connection.close()
        return answer.status, text, answer.headers.get("Location", "")

    def be_cut_off(self, body: bytes, sent: int, seconds: float) -> None:
        """Send the first bytes of an upload, and kill the server so long after them."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        connection.putrequest("POST", UPLOAD)
        length = {"Content-Type": MULTIPART, "Content-Length": str(len(body))}
        for name, value in (self._headers() | length).items():
            connection.putheader(name, value)
        connection.endheaders()
        connection.send(body[:sent])
        time.sleep(seconds)
        self.kill()
        connection.close()

    def _headers(self) -> dict[str, str]:
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self._port)):
                return
            time.sleep(0.05)
        raise SystemExit("the server did not start")


def main(rounds: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kb.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from tests.build import a_user

    call_command("migrate", verbosity=0)
    call_command("rebuild_index", verbosity=0)
    a_user("cora", "documents.change_document")
    for number in range(rounds):
        _round(random.Random(number))
    _look_for_halves()
    print(f"{rounds} kills, nothing left by halves")  # noqa: T201


def _round(chance: random.Random) -> None:
    server = Server()
    body = _body(server.token(UPLOAD))
    is_cut = chance.random() < 0.5
    sent = chance.randrange(len(body)) if is_cut else len(body)
    server.be_cut_off(body, sent, chance.random() * (0.1 if is_cut else 1.5))


def _look_for_halves() -> None:
    """Stop where a half of an upload is in the way of anything, or where one is taken for whole."""
    from documents.models import Document, Submission

    if Submission.objects.exists():
        raise SystemExit("something was stored that nobody agreed to")
    server = Server()
    for folder in (Path(os.environ["KB_DATA_DIR"]) / "uploads" / "imports").glob("*"):
        status, text, _to = server.ask(f"{UPLOAD}{_as_address(folder.name)}/")
        if status == http.client.OK and f"Store {ROWS} records" not in text:
            raise SystemExit(f"{folder.name} has half a plan")
        if status not in {http.client.OK, http.client.NOT_FOUND}:
            raise SystemExit(f"{folder.name} is answered with {status}")
    _status, text, plan = server.ask(UPLOAD, _body(server.token(UPLOAD)), MULTIPART)
    if not plan:
        raise SystemExit(f"the same files are not taken in again: {text[:200]}")
    entries = {"csrfmiddlewaretoken": server.token(plan)}
    server.ask(plan, urlencode(entries).encode(), FORM)
    server.kill()
    if Document.objects.count() != ROWS:
        raise SystemExit(f"{Document.objects.count()} records of {ROWS} rows")


def _as_address(name: str) -> str:
    return "-".join((name[:8], name[8:12], name[12:16], name[16:20], name[20:]))


def _body(token: str) -> bytes:
    rows = ["title,text,date"]
    rows += [f"Harbour {n},Harbour {n} lends {n} cranes.,2024-03-01" for n in range(ROWS)]
    parts = [f'name="csrfmiddlewaretoken"\r\n\r\n{token}']
    for name, text in (("rows.csv", "\n".join(rows)), ("large.bin", "\0" * PADDING)):
        parts.append(f'name="uploads"; filename="{name}"\r\n\r\n{text}')
    body = "".join(f"--{BOUNDARY}\r\nContent-Disposition: form-data; {one}\r\n" for one in parts)
    return f"{body}--{BOUNDARY}--\r\n".encode()


if __name__ == "__main__":
    main(int(sys.argv[1]))
