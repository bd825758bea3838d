#!/usr/bin/env bash
# Compares DynamoDB with plain values (Table) with boto4j's own calls and AWS's enhanced client: CPU and bytes per operation.
# Usage: benchmarks/dynamodb.sh [--markdown] [ROUNDS [TASK ...]]     such as: 60 "GetItem small"
set -euo pipefail
cd "$(dirname "$0")/.."
source benchmarks/build.sh
libraries='benchmarks/target/lib/boto4j/*:benchmarks/target/lib/aws-sdk/*:benchmarks/target/lib/aws-sdk-more/*'
exec "$java" -cp "$(own_jar):$libraries" io.boto4j.benchmarks.versus.HighLevel "$@"
