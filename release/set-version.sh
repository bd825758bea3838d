#!/usr/bin/env bash
# Sets the version everywhere: poms, User-Agent, pages. release/set-version.sh 0.1.0
# A second argument is the time that all entries of the jars get, such as 2026-12-01T00:00:00Z.
set -euo pipefail
cd "$(dirname "$0")/.."
new=${1:?usage: release/set-version.sh VERSION [TIMESTAMP]}
[[ $new =~ ^[0-9]+\.[0-9]+\.[0-9]+(-SNAPSHOT)?$ ]] || { echo "Not a version such as 0.1.0 or 0.2.0-SNAPSHOT: $new" >&2; exit 2; }
old=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' pom.xml | head -1)
old_pattern=${old//./\\.}
sed -i "s|<version>$old_pattern</version>|<version>$new</version>|" pom.xml */pom.xml integrations/*/pom.xml examples/*/pom.xml README.md docs/*.md
sed -i -E "s#(boto4j[a-z-]*[-:])$old_pattern#\1$new#g" README.md docs/*.md jbang-catalog.json examples/jbang/*.java
sed -i "s|String VERSION = \".*\";|String VERSION = \"${new%-SNAPSHOT}\";|" boto4j/src/main/java/io/boto4j/internal/client/UserAgent.java
if [[ $# -gt 1 ]]; then
  sed -i "s|<project.build.outputTimestamp>.*<|<project.build.outputTimestamp>$2<|" pom.xml
fi
echo "version: $old -> $new"
