#!/usr/bin/env bash
# Counts lines, casts and null checks of the programs in io.boto4j.examples.boto3, of the same programs with
# interfaces and with generated types, and of their Python, as they are written and as google-java-format would
# write them. Needs a JDK; the formatter is downloaded once.
set -euo pipefail
caller=$PWD
cd "$(dirname "$0")/.."

usage='usage: examples/count.sh [FOLDER]...
  FOLDER  a folder of Java or Python files to count, instead of the programs of this module'

case "${1:-}" in
  --help | -h) echo "$usage"; exit ;;
  -*) echo "$usage" >&2; exit 2 ;;
esac

version=$(sed -n 's:.*<google.java.format.version>\(.*\)</.*:\1:p' pom.xml)
formatter=$PWD/examples/target/google-java-format-$version-all-deps.jar
if ! [[ -e $formatter ]]; then
  mvn -q -B -ntp -Dstyle.color=never -N dependency:copy -DoutputDirectory=examples/target \
    -Dartifact="com.google.googlejavaformat:google-java-format:$version:jar:all-deps"
fi
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
counts=$PWD/examples/src/test/java/io/boto4j/examples/boto3/SourceCounts.java
folders=("$@")
if ((${#folders[@]} == 0)); then
  caller=$PWD/examples/src/main
  folders=(java/io/boto4j/examples/{boto3,interfaces,generated} python)
fi
exports=()
for package in api code file parser tree util; do
  exports+=("--add-exports=jdk.compiler/com.sun.tools.javac.$package=ALL-UNNAMED")
done

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cd "$caller"
echo "as written"
"$java" "$counts" "${folders[@]}"
for folder in "${folders[@]}"; do
  mkdir -p "$copy/$folder"
  if compgen -G "$folder/*.java" >/dev/null; then
    cp "$folder"/*.java "$copy/$folder"
    "$java" "${exports[@]}" -jar "$formatter" --replace "$copy/$folder"/*.java
  fi
done
cd "$copy"
echo "in google-java-format $version"
"$java" "$counts" "${folders[@]/#\//}"
