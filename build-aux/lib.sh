# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
# shellcheck shell=bash disable=SC2154
# What try and check share; sourced, never run. Needs $root, the folder of the project.

# What meson and ninja are run by: nothing, or a command that enters another system.
enter=()

say() { printf '%s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

# packages_of GROUP...: the names that build-aux/packages lists under these groups.
packages_of() {
  awk -v groups=" $* " '
    /^\[/ { gsub(/[][]/, ""); wanted = index(groups, " " $1 " "); next }
    wanted && NF && $1 !~ /^#/ { print $1 }' "$root/build-aux/packages"
}

# missing_packages GROUP...: those of them that are not installed.
missing_packages() {
  local installed
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p')
  packages_of "$@" | grep -vxF -f <(printf '%s\n' "$installed") || true
}

# as_root COMMAND...: runs it as root, through sudo where needed.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; return; fi
  command -v sudo >/dev/null || die "Installing packages needs root, and there is no sudo here. As root, run:" \
    "$(printf '\n  apt-get install --no-install-recommends'; printf ' %s' "${missing[@]}")"
  sudo "$@"
}

# install_packages GROUP...: installs with apt what is missing, and nothing where nothing is.
install_packages() {
  local missing apt
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    say "This is not a Debian system: nothing was installed. See build-aux/packages for what is needed."
    return
  fi
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  say "Installing with apt$([ "$(id -u)" -eq 0 ] || printf ' (through sudo)'): ${missing[*]}"
  apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300)
  as_root "${apt[@]}" update >&2 </dev/null
  as_root "${apt[@]}" install --no-install-recommends "${missing[@]}" >&2 </dev/null ||
    die "apt could not install these packages. Nothing was built."
}

# configure FOLDER OPTION...: a meson build folder with these options, configured anew only where it must be.
configure() {
  local folder=$1
  shift
  if [ -f "$folder/build.ninja" ] && [ "$(cat "$folder/options" 2>/dev/null)" = "$root $*" ]; then return; fi
  rm -rf "$folder"
  mkdir -p "$folder"
  if ! "${enter[@]}" meson setup "$folder" "$root" "$@" >"$folder/setup.log" 2>&1 </dev/null; then
    cat "$folder/setup.log" >&2
    die "Docket could not be configured in $folder."
  fi
  printf '%s\n' "$root $*" >"$folder/options"
}
