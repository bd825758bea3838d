#!/usr/bin/env bash
# Times the parts of a cold start, each in fresh processes, interleaved, and prints the medians.
# The figures in docs/decisions are its output.  Usage: [JAVA_HOME=...] benchmarks/startup-parts.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-11}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
[ -d benchmarks/target/lib/codec ] || mvn -q -B -ntp -pl benchmarks -am package -DskipTests
data=$(echo models/target/aws-models/*/3/awscli/awscli/botocore/data)
parts=(http-socket http-socketchannel http-urlconnection http-httpclient
       hmac-messagedigest hmac-javax.crypto json-boto4j json-jackson xml-boto4j xml-aalto cbor-boto4j cbor-jackson
       model-pack model-json jdk-bigdecimal load-exceptions find-resource find-class)
classes='benchmarks/target/classes:benchmarks/target/lib/boto4j/*:benchmarks/target/lib/codec/*'
results=$(mktemp -d)
"$java" -cp "$classes" io.boto4j.benchmarks.StartupParts serve >"$results/port" &
server=$!
trap 'kill "$server"; rm -rf "$results"' EXIT
until [ -s "$results/port" ]; do sleep 0.1; done
port=$(cat "$results/port")
for ((round = 0; round < rounds; round++)); do
  for part in "${parts[@]}"; do
    "$java" -cp "$classes" io.boto4j.benchmarks.StartupParts "$part" "$port" "$data" >>"$results/$part"
  done
done
"$java" -version 2>&1 | head -n 1
printf '%-22s %10s   (median of %d fresh processes)\n' part ms "$rounds"
for part in "${parts[@]}"; do
  sort -n "$results/$part" |
    awk -v part="$part" '{ v[NR] = $1 } END { printf "%-22s %10.1f\n", part, v[int((NR + 1) / 2)] / 1000 }'
done
