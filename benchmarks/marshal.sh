#!/usr/bin/env bash
# Compares whole calls without a network with AWS SDK 2.x: serializing, signing and parsing (JMH).
# Usage: benchmarks/marshal.sh [--markdown] [JMH ARGUMENT ...]     such as: -f 3 -wi 5 -i 5
set -euo pipefail
cd "$(dirname "$0")/.."
benchmark=Marshal
source benchmarks/versus.sh
