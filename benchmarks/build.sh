# Sourced by the commands of this folder: builds what is missing (everything if $rebuild is true), and finds java.
own_jar() {
  compgen -G 'benchmarks/target/boto4j-benchmarks-*.jar'
}
if "${rebuild:-false}" || ! own_jar >/dev/null || ! [[ -e benchmarks/target/dependencies.txt && -d benchmarks/target/lib/plots && -d benchmarks/target/lib/aws-sdk-transfer && -d benchmarks/target/lib/typed ]]; then
  mvn -q -B -ntp -pl benchmarks -am package -DskipTests
fi
java=java
if [[ -n ${JAVA_HOME:-} ]]; then
  java=$JAVA_HOME/bin/java
fi
