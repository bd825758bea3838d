#!/usr/bin/env bash
# Endpoints found and signatures made, measured against AWS SDK 2.x (JMH).
# Usage: benchmarks/endpoint-sign.sh [--markdown] [JMH ARGUMENT ...]     such as: -f 3 -wi 5 -i 5
set -euo pipefail
cd "$(dirname "$0")/.."
format=text
if [[ ${1:-} == --markdown ]]; then
  format=markdown
  shift
fi
source benchmarks/build.sh
libraries='benchmarks/target/lib/boto4j/*:benchmarks/target/lib/aws-sdk/*:benchmarks/target/lib/aws-sdk-more/*:benchmarks/target/lib/codec/*'
exec "$java" -cp "$(own_jar):$libraries" io.boto4j.benchmarks.versus.Versus benchmarks EndpointSign "$format" "$@"
