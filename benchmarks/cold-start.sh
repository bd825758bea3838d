#!/usr/bin/env bash
# Measures cold starts: fresh processes, run in turn, that each make one call to a server on the loopback
# interface. Needs a JDK 17, bash and, the first time, Maven; GNU time measures peak memory.
set -euo pipefail
cd "$(dirname "$0")/.."

usage='usage: benchmarks/cold-start.sh [--rounds N] [--task LIST] [--scheme LIST] [--archive LIST]
                                [--jdk HOME]... [--markdown] [--rebuild]
  --rounds N      processes of each contestant (9)
  --task LIST     of getitem,getobject,describedbinstances (all)
  --scheme LIST   of http,https (both)
  --archive LIST  of none,cds: ordinary starts, and starts with an archive of the classes, which
                  is AppCDS before JDK 25 and an AOT cache since then (both)
  --jdk HOME      measure this JDK, in place of the JDK 17 and the JDK 25 that were found
  --markdown      print Markdown tables
  --rebuild       build again before measuring; without it only what is missing is built'

rebuild=false
options=()
while (($#)); do
  case "$1" in
    --rounds | --task | --scheme | --archive | --jdk)
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
# exec: the servers run in this one process, so that they end with it on Ctrl-C and on any error.
exec "$java" -cp "$(own_jar)" io.boto4j.benchmarks.coldstart.ColdStart benchmarks ${options[@]+"${options[@]}"}
