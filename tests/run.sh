#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything and runs every test, headless.
#   bash tests/run.sh          all tests of the release preset, and the format check
#   bash tests/run.sh --full   also the sanitizer presets, the long sweeps, the fuzz harnesses and the benchmarks
set -u
source "$(dirname "${BASH_SOURCE[0]}")/../packaging/prepare.sh"

full=no
case "${1:-}" in
'') ;;
--full) full=yes ;;
*) give_up "unknown argument $1; use --full or nothing." ;;
esac

# run_tests PRESET: ctest's own closing line is the last thing printed.
run_tests() {
    say "Testing ($1)"
    (cd "$root" && ctest --preset "$1" --progress -j 2) 2>&1 | grep -vE '^\s*$|^ +Start +[0-9]+: |Test +#[0-9]+: .* Passed'
    [ "${PIPESTATUS[0]}" -eq 0 ]
}

check_format() {
    (cd "$root" && git ls-files -z '*.cpp' '*.h' | xargs -0 -r clang-format --dry-run --Werror) >"$logs/format" 2>&1 ||
        give_up "some files are not formatted: run clang-format -i on those named above." "$logs/format"
}

if [ "$full" = yes ]; then
    install_missing "$root/packaging/packages-full.txt"
else
    install_missing
fi
check_format
build release
[ "$full" = yes ] && export REEVE_FULL=1
run_tests release || exit 1

if [ "$full" = yes ]; then
    build asan && run_tests asan || exit 1
    build tsan && run_tests tsan || exit 1
    build fuzz
    for harness in "$root"/build/fuzz/tests/fuzz/fuzz_*; do
        [ -f "$harness" ] && [ -x "$harness" ] || continue
        say "Fuzzing $(basename "$harness") for a minute"
        "$harness" -max_total_time=60 -print_final_stats=0 >"$logs/fuzz" 2>&1 || give_up "a harness found something; its input is named above." "$logs/fuzz"
    done
    for bench in "$root"/build/release/bin/bench_*; do
        say "Measuring $(basename "$bench")"
        "$bench" || exit 1
    done
fi
exit 0
