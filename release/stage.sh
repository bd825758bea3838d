#!/usr/bin/env bash
# Builds the committed state (HEAD) in a clone, and deploys all artifacts to a folder, as a release would.
# A SNAPSHOT version is staged without its suffix. Nothing leaves this machine.
#   release/stage.sh FOLDER [option of mvn …]     for example -Dgpg.keyname=KEY
# CLONE=folder: where to build (default: a temporary folder, removed at the end).
# MAVEN_OPTS is passed on, for example -Dmaven.repo.local=….
set -euo pipefail
# The jars of sources, Javadoc and data have the permissions of the files they are made of.
umask 022
root=$(cd "$(dirname "$0")/.." && pwd)
target=${1:?usage: release/stage.sh FOLDER [option of mvn …]}
shift
mkdir -p "$target"
target=$(cd "$target" && pwd)
[[ -z $(ls -A "$target") ]] || { echo "Not empty: $target" >&2; exit 2; }
clone=${CLONE:-}
if [[ -z $clone ]]; then
  clone=$(mktemp -d)
  trap 'rm -rf "$clone"' EXIT
else
  rm -rf "$clone"
fi
git clone --quiet --no-hardlinks "$root" "$clone"
git -C "$clone" checkout --quiet --detach "$(git -C "$root" rev-parse HEAD)"
if [[ -n $(git -C "$root" status --porcelain --untracked-files=no) ]]; then
  echo "note: changes that are not committed are not staged" >&2
fi
cd "$clone"
version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' pom.xml | head -1)
if [[ $version == *-SNAPSHOT ]]; then
  release/set-version.sh "${version%-SNAPSHOT}"
fi
# Not -DskipTests, which would compile the tests: what is staged has passed "mvn verify" before.
mvn --batch-mode --no-transfer-progress --quiet -Prelease -Dmaven.test.skip=true -Dmaven.install.skip=true \
  -pl '!examples,!examples/dashboard,!benchmarks,!conformance' deploy "-DaltDeploymentRepository=staging::file://$target" "$@"
