#!/usr/bin/env bash
# Draws docs/images/*.svg from the last results of cold-start.sh and calls.sh.  Usage: benchmarks/plots.sh [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."
source benchmarks/build.sh
exec "$java" -Djava.awt.headless=true -cp "$(own_jar):benchmarks/target/lib/plots/*" \
  io.boto4j.benchmarks.plots.Plots benchmarks/target "${1:-docs/images}"
