#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes new and changed strings from the source into every .ts file, and drops those that are gone.
# Run it from anywhere; then translate what is marked unfinished (Qt Linguist or an editor).
set -eu
cd "$(dirname "$0")/.."
lupdate="${LUPDATE:-/usr/lib/qt6/bin/lupdate}"
if [ ! -x "$lupdate" ]; then
    echo "lupdate is missing: install qt6-l10n-tools, or name it in LUPDATE" >&2
    exit 1
fi
# -I . is needed: without it lupdate cannot resolve includes from the root and writes contexts that never show.
"$lupdate" -silent -locations none -no-obsolete -I . app models ui -ts translations/*.ts
