#!/usr/bin/env bash
# Compiles and runs the two consumer projects with the artifacts of a staging, on every JDK found.
#   release/consumers.sh STAGING VERSION
# WORK=folder: where to build; it keeps a local repository with Maven's plugins, from which io.boto4j is removed at the start.
# JDKS="folder …": other JDKs than JAVA_HOME's and those of /usr/lib/jvm with version 17, 21 or 25.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
staging=$(cd "${1:?usage: release/consumers.sh STAGING VERSION}" && pwd)
version=${2:?usage: release/consumers.sh STAGING VERSION}
work=${WORK:-$here/target}
mkdir -p "$work"

version_of() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"; }

declare -A jdks
for jdk in ${JDKS:-${JAVA_HOME:-} /usr/lib/jvm/*}; do
  if [[ -x $jdk/bin/javac && -f $jdk/release ]]; then
    number=$(version_of "$jdk")
    case $number in
      17|21|25) jdks[$number]=${jdks[$number]:-$(realpath "$jdk")} ;;
      *) [[ -z ${JDKS:-} ]] || jdks[$number]=$(realpath "$jdk") ;;
    esac
  fi
done
[[ ${#jdks[@]} -gt 0 ]] || { echo "No JDK 17, 21 or 25 was found: set JDKS" >&2; exit 2; }

rm -rf "$work/consumers" "$work/repository/io/boto4j"
# Outside the build's folders, so that nothing of it can be found by accident.
cp -R "$here/consumers" "$work/consumers"

for number in $(printf '%s\n' "${!jdks[@]}" | sort -n); do
  export JAVA_HOME=${jdks[$number]}
  for project in module-path class-path; do
    (
      cd "$work/consumers/$project"
      mvn --batch-mode --no-transfer-progress --quiet "-Dmaven.repo.local=$work/repository" \
        "-Dstaging=file://$staging" "-Dboto4j.version=$version" clean package
    )
  done
  cd "$work/consumers/module-path/target"
  modules=lib:consumer-module-path-1.jar
  "$JAVA_HOME/bin/jar" --describe-module --file "lib/boto4j-$version.jar" > description
  grep -q '^exports io.boto4j$' description
  if grep -E '^exports io\.boto4j\.internal' description; then
    echo "An internal package is exported to all" >&2
    exit 1
  fi
  "$JAVA_HOME/bin/java" -p "$modules" -m consumer.modulepath/consumer.modulepath.Main
  "$JAVA_HOME/bin/jlink" --module-path "$modules" --add-modules consumer.modulepath --strip-debug --no-header-files \
    --no-man-pages --output image
  image/bin/java -m consumer.modulepath/consumer.modulepath.Main > image.log
  echo "  the same in an image of jlink: $(du -sm image | cut -f1) MB"
  cd "$work/consumers/class-path/target"
  "$JAVA_HOME/bin/java" -cp "consumer-class-path-1.jar:lib/*" consumer.classpath.Main
done
echo "JDKs: $(for number in $(printf '%s\n' "${!jdks[@]}" | sort -n); do printf '%s (%s) ' "$number" "${jdks[$number]}"; done)"
