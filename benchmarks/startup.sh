#!/usr/bin/env bash
# Runs a recipe of docs/startup.md in fresh processes, in turn with ordinary starts. Needs what
# benchmarks/cold-start.sh needs, and takes its options, except for the recipe lambda.
set -euo pipefail
cd "$(dirname "$0")/.."

usage='usage: benchmarks/startup.sh RECIPE [--rounds N] [--markdown] [--rebuild]
  RECIPE   appcds: GetItem over TLS with an archive of classes, JDK 17, compared with boto3
           aot:    the same with an AOT cache, JDK 25
           lambda: the first response of a Lambda function, with $JAVA_HOME or the java on the path
           tls:    the first two, compared with another build of boto4j (--baseline FOLDER)'

recipe=${1:-}
shift || true
common=(--task getitem --scheme https)
case "$recipe" in
  appcds) exec benchmarks/cold-start.sh "${common[@]}" --jdk 17 --only boto --archive none,cds,recipe "$@" ;;
  aot) exec benchmarks/cold-start.sh "${common[@]}" --jdk 25 --only boto --archive none,cds,recipe "$@" ;;
  tls) exec benchmarks/cold-start.sh "${common[@]}" --only boto4j --archive none,recipe "$@" ;;
  lambda) ;;
  --help | -h) echo "$usage"; exit ;;
  *) echo "$usage" >&2; exit 2 ;;
esac

rebuild=false
rounds=9
while (($#)); do
  case "$1" in
    --rounds) rounds=${2:-}; shift ;;
    --rebuild) rebuild=true ;;
    *) echo "$usage" >&2; exit 2 ;;
  esac
  shift
done
if ! [[ $rounds =~ ^[1-9][0-9]{0,5}$ ]]; then
  echo "$usage" >&2
  exit 2
fi
module=integrations/crac
source benchmarks/integration.sh
exec "$java" -cp "$class_path" io.boto4j.crac.LambdaStart "$rounds"
