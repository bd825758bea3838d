#!/usr/bin/env bash
# Compares resolving endpoints and signing with AWS SDK 2.x (JMH).
# Usage: benchmarks/endpoint-sign.sh [--markdown] [JMH ARGUMENT ...]     such as: -f 3 -wi 5 -i 5
set -euo pipefail
cd "$(dirname "$0")/.."
benchmark=EndpointSign
source benchmarks/versus.sh
