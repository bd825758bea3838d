#!/usr/bin/env bash
# Cold start, measured: fresh processes that each make one call against a server on the loopback, in
# turn. Needs a JDK 17, bash and, the first time, Maven; GNU time tells peak memory.
set -euo pipefail
cd "$(dirname "$0")/.."

usage='usage: benchmarks/cold-start.sh [--rounds N] [--task LIST] [--scheme LIST] [--archive LIST]
                                [--jdk HOME]... [--markdown] [--rebuild]
  --rounds N      processes of each contestant (9)
  --task LIST     of getitem,getobject,describedbinstances (all)
  --scheme LIST   of http,https (both)
  --archive LIST  of none,cds: as anyone starts a program, and with an archive of its classes, which
                  is AppCDS before JDK 25 and an AOT cache from there on (both)
  --jdk HOME      measure this JDK, instead of the JDK 17 and the JDK 25 found
  --markdown      print Markdown tables
  --rebuild       build again before measuring; without it only what is absent is built'

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
# exec: the servers live in this one process, which no Ctrl-C and no error can then outlive.
exec "$java" -cp "$(own_jar)" io.boto4j.benchmarks.coldstart.ColdStart benchmarks ${options[@]+"${options[@]}"}
