#!/usr/bin/env bash
# Whole calls without a network, measured: serialize, sign and parse, against AWS SDK 2.x (JMH).
# Usage: benchmarks/marshal.sh [--markdown] [JMH ARGUMENT ...]     such as: -f 3 -wi 5 -i 5
set -euo pipefail
cd "$(dirname "$0")/.."
benchmark=Marshal
source benchmarks/versus.sh
