#!/usr/bin/env bash
# Kate against the packaged server, on a screen that nobody sees: keys go in by xdotool, and what comes out is read from
# the files on disk and from the messages between Kate and the server.
# Environment: SNIPPET, FOLDER (a copy of examples/behind-proxy-broken), REPORT, HOME (empty).
set -uo pipefail

manifest=$FOLDER/deployment.json
messages=$HOME/messages
mkdir -p "$HOME/kate/lspclient" "$HOME/bin" "$HOME/runtime"
chmod 700 "$HOME/runtime"
cp "$SNIPPET" "$HOME/kate/lspclient/settings.json"

# The server with its messages written down on the way.
server=$(command -v edgelint)
cat > "$HOME/bin/edgelint" << END
#!/bin/sh
tee "$messages.in" | "$server" "\$@" | tee "$messages.out"
END
chmod +x "$HOME/bin/edgelint"
: > "$messages.in"
: > "$messages.out"
export PATH="$HOME/bin:$PATH"

# Kate asks before it starts a server, unless its command line is known.
cat > "$HOME/katerc" << END
[Kate Plugins]
lspclientplugin=true

[lspclient]
AllowedServerCommandLines=$HOME/bin/edgelint serve
Diagnostics=true

[General]
Startup Session=manual
Last Session=
Show welcome view for new window=false
END

step() {
  local name=$1
  shift
  if eventually "$@"; then
    echo "ok $name"
  else
    echo "not ok $name: $(grep -c didChange "$messages.in") changes; $(tail -c 300 "$messages.out" | tr '\r\n' '  ')"
  fi >> "$REPORT"
  [ -z "${SHOTS:-}" ] || import -window root "$SHOTS/kate-${name// /-}.png"
}

eventually() {
  local _
  for _ in $(seq 200); do
    "$@" && return 0
    sleep 0.1
  done
  return 1
}

key() { xdotool key --clearmodifiers --delay 40 "$@"; }

# line TEXT: puts the cursor into the first line that holds a text.
line() {
  key ctrl+g
  sleep 0.3
  xdotool type --delay 20 "$(grep -nF "$1" "$manifest" | head -n 1 | cut -d : -f 1)"
  key Return
  sleep 0.2
}

published() { grep -q "publishDiagnostics.*$1" "$messages.out"; }
saved() { grep -qF "$1" "$manifest"; }
fixed() { [ "$(sed -n 5p "$manifest")" = '        "schemaVersion": "1.1",' ]; }
answered() { grep -qF "$1" "$messages.out"; }
shown() { xdotool search --onlyvisible --name 'deployment.json' > /dev/null 2>&1; }
ended() { ! kill -0 "$kate" 2> /dev/null; }

started=()
trap 'for pid in "${started[@]}"; do kill "$pid" 2> /dev/null; done; wait' EXIT

mkfifo "$HOME/display"
Xvfb -displayfd 3 -screen 0 1200x800x24 -nolisten tcp 3> "$HOME/display" 2> /dev/null &
started+=($!)
read -r number < "$HOME/display"
export DISPLAY=:$number QT_QPA_PLATFORM=xcb XDG_RUNTIME_DIR=$HOME/runtime LC_ALL=C.UTF-8
unset SUDO_USER KDESU_USER WAYLAND_DISPLAY
dbus-daemon --session --print-address=1 --nofork > "$HOME/bus" 2> /dev/null &
started+=($!)
eventually test -s "$HOME/bus"
DBUS_SESSION_BUS_ADDRESS=$(head -n 1 "$HOME/bus")
export DBUS_SESSION_BUS_ADDRESS

kate -b "$manifest" &
kate=$!
started+=("$kate")
step "shows the file" shown
xdotool windowfocus "$(xdotool search --onlyvisible --name 'deployment.json' | head -n 1)"
step "gets the finding" published EDGE404
sleep 1

line '"schemaVersion": "1.5"'
key End Left Left Left
key ctrl+period
sleep 1
key ctrl+s
step "applies the quick fix" fixed

line '"restartPolicy": "always"'
key End Left Left BackSpace BackSpace BackSpace BackSpace BackSpace BackSpace
xdotool type --delay 40 'on'
sleep 0.5
key ctrl+space
step "asks for completions" answered '"label":"on-failure"'
sleep 1
key Return
sleep 0.3
key ctrl+s
step "completes a value" saved '"restartPolicy": "on-failure"'

line '"pressMonitor": {'
key End Left Left Left Left Left
key F2
sleep 1
# Without a window manager nobody hands the keyboard to the dialog.
xdotool windowfocus "$(xdotool search --onlyvisible --name '^Rename' | tail -n 1)"
key ctrl+a
xdotool type --delay 40 'gauge'
key Return
sleep 1
xdotool windowfocus "$(xdotool search --onlyvisible --name 'deployment.json' | head -n 1)"
key ctrl+s
step "renames a module in its routes" saved '/messages/modules/gauge/'

key ctrl+q
step "ends" ended
