package io.boto4j.local.wire;

/** How signatures are verified. */
public enum SignatureMode {
  /** Not at all. */
  OFF,
  /** A problem is logged, and the request is answered all the same. */
  WARN,
  /** Those of access keys that IAM or STS has issued are; others are accepted as they are. */
  KNOWN_KEYS,
  /** As in AWS: a request without a signature, or with an unknown access key, is refused. */
  ENFORCE
}
