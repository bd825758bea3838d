#!/usr/bin/env bash
# Warm calls, measured: how many a second on 1 to 64 threads, and the CPU and the bytes of each.
set -euo pipefail
cd "$(dirname "$0")/.."

usage='usage: benchmarks/calls.sh [--rounds N] [--threads 1,2,16,64] [--warm MILLIS] [--measure MILLIS]
                           [--only TEXT] [--markdown] [--rebuild]
  --rounds N        processes of each contestant (3)
  --threads LIST    numbers of threads
  --warm MILLIS     warming up of each operation (1500)
  --measure MILLIS  measuring of each operation with each number of threads (350)
  --only TEXT       only contestants whose name contains this
  --markdown        print Markdown tables
  --rebuild         build again before measuring; without it only what is absent is built'

rebuild=false
options=()
while (($#)); do
  case "$1" in
    --rounds | --threads | --warm | --measure | --only)
      if (($# < 2)); then
        echo "$usage" >&2
        exit 2
      fi
      options+=("$1" "$2")
      shift 2
      ;;
    --markdown) options+=("$1"); shift ;;
    --rebuild) rebuild=true; shift ;;
    --help | -h) echo "$usage"; exit ;;
    *) echo "$usage" >&2; exit 2 ;;
  esac
done

source benchmarks/build.sh
exec "$java" -cp "$(own_jar)" io.boto4j.benchmarks.calls.Calls benchmarks ${options[@]+"${options[@]}"}
