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
for file in translations/reeve_*.ts; do
    # English is what the source says; it only needs "1 month" beside "2 months".
    case "$file" in *_en.ts) plural=-pluralonly ;; *) plural= ;; esac
    "$lupdate" -silent -locations none -no-obsolete $plural -I . app models ui -ts "$file" 2>/dev/null
done
