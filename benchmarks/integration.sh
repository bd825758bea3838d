# Sourced by commands that run a class in the tests of an integration: builds $module if something is missing, or if
# $rebuild is true, and sets java and class_path.
if "${rebuild:-false}" || ! [[ -d $module/target/test-classes && -e $module/target/benchmark.classpath ]]; then
  # In one command, so that the modules are found without being installed.
  mvn -q -B -ntp -pl "$module" -am package dependency:build-classpath -DskipTests -Dmdep.outputFile=target/benchmark.classpath
fi
java=java
if [[ -n ${JAVA_HOME:-} ]]; then
  java=$JAVA_HOME/bin/java
fi
class_path=$module/target/classes:$module/target/test-classes:$(cat "$module/target/benchmark.classpath")
