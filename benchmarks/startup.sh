#!/usr/bin/env bash
# Runs a recipe of docs/startup.md and compares it with an ordinary start and with boto3: GetItem over
# TLS in fresh processes, run in turn. Needs what benchmarks/cold-start.sh needs, and takes its options.
set -euo pipefail

usage='usage: benchmarks/startup.sh RECIPE [--rounds N] [--markdown] [--rebuild]
  RECIPE   appcds: an archive of classes, JDK 17
           aot:    an AOT cache, JDK 25
           tls:    both, against another build of boto4j (--baseline FOLDER), for decision 24'

recipe=${1:-}
shift || true
common=(--task getitem --scheme https)
case "$recipe" in
  appcds) common+=(--jdk 17 --only boto --archive none,cds,recipe) ;;
  aot) common+=(--jdk 25 --only boto --archive none,cds,recipe) ;;
  tls) common+=(--only boto4j --archive none,recipe) ;;
  --help | -h) echo "$usage"; exit ;;
  *) echo "$usage" >&2; exit 2 ;;
esac
exec "$(dirname "$0")/cold-start.sh" "${common[@]}" "$@"
