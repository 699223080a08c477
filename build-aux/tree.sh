# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
# shellcheck shell=bash disable=SC2154
# Folders with the newest Debian in them, for newest and flatpak; sourced after lib.sh, never run. They are kept in the
# cache, and made anew only where the list of packages has changed, or where one is removed.

cache=${DOCKET_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/docket}
# Debian's name for what becomes its next release: it has the newest GNOME that is put together and tried.
suite=${DOCKET_SUITE:-testing}

# room FOLDER: how many MB are free there.
room() { df --output=avail -BM "$1" | tail -n 1 | tr -dc '0-9'; }

# need_room MB FOLDER FOR: ends where the disk of FOLDER has less room, and says so before anything is downloaded.
need_room() {
  local free
  mkdir -p "$2" || die "The folder $2 cannot be made. Set DOCKET_CACHE to one where there is room."
  free=$(room "$2")
  [ "$free" -ge "$1" ] ||
    die "There is too little room for $3: $1 MB are needed in $2, and $free MB are free. Nothing was changed." \
      "Make room, or set DOCKET_CACHE to a folder on another disk, and start again."
}

# need_command COMMAND PACKAGE FOR
need_command() {
  command -v "$1" >/dev/null || die "$3 needs the program “$1”, which is not installed, and could not be installed by" \
    "itself. Install it (Debian: apt-get install $2), and start again."
}

# step NAME COMMAND...: runs it with its output in a log, tells every half minute that it is still at work, and where it
# fails shows the end of the log and “$step_advice”. The step's seconds are told at its end.
step() {
  local name=$1 log="$cache/log/${1//[^A-Za-z0-9]/-}.log" status=0 started=$SECONDS process full=false
  shift
  mkdir -p "$cache/log"
  say "$name …"
  "$@" >"$log" 2>&1 </dev/null &
  process=$!
  while sleep 0.2 && kill -0 "$process" 2>/dev/null; do
    # The log may be on the full disk as well, and what was begun is cleared away at the end.
    [ "$(room "$cache")" -ge 20 ] || full=true
    [ $(((SECONDS - started) % 30)) -ne 29 ] || { say "  … at it for $((SECONDS - started)) s"; sleep 1; }
  done
  wait "$process" || status=$?
  if [ "$status" -ne 0 ]; then
    say "FAILED: $name (exit status $status, after $((SECONDS - started)) s). What was tried:" "$(printf ' %q' "$@")"
    say "The last lines it wrote:"
    tail -n 15 "$log" | awk '{ print "  | " $0 }' >&2
    ! grep -q -i "no space left" "$log" || full=true
    ! $full || say "The disk is full: make room, or set DOCKET_CACHE to a folder elsewhere."
    say "All it wrote: $log"
    die "${step_advice:-What was there before is unchanged. Mend the cause, and start again.}"
  fi
  say "  done in $((SECONDS - started)) s"
}

# mirror: where this system gets Debian's packages.
mirror() {
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' | sort -u | head -n 1
}

# make_tree FOLDER PACKAGE...: where it fails, the folder is gone.
make_tree() {
  local folder=$1 packages status=0
  shift
  packages=$(IFS=,; printf '%s' "$*")
  # An index that its mirror has not renewed in time is taken as well; what it lists is signed all the same.
  as_root mmdebstrap --mode=root --variant=minbase --format=directory --include="$packages" \
    --keyring=/usr/share/keyrings/debian-archive-keyring.gpg \
    --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Check-Valid-Until "false"' \
    --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --customize-hook='for name in en_US de_DE; do chroot "$1" localedef -i "$name" -f UTF-8 "$name.UTF-8"; done' \
    "$suite" "$folder" "$(mirror)" || status=$?
  [ "$status" -eq 0 ] || as_root rm -rf "$folder"
  return "$status"
}

# tree NAME MB PACKAGE...: makes $cache/NAME with these packages where it is not there yet.
tree() {
  local name=$1 room=$2 key
  shift 2
  key="$suite $*"
  [ "$(cat "$cache/$name.packages" 2>/dev/null)" != "$key" ] || return 0
  need_command mmdebstrap mmdebstrap "Putting the newest Debian into a folder"
  as_root rm -rf "$cache/$name" "$cache/$name.new"
  need_room "$room" "$cache" "the packages of Debian $suite"
  step_advice="Nothing was kept. If packages could not be downloaded, look after the network and start again; if they do \
not fit together, Debian $suite is being put in order: try again in some hours, or set DOCKET_SUITE to a release." \
    step "Downloading and installing Debian $suite in $cache/$name (minutes, $room MB)" \
    make_tree "$cache/$name.new" "$@"
  as_root mv "$cache/$name.new" "$cache/$name"
  printf '%s\n' "$key" >"$cache/$name.packages"
}

# sdk_tree: all that Docket is built, run and tested with, in $cache/sdk.
sdk_tree() {
  local packages
  mapfile -t packages < <(packages_of build run test sdk)
  tree sdk 2500 "${packages[@]}"
}
