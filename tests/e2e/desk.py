"""Who stands at the terminal: finds a control by its name as a screen reader would, and touches it where it is drawn.

A name is the whole name of a control, or a compiled pattern that the whole name matches. What a person waits for is waited
for, to a deadline; nothing here depends on how fast the machine is."""

import re
import signal

from accessibility import Bus, Gone, controls_of
from processes import DEADLINE_S, end, start, wait_until
from salon import PROGRAM

# What is tapped when a control and the label beside it have one name.
TAPPED = ("push button", "toggle button", "check box", "radio button", "page tab", "list item", "spin button", "entry")


def _is(name, wanted):
    return wanted.fullmatch(name) is not None if isinstance(wanted, re.Pattern) else name == wanted


def _says(name, wanted):
    return wanted.search(name) is not None if isinstance(wanted, re.Pattern) else wanted in name


class Desk:
    def __init__(self, salon, display, hand, language="en", size=(1280, 800)):
        self._salon, self._display, self._hand = salon, display, hand
        self._language, self._size = language, size
        self._bus = Bus()
        self._process = None
        self._log = salon.folder / "terminal.log"

    # The program

    def opens(self):
        width, height = self._size
        with open(self._log, "a", encoding="utf-8") as log:
            self._process = start([PROGRAM, "--data", self._salon.data, "--lang", self._language, "--size", f"{width}x{height}"],
                                  stdout=log, stderr=log)
        wait_until(lambda: len(self.controls()) > 2, "the terminal shows no control on the accessibility bus")
        self._hand.gives_keys_to(self._process.pid)

    def closes(self):
        if self._process is not None:
            process, self._process = self._process, None
            code = end(process)
            if code not in (0, -signal.SIGTERM):
                raise AssertionError(f"the terminal ended with {code}: {self._log.read_text()}")

    def is_killed(self):
        """As by a power cut, but for the disk."""
        process, self._process = self._process, None
        end(process, signal.SIGKILL)

    def loses_its_display(self):
        """Until it is on one again with `opens`. @returns the program's exit code"""
        process, self._process = self._process, None
        self._display.goes_away()
        code = process.wait(timeout=DEADLINE_S)
        self._display.start()
        self._bus = Bus()
        return code

    def _ended(self):
        if self._process.poll() is not None:
            raise AssertionError(f"the terminal ended with {self._process.returncode}: {self._log.read_text()}")
        return False

    # What is on the screen

    def controls(self):
        self._ended()
        return controls_of(self._bus, self._process.pid)

    def tree(self):
        return "\n".join(str(control) for control in self.controls())

    def _inside(self, controls, within):
        """Those under every control of that name."""
        inside, depth = [], None
        for control in controls:
            if depth is not None and control.depth <= depth:
                depth = None
            if depth is not None:
                inside.append(control)
            elif control.shown and _is(control.name, within):
                depth = control.depth
        return inside

    def _named(self, name, role=None, within=None):
        controls = self.controls()
        if within is not None:
            controls = self._inside(controls, within)
        return [control for control in controls if _is(control.name, name) and role in (None, control.role)]

    def _one(self, name, role, within, fits):
        """The one control in reach that a person would mean; none while there is none, or more than one."""
        found = [control for control in self._named(name, role, within) if control.shown and fits(control)]
        if role is None and len(found) > 1:
            found = [control for control in found if control.role in TAPPED] or found
        return found[0] if len(found) == 1 else None

    def finds(self, name, role=None, within=None, fits=lambda control: True):
        def missing():
            named = self._named(name, role, within)
            if not named:
                return f"there is no “{name}”"
            return f"“{name}” is not one control in reach: " + "; ".join(str(control).strip() for control in named)

        return wait_until(lambda: self._one(name, role, within, fits), missing)

    def sees(self, words, deadline_s=DEADLINE_S):
        """A control in reach says so, by its name or by what it holds."""
        def told():
            return any(control.shown and (_says(control.name, words) or _says(control.value, words))
                       for control in self.controls())

        wait_until(told, f"nothing says “{words}”", deadline_s)

    def sees_no(self, words):
        """Nothing says so, or soon nothing does."""
        def gone():
            return not any(control.shown and _says(control.name, words) for control in self.controls())

        wait_until(gone, f"it still says “{words}”")

    def sees_off(self, name, because, role=None, within=None):
        """It is there, takes no tap, and tells why."""
        control = self.finds(name, role, within, lambda found: not found.enabled)
        if not _says(control.description, because):
            raise AssertionError(f"“{name}” is off because “{control.description}”, not “{because}”")

    def sees_chosen(self, name, role=None, within=None):
        self.finds(name, role, within, lambda found: found.chosen)

    def hears(self, words):
        """It was announced, now or before."""
        def told():
            return any(_says(said, words) for said in self._bus.spoken())

        wait_until(told, lambda: f"nothing announced “{words}”, only {self._bus.spoken()}")

    def reads(self, name, role=None, within=None):
        """What the control of that name holds."""
        return self.finds(name, role, within).value

    # What is done

    def tap(self, name, role=None, within=None):
        self._hand.tap(*self.finds(name, role, within, lambda found: found.enabled and not found.busy).middle)

    def tap_though_off(self, name, role=None, within=None):
        self._hand.tap(*self.finds(name, role, within, lambda found: not found.enabled).middle)

    def holds(self, name, role=None, within=None, seconds=0.8):
        self._hand.hold(*self.finds(name, role, within).middle, seconds)

    def draws_on(self, name, stroke):
        """`stroke` is points of the control's box, each from 0 to 1."""
        x, y, width, height = self.finds(name).box
        self._hand.draw([(x + round(across * (width - 1)), y + round(down * (height - 1))) for across, down in stroke])

    def tap_at(self, name, across, down, role=None):
        """Somewhere in the control's box, each way from 0 to 1: a place on the scalp."""
        x, y, width, height = self.finds(name, role).box
        self._hand.tap(x + round(across * (width - 1)), y + round(down * (height - 1)))

    def presses(self, name, role=None, within=None):
        """As a screen reader does, where a finger has no part in it: it need not be scrolled to."""
        def fit():
            found = [control for control in self._named(name, role, within) if control.enabled and control.role in TAPPED]
            return found[0] if len(found) == 1 else None

        wait_until(fit, f"there is no one control “{name}” to press").press()

    def scrolls_to(self, name, over, role=None):
        """Turns the wheel over `over`, down and from its end up, until `name` is in reach."""
        place = self.finds(over, fits=lambda found: found.role not in ("heading", "label")).middle
        turns, seen = 2, None

        def in_reach():
            nonlocal turns, seen
            if self._one(name, role, None, lambda found: True):
                return True
            shown = [control.name for control in self._inside(self.controls(), over) if control.shown]
            if shown == seen:
                turns = -turns
            seen = shown
            self._hand.wheel(*place, turns)
            return False

        wait_until(in_reach, f"“{name}” did not come into reach over “{over}”")

    def scrolls_to_the_end(self, over):
        """Down, as far as it goes."""
        self._hand.wheel(*self.finds(over, fits=lambda found: found.role not in ("heading", "label")).middle, 40)

    def fills(self, name, text, within=None):
        """Taps an entry and types, after clearing it."""
        self.tap(name, within=within)
        self._hand.key("ctrl+a", "BackSpace")
        self._hand.types(text)
        wait_until(lambda: any(text in control.value for control in self.controls() if control.role in ("entry", "text")),
                   f"“{name}” does not hold what was typed")

    def types_digits(self, digits):
        """On the keypad that is drawn."""
        for digit in digits:
            self.tap(digit, role="push button")

    def key(self, *names):
        self._hand.key(*names)

    def signs_in(self, code):
        """By the salon's own code of a person: "mei", "aoi"."""
        self.tap(self._salon.name_of(code, self._language))
        self.types_digits(self._salon.pin_of(code))
