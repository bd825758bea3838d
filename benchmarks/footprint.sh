#!/usr/bin/env bash
# Measures the cost of clients: jars, time and heap, for six services and for all.
# Usage: benchmarks/footprint.sh [--rounds N] [--markdown]
set -euo pipefail
cd "$(dirname "$0")/.."
source benchmarks/build.sh
exec "$java" -cp "$(own_jar)" io.boto4j.benchmarks.footprint.Footprint benchmarks "$@"
