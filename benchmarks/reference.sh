#!/usr/bin/env bash
# Times the reference (docs/reference.md): the start of its jar, pages and the search in a browser, and the export. Needs
# chromium with chromedriver.
set -euo pipefail
cd "$(dirname "$0")/.."

usage='usage: benchmarks/reference.sh [--rounds N] [--rebuild]'
rebuild=false
rounds=9
while (($#)); do
  case "$1" in
    --rounds) rounds=${2:-}; shift ;;
    --rebuild) rebuild=true ;;
    --help | -h) echo "$usage"; exit ;;
    *) echo "$usage" >&2; exit 2 ;;
  esac
  shift
done
if ! [[ $rounds =~ ^[1-9][0-9]{0,5}$ ]]; then
  echo "$usage" >&2
  exit 2
fi
jar() {
  compgen -G 'reference/target/boto4j-reference-*-runnable.jar'
}
jar > /dev/null || rebuild=true
module=reference
source benchmarks/integration.sh
"$java" -cp "$class_path" io.boto4j.reference.browser.SiteTimes "$rounds" "$(jar)"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
start=$(date +%s%N)
"$java" -jar "$(jar)" export "$folder/site" 2> /dev/null
end=$(date +%s%N)
echo "Export: $(((end - start) / 1000000000)) s, $(find "$folder/site" -type f | wc -l) files, $(du -sm --apparent-size "$folder/site" | cut -f1) MB"
