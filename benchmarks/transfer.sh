#!/usr/bin/env bash
# Measures transfers to and from S3: a large file, many small files, a copy; against other SDKs and tools.
set -euo pipefail
cd "$(dirname "$0")/.."

usage='usage: benchmarks/transfer.sh [--rounds N] [--size MIB] [--files N] [--only TEXT] [--scenario TEXT]
                              [--folder FOLDER] [--markdown] [--install] [--rebuild]
  --rounds N       runs of each contestant (3)
  --size MIB       size of the large file (1024); five times that is copied
  --files N        number of small files, of 4 KiB each (10000)
  --only TEXT      only contestants whose name contains this, or one of these, with commas
  --scenario TEXT  only scenarios whose name contains this, or one of these, with commas:
                   up, down, up-tls, down-tls, files-up, files-down, sync-unchanged, sync-changed, copy
  --folder FOLDER  where the files are written (/dev/shm, in memory, if there is one)
  --markdown       print Markdown tables
  --install        first install rclone and s3cmd with apt-get, which needs its rights
  --rebuild        build again before measuring; without it only what is missing is built'

rebuild=false
options=()
while (($#)); do
  case "$1" in
    --rounds | --size | --files | --only | --scenario | --folder)
      if (($# < 2)); then
        echo "$usage" >&2
        exit 2
      fi
      options+=("$1" "$2")
      shift 2
      ;;
    --markdown) options+=("$1"); shift ;;
    --install) apt-get install -y rclone s3cmd >&2; shift ;;
    --rebuild) rebuild=true; shift ;;
    --help | -h) echo "$usage"; exit ;;
    *) echo "$usage" >&2; exit 2 ;;
  esac
done

source benchmarks/build.sh
exec "$java" -cp "$(own_jar):benchmarks/target/lib/boto4j/*" io.boto4j.benchmarks.transfer.Transfers benchmarks ${options[@]+"${options[@]}"}
