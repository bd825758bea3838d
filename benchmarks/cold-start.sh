#!/usr/bin/env bash
# Cold start, measured: fresh processes that each make one DynamoDB GetItem against a server on the
# loopback, in turn. Needs a JDK 17, bash and, the first time, Maven; GNU time tells peak memory.
set -euo pipefail
cd "$(dirname "$0")/.."

usage='usage: benchmarks/cold-start.sh [--rounds N] [--jdk HOME]... [--markdown] [--rebuild]
  --rounds N   processes of each contestant (9)
  --jdk HOME   measure this JDK, instead of the JDK 17 and the JDK 25 found
  --markdown   print Markdown tables
  --rebuild    build again before measuring; without it only what is absent is built'

rebuild=false
options=()
while (($#)); do
  case "$1" in
    --rounds | --jdk)
      if (($# < 2)); then
        echo "$usage" >&2
        exit 2
      fi
      options+=("$1" "$2")
      shift 2
      ;;
    --markdown) options+=("$1"); shift ;;
    --rebuild) rebuild=true; shift ;;
    --help | -h) echo "$usage"; exit ;;
    *) echo "$usage" >&2; exit 2 ;;
  esac
done

built() {
  compgen -G 'benchmarks/target/boto4j-benchmarks-*.jar' >/dev/null &&
    compgen -G 'benchmarks/target/lib/boto4j/*.jar' >/dev/null &&
    compgen -G 'benchmarks/target/lib/aws-sdk/*.jar' >/dev/null
}
if "$rebuild" || ! built; then
  mvn -q -B -ntp -pl benchmarks -am package -DskipTests
fi

# exec: the servers live in this one process, which no Ctrl-C and no error can then outlive.
java=java
if [[ -n ${JAVA_HOME:-} ]]; then
  java=$JAVA_HOME/bin/java
fi
exec "$java" -cp "$(compgen -G 'benchmarks/target/boto4j-benchmarks-*.jar')" \
  io.boto4j.benchmarks.coldstart.ColdStart benchmarks ${options[@]+"${options[@]}"}
