#!/usr/bin/env bash
# Zips a staging for the upload to Maven Central: release/bundle.sh FOLDER BUNDLE.zip
# The metadata files of a repository are left out: Central writes its own.
set -euo pipefail
folder=${1:?usage: release/bundle.sh FOLDER BUNDLE.zip}
bundle=$(realpath "${2:?usage: release/bundle.sh FOLDER BUNDLE.zip}")
cd "$folder"
list=$(mktemp)
trap 'rm -f "$list"' EXIT
find . -type f ! -name 'maven-metadata*' | sed 's|^\./||' | sort > "$list"
unsigned=$(grep -E '\.(jar|pom|json)$' "$list" | while read -r file; do [[ -f $file.asc ]] || echo "$file"; done | wc -l)
jar --create --no-manifest --file "$bundle" "@$list"
echo "$bundle: $(wc -l < "$list") files, $(stat -c %s "$bundle") bytes; $unsigned files without a signature"
