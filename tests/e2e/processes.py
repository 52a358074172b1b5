"""Programs a scenario starts: each ends with it, also where the scenario itself is killed."""

import ctypes
import signal
import subprocess
import time

DEADLINE_S = 10
_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)


def wait_until(true, what, deadline_s=DEADLINE_S):
    """The first thing that `true()` gives and that is true; `what` says what was waited for, or makes the words."""
    ends = time.monotonic() + deadline_s
    while True:
        found = true()
        if found:
            return found
        if time.monotonic() > ends:
            raise AssertionError(f"{what() if callable(what) else what} (waited {deadline_s} s)")
        time.sleep(0.03)


def start(arguments, **more):
    def die_with_us():
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)

    return subprocess.Popen([str(a) for a in arguments], preexec_fn=die_with_us, stdin=subprocess.DEVNULL, **more)


def end(process, how=signal.SIGTERM):
    """@returns its exit code, after SIGKILL where it does not go."""
    if process.poll() is None:
        process.send_signal(how)
    try:
        return process.wait(timeout=DEADLINE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise AssertionError(f"{process.args[0]} did not end by {how.name}") from None
