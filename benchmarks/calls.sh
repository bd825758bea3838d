#!/usr/bin/env bash
# Measures warm calls: calls per second on 1 to 64 threads, and CPU time and bytes per call.
set -euo pipefail
caller=$PWD
cd "$(dirname "$0")/.."

usage='usage: benchmarks/calls.sh [--rounds N] [--threads 1,2,16,64] [--warm MILLIS] [--measure MILLIS]
                           [--only TEXT] [--baseline FOLDER] [--markdown] [--rebuild]
  --rounds N         processes of each contestant (3)
  --threads LIST     numbers of threads
  --warm MILLIS      time to warm up each operation (1500)
  --measure MILLIS   time to measure each operation with each number of threads (350)
  --only TEXT        only contestants whose name contains this
  --baseline FOLDER  also measure another build of boto4j: a folder of its three jars, or a built
                     checkout
  --markdown         print Markdown tables
  --rebuild          build again before measuring; without it only what is missing is built'

rebuild=false
options=()
while (($#)); do
  case "$1" in
    --rounds | --threads | --warm | --measure | --only | --baseline)
      if (($# < 2)); then
        echo "$usage" >&2
        exit 2
      fi
      options+=("$1" "$2")
      if [[ $1 == --baseline && $2 != /* ]]; then
        options[-1]=$caller/$2
      fi
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
