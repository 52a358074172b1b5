#!/usr/bin/python3
"""run.py SCENARIO.py: plays one scenario on a screen and in a salon of its own.

A scenario is a file with `def scenario(salon, desk)`, and, where it needs others than these, PRESET = "tokyo",
LANGUAGE = "en", SIZE = (1280, 800), PRINTER = True. What it says is asserted: it passes when it returns. When it fails, its
last picture and the controls that were there are in KUSHI_E2E_LEFT."""

import importlib.util
import os
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path


def in_a_bus_of_its_own():
    """A session bus, and so an accessibility bus, that nobody else is on."""
    if "KUSHI_E2E_BUS" in os.environ:
        return
    os.environ["KUSHI_E2E_BUS"] = "own"
    os.execvp("dbus-run-session", ["dbus-run-session", "--", sys.executable, *sys.argv])


def in_a_home_of_its_own(folder):
    for name in list(os.environ):
        if name.startswith("XDG_") or name in ("KUSHI_DATA", "KUSHI_KEYS", "GTK_MODULES", "GTK_THEME", "GDK_SCALE", "LANGUAGE"):
            del os.environ[name]
    home = Path(folder) / "home"
    home.mkdir()
    runtime = Path(folder) / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ.update(HOME=str(home), XDG_RUNTIME_DIR=str(runtime), LC_ALL="C.UTF-8", GSETTINGS_BACKEND="memory")


def told_of(path):
    spec = importlib.util.spec_from_file_location("scenario", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def leave_what_was_seen(desk, display, left, name):
    left.mkdir(parents=True, exist_ok=True)
    for kind, write in (("png", display.picture), ("txt", lambda path: path.write_text(desk.tree() + "\n"))):
        path = left / f"{name}.{kind}"
        try:
            write(path)
            print(f"left {path}", file=sys.stderr)
        except Exception as problem:  # what is told is the failure itself
            print(f"no {path}: {problem}", file=sys.stderr)


def play(path, folder):
    # Only here: they need the bus, the display and the home.
    from desk import Desk
    from display import Display, Hand
    from salon import Salon

    told = told_of(path)
    size = getattr(told, "SIZE", (1280, 800))
    display = Display(*size)
    salon = Salon(folder, getattr(told, "PRESET", "tokyo"))
    desk = Desk(salon, display, Hand(), getattr(told, "LANGUAGE", "en"), size)
    try:
        if getattr(told, "PRINTER", True):
            salon.has_a_printer()
        told.scenario(salon, desk)
        desk.closes()
        return 0
    except Exception:
        traceback.print_exc()
        leave_what_was_seen(desk, display, Path(os.environ.get("KUSHI_E2E_LEFT", ".")), Path(path).stem)
        return 1
    finally:
        desk.closes()
        salon.printer.stop()
        display.close()


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    in_a_bus_of_its_own()
    path = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="kushi-e2e-") as folder:
        in_a_home_of_its_own(folder)
        return play(path, folder)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main())
