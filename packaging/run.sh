#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds the release and starts the console on its embedded sandbox.
# Without a display the same program goes through its tour off-screen, says what it saw and where the screenshots are.
# Arguments are handed to the console (see: bash packaging/run.sh --help).
set -u
source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"

install_missing
build release reeve reeve-sandbox reevectl
bin=$root/build/release/bin

if [ $# -gt 0 ]; then
    exec "$bin/reeve" "$@"
fi
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "Starting the console on its simulated gateway, which listens on this machine only. Ctrl+Q ends both."
    say "Its record and keys are kept in ${XDG_DATA_HOME:-$HOME/.local/share}/reeve (bash packaging/run.sh --state DIR: elsewhere)."
    exec "$bin/reeve"
fi

shots=$root/build/tour
rm -rf "$shots"
say "There is no display, so the console plays a fixed shift off-screen and takes a picture of every screen. With a display the"
say "same command starts it for you."
QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=${QT_SCALE_FACTOR:-1} timeout 300 "$bin/reeve" --tour "$shots" \
    || give_up "the tour did not end well; the lines above say at which step."
pictures=("$shots"/*.png)
say "${#pictures[@]} screenshots are in $shots"
