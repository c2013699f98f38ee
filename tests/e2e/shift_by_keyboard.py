#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person without a mouse works a shift.

Starts the real console on its embedded sandbox under a window manager and presses keys only, as they come from a
keyboard: walks the inbox, reads a case, makes a key, rejects, asks, stops the whole fleet and lets it go on, searches
twice, copies a row, opens commands and keys, and quits. After every step what has the
keyboard must be seen in the accessibility tree, which is only looked at here, never pressed.
"""
import shutil
import subprocess
import sys
import tempfile
import time

MISSING = [tool for tool in ("xdotool", "openbox") if shutil.which(tool) is None]
if MISSING:
    print("SKIPPED:", " and ".join(MISSING), "not installed (packaging/packages.txt names the packages)")
    sys.exit(77)

from approve_by_accessibility import (PASSPHRASE, PATIENCE, Atspi, GLib, application, describe, fail, find, plain,  # noqa: E402
                                      wait_for, walk)

REVIEWS = ("dialog", "frame", "window")
BUTTONS = ("push button", "button")


def has(node, state):
    try:
        return node is not None and node.get_state_set().contains(state)
    except GLib.Error:
        return False


class Shift:
    def __init__(self):
        self.app = wait_for("the console in the accessibility tree", application, None)

    def press(self, *keys):
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)

    def write(self, words):
        subprocess.run(["xdotool", "type", "--delay", "12", words], check=True)

    def focused(self):
        """Whatever says that it has the keyboard; Qt says so of the current row of each view as well."""
        return [node for node in walk(self.app) if has(node, Atspi.StateType.FOCUSED)]

    def focus(self, what, words):
        def look():
            for node in self.focused():
                try:
                    if words in plain(node.get_name()):
                        return node
                except GLib.Error:
                    continue
            return None

        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if found := look():
                print("focus:", what, "->", describe(found))
                return found
            time.sleep(0.1)
        fail(f"{what}: the keyboard is not at “{words}” but at {[describe(node) for node in self.focused()]}", self.app)

    def sees(self, what, **wanted):
        return wait_for(what, lambda: find(self.app, **wanted), self.app)

    def gone(self, what, **wanted):
        wait_for(what, lambda: find(self.app, **wanted) is None, self.app)

    def is_checked(self, name):
        return any(has(node, Atspi.StateType.CHECKED) for node in walk(self.app)
                   if has(node, Atspi.StateType.SHOWING) and plain(node.get_name()) == name)


def to_a_held_case(shift):
    """Down the list until the platform waits for somebody; at its end once more from the top, where the worst stand."""
    shift.press("ctrl+1")
    shift.focus("the inbox", "Cases that need a person")
    last, stays = None, 0

    def held():
        nonlocal last, stays
        order = find(shift.app, begins="Order ")
        name = plain(order.get_name()) if order is not None else ""
        if "The platform waits for you" in name and has(find(shift.app, BUTTONS, "Reject"), Atspi.StateType.ENABLED):
            return True
        stays = stays + 1 if name == last else 0
        last = name
        if find(shift.app, BUTTONS, "Show new cases") or stays > 5:
            stays = 0
            shift.press("n", "Home")
        elif stays == 0:
            shift.press("j")
        return False

    wait_for("a case for which the platform waits", held, shift.app)
    return plain(find(shift.app, begins="Order ").get_name()).split(",")[0]


def read_the_case(shift):
    shift.press("Return")
    shift.focus("the parts of the case", "Handoff")
    for part in ("Request", "Conversation"):
        shift.press("Right")
        shift.focus("the next part", part)
    shift.press("ctrl+1")
    shift.focus("back in the list", "Cases that need a person")


def sign(shift, deed, reason, words=None):
    """In the review: a reason by its number, words where some are needed, and the button by its letter."""
    shift.sees("the review", role=REVIEWS, begins="Review: " + deed)
    shift.press("1")
    wait_for("the reason is chosen", lambda: shift.is_checked(reason), shift.app)
    if words:
        shift.press("Tab")
        shift.focus("where the question is written", "Question")
        shift.write(words)
    wait_for("a button that signs", lambda: has(find(shift.app, BUTTONS, "Sign: " + deed), Atspi.StateType.ENABLED),
             shift.app)
    shift.press("alt+s")
    shift.sees("what became of it", holds="Receipt number")
    shift.focus("the only button left", "Close")
    shift.press("Escape")
    shift.gone("the review is closed", role=REVIEWS, begins="Review: ")


def reject_with_a_new_key(shift):
    to_a_held_case(shift)
    read_the_case(shift)
    shift.press("r")
    shift.focus("the passphrase of the new key", "New passphrase")
    shift.write(PASSPHRASE)
    shift.press("Return")
    shift.focus("the second passphrase", "Passphrase again")
    shift.write(PASSPHRASE)
    shift.press("alt+m")
    sign(shift, "Reject", "Too expensive")


def ask(shift):
    order = to_a_held_case(shift)
    shift.press("q")
    sign(shift, "Ask", "Why is it needed?", "Who asked for it, and what is it for?")
    return order


def stop_the_fleet_and_let_it_go_on(shift):
    shift.press("ctrl+4")
    shift.focus("the agents", "Agents")
    shift.press("ctrl+shift+s")
    sign(shift, "Stop the whole fleet", "Out of control")
    shift.sees("the stop, where the agents are", holds="The whole fleet is stopped")
    shift.press("ctrl+shift+g")
    sign(shift, "Let the whole fleet go on", "Checked, may go on")
    shift.gone("the stop is lifted", holds="The whole fleet is stopped")


def look_around(shift, order):
    number = order.removeprefix("Order ")
    for words in (number, "nothing-is-called-so"):
        shift.press("ctrl+f")
        shift.focus("the line of the search", "Search the record")
        shift.write(words)
        shift.press("Return")
        shift.sees(f"what “{words}” found", holds=" found, all there is" if words == number else "Nothing in the record fits")
    shift.press("ctrl+2")
    shift.focus("the live table", "Live events")
    shift.press("p", "j", "ctrl+shift+c")
    shift.sees("what was copied is said", holds="1 row copied")
    shift.press("ctrl+k")
    shift.focus("the commands", "Search for a command")
    shift.write("keys")
    shift.press("Return")
    shift.sees("the keys", role=REVIEWS, begins="Keys")
    shift.press("Escape")
    shift.gone("the keys are closed", role=REVIEWS, begins="Keys")


def main():
    scenarios = ["above-contract-price", "unusual-amount", "large-commitment"]
    sandbox = ["--seed", "7", "--no-fleet"] + [word for name in scenarios for word in ("--scenario", name)]
    with tempfile.TemporaryDirectory() as state:
        manager = subprocess.Popen(["openbox"])  # gives the keyboard to the window in front, as on every desktop
        console = subprocess.Popen([sys.argv[1], "--state", state, "--theme", "light", "--language", "en"] +
                                   [word for each in sandbox for word in ("--sandbox", each)])
        try:
            shift = Shift()
            shift.sees("a case in the inbox", role=("list item",))
            reject_with_a_new_key(shift)
            order = ask(shift)
            stop_the_fleet_and_let_it_go_on(shift)
            look_around(shift, order)
            shift.press("ctrl+q")
            console.wait(PATIENCE)
            if console.returncode != 0:
                fail(f"the console ended with {console.returncode}")
            print("PASS: a shift by keyboard")
        finally:
            if console.poll() is None:
                console.terminate()
                console.wait(20)
            manager.terminate()
            manager.wait(20)


if __name__ == "__main__":
    main()
