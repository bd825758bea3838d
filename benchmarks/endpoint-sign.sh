#!/usr/bin/env bash
# Endpoints found and signatures made, measured against AWS SDK 2.x (JMH).
# Usage: benchmarks/endpoint-sign.sh [--markdown] [JMH ARGUMENT ...]     such as: -f 3 -wi 5 -i 5
set -euo pipefail
cd "$(dirname "$0")/.."
benchmark=EndpointSign
source benchmarks/versus.sh
