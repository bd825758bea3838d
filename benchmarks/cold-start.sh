#!/usr/bin/env bash
# Measures cold starts: fresh processes, run in turn, that each make one call to a server on the loopback
# interface. Needs a JDK 17, bash and, the first time, Maven; GNU time measures peak memory.
set -euo pipefail
caller=$PWD
cd "$(dirname "$0")/.."

usage='usage: benchmarks/cold-start.sh [--rounds N] [--task LIST] [--scheme LIST] [--archive LIST]
                                [--jdk HOME]... [--only TEXT] [--baseline FOLDER] [--typed]
                                [--markdown] [--rebuild]
  --rounds N         processes of each contestant (9)
  --task LIST        of getitem,getobject,describedbinstances (all)
  --scheme LIST      of http,https (both)
  --archive LIST     of none,cds,recipe: ordinary starts, starts with an archive of the classes, which
                     is AppCDS before JDK 25 and an AOT cache since then, and starts by the recipe of
                     docs/startup.md, which adds flags, compared with boto3 (none,cds)
  --jdk HOME         measure this JDK, in place of the JDK 17 and the JDK 25 that were found; a number
                     chooses one of those
  --only TEXT        only contestants whose name contains this
  --baseline FOLDER  also measure another build of boto4j: a folder of its three jars, or a built
                     checkout
  --typed            also measure calls through generated types and through an interface
  --markdown         print Markdown tables
  --rebuild          build again before measuring; without it only what is missing is built'

rebuild=false
options=()
while (($#)); do
  case "$1" in
    --rounds | --task | --scheme | --archive | --jdk | --only | --baseline)
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
    --markdown | --typed) options+=("$1"); shift ;;
    --rebuild) rebuild=true; shift ;;
    --help | -h) echo "$usage"; exit ;;
    *) echo "$usage" >&2; exit 2 ;;
  esac
done

source benchmarks/build.sh
# exec: the servers run in this one process, so that they end with it on Ctrl-C and on any error.
exec "$java" -cp "$(own_jar)" io.boto4j.benchmarks.coldstart.ColdStart benchmarks ${options[@]+"${options[@]}"}
