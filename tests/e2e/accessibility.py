"""What a screen reader is told: the controls of one program, asked for over the accessibility bus.

The bus is asked directly. Its client library keeps what it was told once, and where it is told not to, it waits for ever as
soon as something changes while it asks (libatspi 2.46)."""

from gi.repository import Gio, GLib

from processes import wait_until

_ROOT = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_CALL_MS = 5_000
# Places in the bit field of states, by atspi-constants.h.
_BUSY, _CHECKED, _ENABLED, _FOCUSED, _SELECTED, _SHOWING = 3, 4, 8, 12, 23, 25


class Gone(Exception):
    """It went while it was being read: what is there now is to be asked anew."""


class Bus:
    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                    Gio.DBusCallFlags.NONE, _CALL_MS).unpack()[0]
        kind = Gio.DBusConnectionFlags
        self._bus = Gio.DBusConnection.new_for_address_sync(
            address, kind.AUTHENTICATION_CLIENT | kind.MESSAGE_BUS_CONNECTION)
        self._spoken = []
        self._bus.signal_subscribe(None, "org.a11y.atspi.Event.Object", "Announcement", None, None,
                                   Gio.DBusSignalFlags.NONE, self._speak)
        # Programs tell only what somebody has asked the registry to hear.
        wait_until(self._is_heard, "the registry of the accessibility bus takes no listener")

    def _is_heard(self):
        """False while the registry is only starting, which may drop what it is asked."""
        try:
            self.call(("org.a11y.atspi.Registry", "/org/a11y/atspi/registry"), "org.a11y.atspi.Registry", "RegisterEvent",
                      "(sass)", "object:announcement", [], "")
        except Gone:
            return False
        return True

    def _speak(self, _bus, _sender, _path, _interface, _signal, told):
        self._spoken.append(told.unpack()[3])

    def spoken(self):
        """What programs announced so far, in their order."""
        while GLib.MainContext.default().iteration(False):
            pass
        return self._spoken

    def call(self, place, interface, method, signature="()", *arguments):
        name, path = place
        try:
            answer = self._bus.call_sync(name, path, interface, method, GLib.Variant(signature, arguments), None,
                                         Gio.DBusCallFlags.NONE, _CALL_MS)
        except GLib.Error as problem:
            raise Gone(f"{interface}.{method}: {problem.message}") from None
        return answer.unpack()

    def program(self, process_id):
        """The place of the program with that id, none while it is not there."""
        for place in self.call(("org.a11y.atspi.Registry", _ROOT), _ACCESSIBLE, "GetChildren")[0]:
            try:
                theirs = self.call(("org.freedesktop.DBus", "/org/freedesktop/DBus"), "org.freedesktop.DBus",
                                   "GetConnectionUnixProcessID", "(s)", place[0])[0]
            except Gone:
                continue
            if theirs == process_id:
                return place
        return None


class Control:
    """A control as it was a moment ago."""

    def __init__(self, bus, place, depth):
        self._bus, self._place, self.depth = bus, place, depth
        told = bus.call(place, "org.freedesktop.DBus.Properties", "GetAll", "(s)", _ACCESSIBLE)[0]
        self.name = told.get("Name", "")
        self.description = told.get("Description", "")
        self.role = bus.call(place, _ACCESSIBLE, "GetRoleName")[0]
        low, high = bus.call(place, _ACCESSIBLE, "GetState")[0]
        states = low | high << 32
        self.shown = bool(states >> _SHOWING & 1)
        self.enabled = bool(states >> _ENABLED & 1)
        self.focused = bool(states >> _FOCUSED & 1)
        self.busy = bool(states >> _BUSY & 1)
        self.chosen = bool((states >> _CHECKED | states >> _SELECTED) & 1)

    def children(self):
        return self._bus.call(self._place, _ACCESSIBLE, "GetChildren")[0]

    @property
    def value(self):
        """What an entry, a spin button or a progress holds; of any other, its name."""
        try:
            return self._bus.call(self._place, "org.a11y.atspi.Text", "GetText", "(ii)", 0, -1)[0]
        except Gone:
            return ""  # no text at all

    @property
    def box(self):
        """Left, top, width and height on the screen."""
        return self._bus.call(self._place, "org.a11y.atspi.Component", "GetExtents", "(u)", 0)[0]

    @property
    def middle(self):
        left, top, width, height = self.box
        return left + width // 2, top + height // 2

    def press(self):
        self._bus.call(self._place, "org.a11y.atspi.Action", "DoAction", "(i)", 0)

    def __str__(self):
        marks = [word for word, is_so in [("off", not self.enabled), ("out of reach", not self.shown),
                                          ("chosen", self.chosen), ("focused", self.focused), ("busy", self.busy)] if is_so]
        return "  " * self.depth + f"{self.role} “{self.name}”" + (f" ({', '.join(marks)})" if marks else "")


def controls_of(bus, process_id):
    """All of a program's controls, each before those inside it; none while it is not on the bus."""
    found = []

    def walk(place, depth):
        try:
            control = Control(bus, place, depth)
            found.append(control)
            children = control.children()
        except Gone:
            return
        for child in children:
            walk(child, depth + 1)

    program = bus.program(process_id)
    if program is not None:
        walk(program, 0)
    return found
