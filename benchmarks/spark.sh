#!/usr/bin/env bash
# Exports the items of a DynamoDB table with Spark and imports them again, compared with one thread; boto4j-local is the service.
set -euo pipefail
cd "$(dirname "$0")/.."

usage='usage: benchmarks/spark.sh [--rebuild] [--delay MS] [ITEMS]
  ITEMS      the number of items (100000)
  --delay MS how long each call waits in the service, as for a network and a busy table (0)
  --rebuild  build again before measuring; without it only what is missing is built'

rebuild=false
items=100000
delay=0
while (($#)); do
  case "$1" in
    --rebuild) rebuild=true ;;
    --delay)
      if (($# < 2)) || [[ ! $2 =~ ^[0-9]+$ ]]; then
        echo "$usage" >&2
        exit 2
      fi
      delay=$2
      shift
      ;;
    --help | -h) echo "$usage"; exit ;;
    *[!0-9]* | '') echo "$usage" >&2; exit 2 ;;
    *) items=$1 ;;
  esac
  shift
done

module=integrations/spark
source benchmarks/integration.sh
# What the launcher of Spark passes to Java 17 and newer.
opens=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
  java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
exec "$java" -Xmx1g "-Dlog4j2.configurationFile=$module/src/test/resources/log4j2-benchmark.properties" -XX:+UseParallelGC -XX:+IgnoreUnrecognizedVMOptions "${opens[@]}" -Djdk.reflect.useDirectMethodHandle=false \
  -cp "$class_path" \
  io.boto4j.spark.bench.ExportBenchmark "$items" "$delay"
