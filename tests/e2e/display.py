"""A screen of its own for one scenario, with the bus by which screen readers, and the scenario, see what is on it."""

import os
import re
import signal
import subprocess
import time

from processes import end, start, wait_until


BUS_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"


class Display:
    """From its making on, this process and all it starts draw there. `dbus-run-session` must be around them."""

    def __init__(self, width, height):
        self._size = f"{width}x{height}x24"
        os.environ.pop("WAYLAND_DISPLAY", None)
        os.environ.pop("NO_AT_BRIDGE", None)
        os.environ["GDK_BACKEND"] = "x11"
        self.start()

    def start(self):
        """Again, after it went away: with another number, and with a bus that nobody is on."""
        reading, writing = os.pipe()
        # The server chooses a free number itself and says it once it answers: nothing to race for, nothing to wait for.
        self._server = start(["Xvfb", "-displayfd", writing, "-screen", "0", self._size, "-nolisten", "tcp", "-noreset"],
                             pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        if not number:
            raise AssertionError("Xvfb did not start")
        os.environ["DISPLAY"] = ":" + number
        self._bus = start([BUS_LAUNCHER, "--launch-immediately"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def goes_away(self):
        """As when its cable is pulled, or its server crashes. The bus may go with it."""
        end(self._server, signal.SIGKILL)
        end(self._bus)

    def picture(self, path):
        """What is on the screen now, as a PNG."""
        import gi

        gi.require_version("Gdk", "3.0")
        from gi.repository import Gdk

        Gdk.init([])
        screen = Gdk.get_default_root_window()
        pixels = Gdk.pixbuf_get_from_window(screen, 0, 0, screen.get_width(), screen.get_height())
        pixels.savev(str(path), "png", [], [])

    def close(self):
        end(self._bus)
        end(self._server)


class Hand:
    """One finger and a keyboard, through the X server, as a person's would come."""

    def __init__(self):
        self._last = None

    def _do(self, *words):
        subprocess.run(["xdotool", *[str(word) for word in words]], check=True, timeout=30)

    def tap(self, x, y):
        # A tap where the last one was is taken for the rest of a double tap while the page it brought is new (scene.cpp).
        if self._last is not None and abs(x - self._last[0]) < 48 and abs(y - self._last[1]) < 48:
            time.sleep(0.3)
        self._last = x, y
        self._do("mousemove", x, y, "click", 1)

    def hold(self, x, y, seconds):
        self._do("mousemove", x, y, "mousedown", 1, "sleep", seconds, "mouseup", 1)

    def draw(self, points):
        """One stroke without lifting."""
        first, *others = points
        stroke = ["mousemove", *first, "mousedown", 1]
        for point in others:
            stroke += ["mousemove", *point, "sleep", 0.01]
        self._do(*stroke, "mouseup", 1)

    def wheel(self, x, y, turns):
        """Down where `turns` is more than nothing."""
        self._do("mousemove", x, y, "click", "--repeat", abs(turns), "--delay", 10, 5 if turns > 0 else 4)

    def key(self, *names):
        self._do("key", "--delay", 20, *names)

    def types(self, text):
        # A capital that no key has is put on a spare key together with its small letter: it needs the shift key as well.
        for run in re.findall(r"[^À-ɏͰ-ԯ]+|.", text):
            if not run.isascii() and run.isupper():
                self._do("key", "--delay", 20, f"shift+U{ord(run):04X}")
            else:
                self._do("type", "--delay", 20, "--", run)

    def gives_keys_to(self, process_id):
        """There is no window manager here, and keys go nowhere without one saying where."""
        def windows():
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(process_id)],
                                   capture_output=True, text=True, timeout=30, check=False)
            return found.stdout.split()

        window = wait_until(windows, "the program shows no window")[0]
        self._do("windowfocus", "--sync", window)
