# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Docket developers
# shellcheck shell=bash disable=SC2154
# GNOME's runtime and SDK made of Debian packages, for a system that reaches no app store; sourced after tree.sh, never
# run. Branch "local": a bundle that is linked to Debian's libraries is refused where there is no such runtime.

# stage TREE NAME: a copy of a tree, made of hard links, that has the form of a runtime.
stage() {
  local stage=$store/stage arch
  arch=$(flatpak --default-arch)
  rm -rf "$stage"
  mkdir "$stage"
  as_root cp -al "$cache/$1/usr" "$stage/files"
  as_root cp -a "$cache/$1/etc" "$stage/files/etc"
  # flatpak writes the linker's configuration and cache for each application, where there is an empty one and a ldconfig.
  as_root rm -f "$stage/files/etc/ld.so.cache" "$stage/files/etc/ld.so.conf"
  as_root install -m 644 /dev/null "$stage/files/etc/ld.so.conf"
  as_root ln -sf ../sbin/ldconfig "$stage/files/bin/ldconfig"
  if [ "$2" = org.gnome.Sdk ]; then
    as_root install -m 755 "$root/build-aux/appstream-compose" "$stage/files/bin/appstream-compose"
  fi
  # Passwords and what only a service may run: no part of a runtime, and closed to whoever exports it.
  as_root find "$stage/files" -type f ! -perm -o=r -delete
  cat >"$stage/metadata" <<END
[Runtime]
name=$2
runtime=org.gnome.Platform/$arch/local
sdk=org.gnome.Sdk/$arch/local

[Environment]
XDG_DATA_DIRS=/app/share:/usr/share:/usr/share/runtime/share:/run/host/user-share:/run/host/share
END
}

# export_tree TREE NAME: puts a tree as the runtime of this name into $store/runtimes.
export_tree() {
  stage "$1" "$2"
  flatpak build-export --runtime --files=files --disable-sandbox "$store/runtimes" "$store/stage" local
  as_root rm -rf "$store/stage"
}

# open_runtimes: the repository that the runtimes are installed from. It is as quick to read as it is to write.
open_runtimes() {
  [ -d "$store/runtimes" ] || {
    ostree init --repo="$store/runtimes" --mode=archive
    ostree config --repo="$store/runtimes" set archive.zlib-level 1
    flatpak build-update-repo "$store/runtimes"
  }
  flatpak --user remote-add --if-not-exists --no-gpg-verify stand-in "$store/runtimes"
}

# stand_in NAME TREE: exports and installs it where the tree, or how it is exported, has changed since.
stand_in() {
  local key
  key=$(cat "$cache/$2.packages" "$root/build-aux/stand-in.sh" "$root/build-aux/appstream-compose" | sha256sum)
  if [ "$(cat "$store/$1.key" 2>/dev/null)" = "$key" ] && flatpak --user info "$1//local" >/dev/null 2>&1; then return; fi
  rm -f "$store/$1.key"
  need_room 1500 "$store" "$1"
  step "Making $1 of the packages in $cache/$2" export_tree "$2" "$1"
  step "Installing $1 in $FLATPAK_USER_DIR" \
    flatpak --user install -y --noninteractive --reinstall stand-in "$1//local"
  printf '%s\n' "$key" >"$store/$1.key"
}

# stand_in_runtime: org.gnome.Platform and org.gnome.Sdk, branch "local", installed in $FLATPAK_USER_DIR.
stand_in_runtime() {
  local packages room=2000
  if [ ! -f "$store/org.gnome.Sdk.key" ]; then
    # All at once, so that the disk is not found to be full after minutes of downloading.
    [ -d "$cache/runtime" ] || room=$((room + 900))
    [ -d "$cache/sdk" ] || room=$((room + 2500))
    need_room "$room" "$cache" "a stand-in for GNOME's runtime"
  fi
  mapfile -t packages < <(packages_of runtime)
  tree runtime 900 "${packages[@]}"
  sdk_tree
  step "Opening the repository of the stand-in runtime" open_runtimes
  stand_in org.gnome.Platform runtime
  stand_in org.gnome.Sdk sdk
}
