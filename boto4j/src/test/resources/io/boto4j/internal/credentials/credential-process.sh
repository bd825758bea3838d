# What a program of credential_process may do, well or badly. Its first argument says what.
keys='"Version": 1, "AccessKeyId": "AKID", "SecretAccessKey": "cAnArY-secret"'
echo 'cAnArY: said on the error output' >&2
case "$1" in
  keys) echo "{$keys}" ;;
  all) echo "{$keys, \"SessionToken\": \"cAnArY-token\", \"AccountId\": \"123456789012\"}" ;;
  json) shift; printf '%s' "$*" ;;
  # A line for each run, so that runs can be counted, and an expiry that the caller chooses.
  expiring) echo run >> "$2"; echo "{$keys, \"Expiration\": \"$3\"}" ;;
  fail) echo "{$keys}"; exit 3 ;;
  # The descendant says who it is, so that it can be looked for afterwards.
  hang) sleep 600 & echo $! > "$2"; wait ;;
  leave) sleep 600 & echo $! > "$2"; echo "{$keys}" ;;
  flood) while :; do echo cAnArY-0123456789012345678901234567890123456789; done ;;
  # Fails if anything can be read.
  stdin) if read -r line; then exit 4; fi; echo "{$keys}" ;;
  args) shift; echo "{$keys, \"AccountId\": \"$#-$(echo "$1" | wc -c | tr -d ' ')\"}" ;;
esac
