#!/usr/bin/env bash
# Compares boto4j-local with moto_server and dynalite, where they are installed: start, memory and calls per second of DynamoDB.
set -euo pipefail
cd "$(dirname "$0")/.."

usage='usage: benchmarks/local.sh [--rounds N] [--threads N] [--measure MS] [--markdown]
  --rounds N    the rounds, in each of which every contestant is started anew (3)
  --threads N   the threads that call (4)
  --measure MS  the time for each operation, after half of it to warm up (2000)
  --markdown    print the table as Markdown'
case "${1:-}" in --help | -h) echo "$usage"; exit ;; esac

source benchmarks/build.sh
runnable() {
  compgen -G 'local/target/boto4j-local-*-runnable.jar'
}
if ! runnable >/dev/null; then
  mvn -q -B -ntp -pl local -am package -DskipTests
fi
exec "$java" -cp "$(own_jar):$(runnable)" io.boto4j.benchmarks.local.LocalEmulators "$(runnable)" "$@"
