#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# on_a_display.sh COMMAND...: runs a command with a virtual display, a session bus and the accessibility bus of its own.
# -noreset: otherwise the server begins anew when its last client goes, and turns away who connects just then.
set -eu
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 LC_ALL=C.UTF-8 TZ=UTC NO_AT_BRIDGE=0
XDG_RUNTIME_DIR=$(mktemp -d)
export XDG_RUNTIME_DIR
trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
xvfb-run -a -s '-screen 0 1400x900x24 -nolisten tcp -noreset' dbus-run-session -- bash -c '
    /usr/libexec/at-spi-bus-launcher --launch-immediately &
    "$@"' on_a_display "$@"
