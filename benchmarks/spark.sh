#!/usr/bin/env bash
# Exports the items of a DynamoDB table with Spark and imports them again, compared with one thread; boto4j-local is the service.
set -euo pipefail
cd "$(dirname "$0")/.."

usage='usage: benchmarks/spark.sh [--rebuild] [ITEMS]
  ITEMS      the number of items (100000)
  --rebuild  build again before measuring; without it only what is missing is built'

rebuild=false
items=100000
for argument in "$@"; do
  case "$argument" in
    --rebuild) rebuild=true ;;
    --help | -h) echo "$usage"; exit ;;
    *[!0-9]* | '') echo "$usage" >&2; exit 2 ;;
    *) items=$argument ;;
  esac
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
  io.boto4j.spark.bench.ExportBenchmark "$items"
