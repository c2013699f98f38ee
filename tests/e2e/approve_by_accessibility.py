#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person who cannot see the screen approves an order.

Starts the real console on its embedded sandbox and uses nothing but the accessibility tree (AT-SPI): waits for a held
order, reads its amount, opens the review, makes the signing key, checks that the amount that will be signed is the amount
that was read, gives a reason, signs, and waits until the gateway's receipt is on the screen.
"""
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 90  # seconds for one step on a busy machine; waiting ends as soon as the step is seen
PASSPHRASE = "four quiet words here"
ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def fail(text, root=None):
    print("FAIL:", text)
    if root is not None:
        for node in walk(root):
            print("   ", describe(node))
    sys.exit(1)


def describe(node):
    try:
        return f"{node.get_role_name()} '{node.get_name()}'"
    except GLib.Error:
        return "(gone)"


def walk(node, hidden=False):
    """Every showing object below, defensively: objects go while one looks at them. With `hidden` closed menus too."""
    try:
        states = node.get_state_set()
        shown = node.get_role() == Atspi.Role.APPLICATION or states.contains(Atspi.StateType.SHOWING)
        if not shown and not hidden:
            return
        yield node
        for i in range(min(node.get_child_count(), 400)):
            child = node.get_child_at_index(i)
            if child is not None:
                yield from walk(child, hidden)
    except GLib.Error:
        return


def plain(text):
    return (text or "").translate(ISOLATES).replace("&", "")


def find(root, role=None, begins=None, holds=None):
    for node in walk(root):
        try:
            name = plain(node.get_name())
            if (role is None or node.get_role_name() in role) and (begins is None or name.startswith(begins)) and (
                holds is None or holds in name
            ):
                return node
        except GLib.Error:
            continue
    return None


def wait_for(what, look, root):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = look()
        if found:
            print("seen:", what, "->", describe(found) if isinstance(found, Atspi.Accessible) else "")
            return found
        time.sleep(0.2)
    fail(f"not seen in time: {what}", root)


def press(node):
    action = node.get_action_iface()
    if action is None or action.get_n_actions() == 0:
        fail(f"nothing can be done with {describe(node)}")
    for i in range(action.get_n_actions()):
        if Atspi.Action.get_action_name(action, i) in ("Press", "Toggle", "press", "click"):
            return Atspi.Action.do_action(action, i)
    return Atspi.Action.do_action(action, 0)


def enabled(node):
    return node is not None and node.get_state_set().contains(Atspi.StateType.ENABLED)


def write(node, text):
    if not Atspi.EditableText.set_text_contents(node.get_editable_text_iface(), text):
        fail(f"cannot write into {describe(node)}")


def application():
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(i)
        if child is not None and (child.get_name() or "").lower() == "reeve":
            return child
    return None


BUTTONS = ("push button", "button")


def menu_item(app, name):
    return next(n for n in walk(app, hidden=True) if n.get_role_name() == "menu item" and n.get_name() == name)


def next_held_case(app):
    """Opens another case, those of more risk stand above; some are only told, because our policy is stricter than the
    platform, which went on."""
    if pill := find(app, BUTTONS, "Show new cases"):
        press(pill)
    press(menu_item(app, "Previous" if find(app, begins="Amount: ") else "Next"))
    return find(app, holds="The platform waits for you")


def ready_to_approve(app):
    """An order may wait for the person's own view of it first."""
    view = find(app, BUTTONS, "Your view: ")
    if view is not None and enabled(view):
        press(view)
    button = find(app, BUTTONS, "Approve")
    return button if enabled(button) else None


def play():
    app = wait_for("the console in the accessibility tree", application, None)
    case = wait_for(
        "a case in the inbox",
        lambda: next((n for n in walk(app) if n.get_role_name() == "list item" and plain(n.get_name())), None),
        app,
    )
    print("the case reads:", plain(case.get_name()))
    wait_for("a case for which the platform waits", lambda: next_held_case(app), app)
    amount = wait_for("the amount of the case", lambda: find(app, begins="Amount: "), app)
    read = plain(amount.get_name())
    approve = wait_for("a button to approve", lambda: ready_to_approve(app), app)
    press(approve)
    write(wait_for("the first passphrase", lambda: find(app, begins="New passphrase"), app), PASSPHRASE)
    write(wait_for("the second passphrase", lambda: find(app, begins="Passphrase again"), app), PASSPHRASE)
    make = wait_for(
        "a key that may be made", lambda: (lambda b: b if enabled(b) else None)(find(app, BUTTONS, "Make my key")), app
    )
    press(make)
    review = wait_for("the review", lambda: find(app, ("dialog", "frame", "window"), "Review: "), app)
    signed = wait_for("the amount that will be signed", lambda: find(review, begins="Amount: "), review)
    if plain(signed.get_name()) != read:
        fail(f"the review says '{plain(signed.get_name())}', the case said '{read}'")
    press(wait_for("a reason", lambda: find(review, ("radio button",)), review))
    sign = wait_for(
        "a button that signs", lambda: (lambda b: b if enabled(b) else None)(find(review, BUTTONS, "Sign: ")), review
    )
    press(sign)
    wait_for("the receipt", lambda: find(app, holds="Receipt number"), app)
    wait_for("the decision accepted or executed",
             lambda: find(app, begins="Receipt: Accepted") or find(app, begins="Receipt: Executed"), app)
    print("PASS: read", read, "and approved it")


def main():
    with tempfile.TemporaryDirectory() as state:
        console = subprocess.Popen(
            [sys.argv[1], "--state", state, "--language", "en", "--theme", "light",
             "--sandbox", "--seed", "--sandbox", "7", "--sandbox", "--rate", "--sandbox", "20"])
        try:
            play()
        finally:
            console.terminate()
            console.wait(20)


if __name__ == "__main__":
    main()
