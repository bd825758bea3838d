#!/usr/bin/env bash
# Everything that is checked before a release, on the committed state (HEAD): staging, completeness, consumers on every JDK,
# reproducibility, licences. Nothing leaves this machine. release/check.sh [FOLDER [option of mvn …]], by default release/target.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "${1:-$here/target}"
work=$(cd "${1:-$here/target}" && pwd)
shift || true
options=("$@")
summary=()

step() { # step NAME COMMAND …: runs a command, and keeps the last line of its output for the summary
  local name=$1 start=$SECONDS
  shift
  echo "== $name"
  "$@" 2>&1 | tee "$work/$name.log"
  summary+=("$(printf '%-12s %4d s  %s' "$name" $((SECONDS - start)) "$(tail -n 1 "$work/$name.log")")")
}

stage() {
  rm -rf "$work/staging"
  CLONE="$work/clone" "$here/stage.sh" "$work/staging" "${options[@]}"
  echo "$(find "$work/staging" -name '*.jar' | wc -l) jars, $(du -sm "$work/staging" | cut -f1) MB in $work/staging"
}

licences() {
  local list
  for list in "$work"/clone/*/target/generated-sources/license/THIRD-PARTY.txt; do
    echo "${list#"$work/clone/"}:"
    cat "$list"
  done
  echo "every licence is on the list of the root pom.xml"
}

step staging stage
version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$work/clone/pom.xml" | head -1)
step complete java "$here/CheckStaging.java" "$work/staging" "$version"
step licences licences
WORK="$work" step consumers "$here/consumers.sh" "$work/staging" "$version"
step reproducible "$here/reproducible.sh" "$work/staging" "${options[@]}"
echo
echo "== boto4j $version is ready to publish"
printf '%s\n' "${summary[@]}"
