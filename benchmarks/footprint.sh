#!/usr/bin/env bash
# What it takes to have clients, measured: jars, time and heap, of six services and of all.
# Usage: benchmarks/footprint.sh [--rounds N] [--markdown]
set -euo pipefail
cd "$(dirname "$0")/.."
source benchmarks/build.sh
exec "$java" -cp "$(own_jar)" io.boto4j.benchmarks.footprint.Footprint benchmarks "$@"
