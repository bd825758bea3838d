#!/usr/bin/env bash
# Prints figures of the structure of checkouts side by side: files, methods, fields, cycles, comments.
set -euo pipefail
caller=$PWD
cd "$(dirname "$0")/.."

usage='usage: benchmarks/structure.sh [--markdown] [--rebuild] [CHECKOUT]...
  CHECKOUT    a folder with the sources of boto4j, of any version (this checkout)
  --markdown  print a Markdown table
  --rebuild   build this command again; without it only what is missing is built'

rebuild=false
arguments=()
checkouts=()
while (($#)); do
  case "$1" in
    --markdown) arguments+=("$1") ;;
    --rebuild) rebuild=true ;;
    --help | -h) echo "$usage"; exit ;;
    -*) echo "$usage" >&2; exit 2 ;;
    *) checkouts+=("$1") ;;
  esac
  shift
done

source benchmarks/build.sh
jar=$PWD/$(own_jar)
if ((${#checkouts[@]} == 0)); then
  checkouts=("$PWD")
fi
cd "$caller"
exec "$java" -cp "$jar" io.boto4j.benchmarks.structure.Structure ${arguments[@]+"${arguments[@]}"} "${checkouts[@]}"
