# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by packaging/run.sh and tests/run.sh: installs what is missing, configures and builds a preset.
# Quiet when all is well; a failed step prints its log and one sentence of advice.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
logs=$(mktemp -d "${TMPDIR:-/tmp}/reeve-build.XXXXXX")

# One compiler cache serves every checkout on a machine: paths below the checkout count as relative.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1

say() { printf '%s\n' "$*"; }

# give_up ADVICE [LOG]
give_up() {
    [ -n "${2:-}" ] && [ -s "$2" ] && tail -n 40 "$2" >&2
    say "reeve: $1" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        give_up "some packages are missing and this user may not install them: run this once as root, or install sudo."
    fi
}

# install_missing [LIST...]: the packages that LISTs beside packages.txt name, too.
install_missing() {
    local missing=() package
    command -v dpkg-query >/dev/null 2>&1 ||
        give_up "this script knows Debian's packages only; install those of packaging/packages.txt by their names on your system, then build with cmake --preset release."
    while read -r package; do
        case "$package" in '' | '#'*) continue ;; esac
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done < <(cat "$root/packaging/packages.txt" "$@")
    [ ${#missing[@]} -eq 0 ] && return
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    { as_root apt-get update -q && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"; } \
        >"$logs/install" 2>&1 ||
        give_up "the packages could not be installed; check the network and Debian's sources, then run this again." "$logs/install"
}

# build PRESET [TARGET...]
build() {
    local preset=$1
    shift
    say "Configuring ($preset)"
    (cd "$root" && cmake --preset "$preset") >"$logs/configure" 2>&1 ||
        give_up "the project could not be configured; the lines above say what is missing." "$logs/configure"
    say "Building ($preset); the first time takes some minutes"
    (cd "$root" && cmake --build --preset "$preset" ${1:+--target "$@"}) 2>&1 | tee "$logs/build" | show_progress
    [ "${PIPESTATUS[0]}" -eq 0 ] || {
        grep -B1 -A12 -E 'error|FAILED' "$logs/build" | head -n 80 >&2
        give_up "the build failed; the lines above name the file."
    }
}

# Turns ninja's "[12/345]" into one line that moves on a terminal and one line per tenth elsewhere.
show_progress() {
    local line last=-1 done_ all
    while IFS= read -r line; do
        if [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]]; then
            done_=${BASH_REMATCH[1]} all=${BASH_REMATCH[2]}
            if [ -t 1 ]; then
                printf '\r  %d of %d ' "$done_" "$all"
            elif [ $((done_ * 10 / all)) -ne "$last" ]; then
                last=$((done_ * 10 / all))
                printf '  %d of %d\n' "$done_" "$all"
            fi
        fi
    done
    [ -t 1 ] && printf '\r\033[K'
    return 0
}
