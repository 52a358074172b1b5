"""A salon for practice in a folder of its own, its printer, and what its books say by the command line."""

import json
import os
import re
import subprocess
from datetime import datetime, timezone
from pathlib import Path

from processes import end, start, wait_until

PROGRAM = os.environ["KUSHI_PROGRAM"]
# A printer that did not answer is asked again after a while.
PAPER_S = 30


def kushi(*arguments, given="", may_fail=False):
    done = subprocess.run([PROGRAM, *[str(a) for a in arguments]], input=given, capture_output=True, text=True,
                          timeout=60, check=False)
    if done.returncode != 0 and not may_fail:
        raise AssertionError(f"kushi {' '.join(map(str, arguments))} ended with {done.returncode}: {done.stderr}{done.stdout}")
    return done


def _lines(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


class Printer:
    """`kushi virtual-printer`: its sheets, and what is wrong with it."""

    def __init__(self, out):
        self._out = Path(out)
        self._process = None
        self.port = 0

    def start(self, fault="ok", after=None):
        """On the port it had before, if it had one."""
        more = [] if after is None else ["--after", after]
        self._process = start([PROGRAM, "virtual-printer", "--port", self.port, "--out", self._out, "--fault", fault, *more],
                              stdout=subprocess.PIPE, text=True)
        said = self._process.stdout.readline()
        self.port = int(re.search(r":(\d+)", json.loads(said)["listening"]).group(1))

    def stop(self):
        if self._process is not None:
            end(self._process)
            self._process.stdout.close()
            self._process = None

    def is_now(self, fault, after=None):
        """paper-out, cover-open, offline, slow, ...: as `kushi virtual-printer --help` names them; "ok" for none."""
        self.stop()
        self.start(fault, after)

    def sheets(self):
        """The papers that came out, each as the printer tells it."""
        told = self._out / "sheets.jsonl"
        return _lines(told.read_text()) if told.exists() else []

    def gives(self, number):
        """@returns the paper of that number, from 1, once it is out."""
        return wait_until(lambda: dict(enumerate(self.sheets(), 1)).get(number), f"paper {number} did not come out", PAPER_S)


class Salon:
    def __init__(self, folder, preset="tokyo"):
        self.folder = Path(folder)
        self.data = self.folder / "data"
        answer = kushi("--data", self.data, "init", "--preset", preset, "--training")
        self._pins = {person["code"]: person["pin"] for person in _lines(answer.stdout)}
        self._names = {}
        for language in ("en", "ja"):
            staff = kushi("--data", self.data, "--lang", language, "list", "staff").stdout
            self._names[language] = {person["code"]: person["name"] for person in _lines(staff)}
        self.printer = Printer(self.folder / "paper")

    def has_a_printer(self, profile="generic-80"):
        self.printer.start()
        self._run("printers", "add", "--address", f"127.0.0.1:{self.printer.port}", "--profile", profile, by="haruka")

    def now(self):
        """As a request tells a time."""
        return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

    def name_of(self, code, language):
        return self._names[language][code]

    def pin_of(self, code):
        return self._pins[code]

    # The terminal holds the folder while it is open, so these are for before and after. `by` is a person's code.

    def _run(self, *arguments, by=None, given=""):
        who = ["--as", by] if by else []
        return kushi("--data", self.data, *who, *arguments, given=given)

    def does(self, by, *requests):
        """@returns one answer a request; each must have been done."""
        given = "".join(json.dumps(request, ensure_ascii=False) + "\n" for request in requests)
        answers = _lines(self._run("do", by=by, given=given).stdout)
        for request, answer in zip(requests, answers, strict=True):
            if not answer["ok"]:
                raise AssertionError(f"{request} was refused: {answer}")
        return answers

    def lists(self, what, by="haruka"):
        """Clients, visits, sales, items, staff or lots."""
        return _lines(self._run("list", what, by=by).stdout)

    def day(self, by="haruka"):
        """The report of today."""
        return json.loads(self._run("report", "day", "--format", "json", by=by).stdout)

    def verifies(self):
        """The journal, the money and the tables agree."""
        self._run("verify")
