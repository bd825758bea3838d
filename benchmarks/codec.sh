#!/usr/bin/env bash
# Compares the codecs with jackson-core, jackson-dataformat-cbor and aalto-xml in one run of JMH.
# The figures in docs/decisions are its output.  Usage: benchmarks/codec.sh [JMH ARGUMENT ...]
set -euo pipefail
cd "$(dirname "$0")/.."
[ -f benchmarks/target/classes/META-INF/BenchmarkList ] && [ -d benchmarks/target/lib/codec ] ||
  mvn -q -B -ntp -pl benchmarks -am package -DskipTests
[ $# -gt 0 ] || set -- -f 3 -wi 4 -i 5 -w 1 -r 1
# By default only the codecs: the comparisons of whole calls have their own commands.
[[ $1 != -* ]] || set -- 'benchmarks\.codec\.' "$@"
exec java -cp 'benchmarks/target/classes:benchmarks/target/lib/boto4j/*:benchmarks/target/lib/codec/*' \
  org.openjdk.jmh.Main -bm avgt -tu us -prof gc "$@"
