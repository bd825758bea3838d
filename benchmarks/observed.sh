#!/usr/bin/env bash
# Measures what the interceptors of OpenTelemetry and Micrometer cost per call, without a network.
set -euo pipefail
cd "$(dirname "$0")/.."

usage='usage: benchmarks/observed.sh [--rounds N] [--markdown] [--rebuild]
  --rounds N   rounds, in each of which all contestants run in turn (300), after as many that warm up
  --markdown   print a Markdown table
  --rebuild    build again before measuring; without it only what is missing is built'

rounds=300
arguments=()
rebuild=false
while (($#)); do
  case "$1" in
    --rounds)
      if (($# < 2)); then
        echo "$usage" >&2
        exit 2
      fi
      rounds=$2
      shift 2
      ;;
    --markdown) arguments+=("$1"); shift ;;
    --rebuild) rebuild=true; shift ;;
    --help | -h) echo "$usage"; exit ;;
    *) echo "$usage" >&2; exit 2 ;;
  esac
done

if ! [[ -d benchmarks/target/lib/observed ]]; then
  rebuild=true
fi
source benchmarks/build.sh
exec "$java" -cp "$(own_jar):benchmarks/target/lib/boto4j/*:benchmarks/target/lib/observed/*" \
  io.boto4j.benchmarks.observed.ObservedCosts "$rounds" "${arguments[@]}"
