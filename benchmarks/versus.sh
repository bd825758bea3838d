# Sourced by marshal.sh and endpoint-sign.sh, which set $benchmark: runs it with JMH, boto4j and AWS SDK 2.x.
format=text
if [[ ${1:-} == --markdown ]]; then
  format=markdown
  shift
fi
source benchmarks/build.sh
libraries='benchmarks/target/lib/boto4j/*:benchmarks/target/lib/aws-sdk/*:benchmarks/target/lib/aws-sdk-more/*:benchmarks/target/lib/codec/*'
exec "$java" -cp "$(own_jar):$libraries" io.boto4j.benchmarks.versus.Versus benchmarks "$benchmark" "$format" "$@"
