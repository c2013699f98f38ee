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

if [ $# -gt 0 ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$bin/reeve" "$@"
fi

shots=$root/build/tour
rm -rf "$shots"
say "No display: the console goes through its tour off-screen"
QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=${QT_SCALE_FACTOR:-1} timeout 300 "$bin/reeve" --tour "$shots" \
    || give_up "the tour did not end well; the lines above say at which step."
say "Screenshots: $shots"
