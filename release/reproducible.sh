#!/usr/bin/env bash
# Stages HEAD again, from another folder, with another time zone, language and user name, and compares all files byte by byte.
#   release/reproducible.sh            stages twice
#   release/reproducible.sh FOLDER [option of mvn …]     compares with a staging that exists
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
first=${1:-}
shift || true
if [[ -z $first ]]; then
  first=$work/first
  "$here/stage.sh" "$first"
fi
(
  export TZ=Asia/Kathmandu LC_ALL=C USER=somebody LOGNAME=somebody
  export MAVEN_OPTS="${MAVEN_OPTS:-} -Duser.name=somebody -Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kathmandu"
  CLONE="$work/another place" "$here/stage.sh" "$work/second" "$@"
)
java "$here/CompareStagings.java" "$first" "$work/second"
