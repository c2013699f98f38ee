#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person who cannot see the screen walks through all of it.

Starts the real console on its embedded sandbox and goes to every screen that the View menu names. On each one every
control that takes the keyboard must have a name, every table its name and headers, and every chart its table twin, which
is opened and must then be there.
"""
import subprocess
import sys
import tempfile
import time

from approve_by_accessibility import Atspi, GLib, application, describe, fail, find, plain, press, wait_for, walk

CONTROLS = {"push button", "button", "toggle button", "check box", "radio button", "text", "entry", "password text",
            "combo box", "table", "tree table", "list", "page tab", "spin button", "slider", "menu item", "menu"}
# Parts that belong to a named control, and what has no words by nature.
PARTS = {"table cell", "list item", "tree item", "scroll bar", "scroll pane", "filler", "panel", "frame", "separator"}


def is_a(node, role, name=None):
    """Defensively: objects go while one looks at them."""
    try:
        return node.get_role_name() == role and (name is None or plain(node.get_name()) == name)
    except GLib.Error:
        return False


def named(node):
    try:
        return plain(node.get_name())
    except GLib.Error:
        return ""


def screens(app):
    """The names of the View menu down to its first separator."""
    menu = wait_for("the View menu", lambda: next((n for n in walk(app, hidden=True) if is_a(n, "menu", "View") or
                                                   is_a(n, "menu item", "View")), None), app)
    found = []
    for node in walk(menu, hidden=True):
        if named(node) == "View":
            continue  # the menu itself
        if is_a(node, "separator") or named(node) == "Back":
            break
        if is_a(node, "menu item") and named(node):
            found.append(node)
    return found


def unnamed(app):
    faults = []
    for node in walk(app):
        try:
            role = node.get_role_name()
            states = node.get_state_set()
            takes_keys = states.contains(Atspi.StateType.FOCUSABLE) and role not in PARTS
            if role == "page tab list" and not any(
                    node.get_child_at_index(i).get_role_name() == "page tab" for i in range(node.get_child_count())):
                continue  # stacked panes, all closed: only the buttons to scroll its tabs are left
            if (role in CONTROLS or takes_keys) and not plain(node.get_name()).strip():
                parent = node.get_parent()
                faults.append(f"{describe(node)} in {describe(parent) if parent else '?'}")
        except GLib.Error:
            continue
    return faults


def charts_and_twins(app):
    """Every chart names its twin by a button "Show … as a table"; pressed, a table of that name stands there."""
    twins = 0
    for button in [n for n in walk(app) if named(n).startswith("Show ") and named(n).endswith(" as a table")]:
        subject = plain(button.get_name())[len("Show "):-len(" as a table")]
        press(button)
        wait_for(f"the table twin of “{subject}”",
                 lambda: next((n for n in walk(app) if (is_a(n, "table") or is_a(n, "tree table"))
                               and subject in named(n)), None), app)
        press(button)
        twins += 1
    return twins


def main():
    with tempfile.TemporaryDirectory() as state:
        console = subprocess.Popen(
            [sys.argv[1], "--state", state, "--language", "en", "--theme", "light",
             "--sandbox", "--seed", "--sandbox", "7", "--sandbox", "--rate", "--sandbox", "20"])
        try:
            app = wait_for("the console in the accessibility tree", application, None)
            wait_for("the stop button", lambda: find(app, begins="Stop an agent"), app)
            names = [plain(node.get_name()) for node in screens(app)]
            if len(names) < 6:
                fail(f"only these screens are in the View menu: {names}", app)
            faults = []
            twins = 0
            for name in names:
                press(next(n for n in screens(app) if named(n) == name))
                wait_for(f"the screen {name}",
                         lambda: next((n for n in walk(app) if is_a(n, "check box") and named(n).startswith(name)
                                       and n.get_state_set().contains(Atspi.StateType.CHECKED)), None), app)
                time.sleep(0.5)  # what arrives in this moment only makes the walk longer
                faults += [f"{name}: {fault}" for fault in unnamed(app)]
                twins += charts_and_twins(app)
            if faults:
                fail("without a name:\n  " + "\n  ".join(sorted(set(faults))))
            print(f"PASS: {len(names)} screens, every control has a name, {twins} charts have their tables")
        finally:
            console.terminate()
            console.wait(20)


if __name__ == "__main__":
    main()
