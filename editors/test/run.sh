#!/usr/bin/env bash
# Drives real editors, without a screen, against the packaged server with the snippets of this folder.
#
#   mvn -q -pl server -am -DskipTests package && editors/test/run.sh [nvim|eglot|lsp-mode|ale|kate]...
#
# Editors that are missing are installed where that needs no question (root, apt), else skipped. The exit code is 1 when
# a step fails. KEEP=1 keeps the folders of the runs; SHOTS=FOLDER takes pictures of Kate.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$here/../.." && pwd)
bin=${EDGELINT_BIN:-$repository/server/target/dist/bin}
if [ ! -x "$bin/edgelint" ]; then
  echo "no server at $bin: run mvn -q -pl server -am -DskipTests package" >&2
  exit 2
fi
export PATH="$bin:$PATH"
scratch=$(mktemp -d)
trap '[ -n "${KEEP:-}" ] && echo "kept $scratch" || rm -rf "$scratch"' EXIT
passed=0
failed=0
skipped=0

# have COMMAND PACKAGE...: whether the command and all Debian packages are there, after an attempt to install them.
have() {
  local command=$1
  shift
  if command -v "$command" > /dev/null && { ! command -v dpkg > /dev/null || dpkg -s "$@" > /dev/null 2>&1; }; then
    return 0
  fi
  [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null || return 1
  # A fresh machine has no list of packages yet.
  install "$@" || { timeout 60 apt-get update > /dev/null 2>&1 && install "$@"; }
}

install() {
  DEBIAN_FRONTEND=noninteractive timeout 180 apt-get install -y --no-install-recommends "$@" > "$scratch/apt.log" 2>&1
}

skip() {
  echo "$1"
  skipped=$((skipped + 1))
}

# drive NAME COMMAND...: runs an editor on a fresh copy of the example and counts the steps that it reports.
drive() {
  local name=$1 line
  shift
  local home=$scratch/$name
  mkdir -p "$home"
  cp -r "$repository/examples/behind-proxy-broken" "$home/device"
  # What makes the folder a project for the editors.
  mkdir "$home/device/.git"
  : > "$home/report"
  HOME=$home XDG_CONFIG_HOME=$home XDG_DATA_HOME=$home XDG_STATE_HOME=$home XDG_CACHE_HOME=$home \
    FOLDER=$home/device REPORT=$home/report \
    timeout 180 "$@" < /dev/null > "$home/output" 2>&1 || echo "not ok ends well: exit code $?" >> "$home/report"
  if [ ! -s "$home/report" ]; then
    echo "not ok starts" > "$home/report"
  fi
  while IFS= read -r line; do
    case $line in
      ok\ *) passed=$((passed + 1)) ;;
      *) failed=$((failed + 1)) ;;
    esac
    echo "$name: $line"
  done < "$home/report"
  if grep -q '^not ok' "$home/report"; then
    tail -n 20 "$home/output"
    echo
  fi
}

for client in "${@:-nvim eglot lsp-mode ale kate}"; do
  for name in $client; do
    case $name in
      nvim)
        have nvim neovim || { skip "nvim: skipped, Neovim is not installed"; continue; }
        SNIPPET=$here/../neovim/edgelint.lua drive nvim nvim --headless -u NONE -i NONE -n -S "$here/nvim.lua"
        ;;
      eglot)
        have emacs emacs-nox elpa-eglot || { skip "eglot: skipped, Emacs with eglot is not installed"; continue; }
        SNIPPET=$here/../emacs/edgelint-eglot.el drive eglot emacs -q --batch -l "$here/eglot.el"
        ;;
      lsp-mode)
        have emacs emacs-nox elpa-lsp-mode || { skip "lsp-mode: skipped, Emacs with lsp-mode is not installed"; continue; }
        SNIPPET=$here/../emacs/edgelint-lsp-mode.el drive lsp-mode emacs -q --batch -l "$here/lsp-mode.el"
        ;;
      ale)
        have vim vim vim-ale || { skip "ale: skipped, Vim with ALE is not installed"; continue; }
        SNIPPET=$here/../vim/edgelint.vim drive ale vim -N -u NONE -i NONE -n -es -S "$here/ale.vim"
        ;;
      kate)
        have kate kate xvfb xdotool dbus-daemon \
          || { skip "kate: skipped, Kate and a screen for it (xvfb, xdotool, dbus) are not installed"; continue; }
        SNIPPET=$here/../kate/settings.json drive kate "$here/kate.sh"
        ;;
      *)
        echo "unknown editor $name" >&2
        exit 2
        ;;
    esac
  done
done
# Counted with all other tests.
mkdir -p "$repository/target/editors"
echo "<testsuite name=\"editors\" tests=\"$((passed + failed + skipped))\" failures=\"$failed\" errors=\"0\" skipped=\"$skipped\"/>" \
  > "$repository/target/editors/TEST-editors.xml"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
