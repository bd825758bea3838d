#!/usr/bin/env bash
# Measures boto4j-typed: the check in the compiler, calls through interfaces and generated types, the size of generated code.
set -euo pipefail
cd "$(dirname "$0")/.."

usage='usage: benchmarks/typed.sh compile [--rounds N] [--calls N] [--jdk HOME]... [--markdown] [--rebuild]
       benchmarks/typed.sh calls [--rounds N] [--jdk HOME]... [--markdown] [--rebuild]
       benchmarks/typed.sh size [--markdown] [--rebuild]
  --rounds N   rounds, in each of which the contestants run in turn (compile 9, calls 7)
  --calls N    calls in the program that is compiled (500)
  --jdk HOME   measure this JDK, in place of the JDK 17 and the JDK 25 that were found
  --markdown   print Markdown tables
  --rebuild    build again before measuring; without it only what is missing is built'

case "${1:-}" in
  compile | calls | size) arguments=("$1"); shift ;;
  --help | -h) echo "$usage"; exit ;;
  *) echo "$usage" >&2; exit 2 ;;
esac
rebuild=false
while (($#)); do
  case "$1" in
    --rounds | --calls | --jdk)
      if (($# < 2)); then
        echo "$usage" >&2
        exit 2
      fi
      arguments+=("$1" "$2")
      shift 2
      ;;
    --markdown) arguments+=("$1"); shift ;;
    --rebuild) rebuild=true; shift ;;
    --help | -h) echo "$usage"; exit ;;
    *) echo "$usage" >&2; exit 2 ;;
  esac
done

source benchmarks/build.sh
exec "$java" -cp "$(own_jar):benchmarks/target/lib/boto4j/*" io.boto4j.benchmarks.typed.TypedCosts benchmarks "${arguments[@]}"
