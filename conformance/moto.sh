#!/usr/bin/env bash
# Runs moto's own tests against boto4j-local on a port, and prints the counts. Needs python3 with pytest, boto3 and moto.
set -euo pipefail
usage='usage: conformance/moto.sh CHECKOUT SERVICE...
  CHECKOUT  a checkout of moto, of the version that python3 has; its folder tests/ is read
  SERVICE   the name of a folder there, without test_: dynamodb, sqs ...
The log of each service is conformance/target/moto-SERVICE.log.'
if (($# < 2)) || [[ $1 == --help || $1 == -h ]]; then
  echo "$usage"
  exit $(($# < 2 ? 2 : 0))
fi
checkout=$(cd "$1" && pwd)
shift
cd "$(dirname "$0")/.."
runnable() {
  compgen -G 'local/target/boto4j-local-*-runnable.jar'
}
if ! runnable >/dev/null; then
  mvn -q -B -ntp -pl local -am package -DskipTests
fi
mkdir -p conformance/target
port=5000
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -jar "$(runnable)" --port $port --state-delay 0 >conformance/target/moto-server.log 2>&1 &
server=$!
trap 'kill $server' EXIT
until curl -s -o conformance/target/moto-ready -X POST "http://127.0.0.1:$port/_boto4j/reset"; do
  kill -0 $server
  sleep 0.2
done
plugin=$PWD/conformance/src/test/python
logs=$PWD/conformance/target
cd "$checkout"
for service in "$@"; do
  log=$logs/moto-$service.log
  TEST_SERVER_MODE=true TEST_SERVER_MODE_ENDPOINT=http://localhost:$port PYTHONPATH=$plugin:$checkout \
    AWS_ACCESS_KEY_ID=testing AWS_SECRET_ACCESS_KEY=testing AWS_DEFAULT_REGION=us-east-1 \
    python3 -m pytest -p no:cacheprovider -p moto_plugin -q --tb=short -rfE "tests/test_$service" >"$log" 2>&1 || true
  echo "$service: $(tail -1 "$log")"
done
