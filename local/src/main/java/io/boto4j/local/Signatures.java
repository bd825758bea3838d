package io.boto4j.local;

/** How {@link LocalAws} verifies the signatures of requests. */
public enum Signatures {
  /** Not at all: any access key, any secret, or none. */
  OFF,
  /** A problem is logged as a warning, and the request is answered all the same. */
  WARN,
  /**
   * Signatures of access keys that IAM or STS has issued must be right; all other access keys are
   * accepted with any secret. The default.
   */
  KNOWN_KEYS,
  /**
   * As in AWS: requests without a signature or with an unknown access key are refused. The sessions
   * of {@link LocalAws#session()} have a known one; {@link LocalAws.Builder#rootCredentials} adds
   * others.
   */
  ENFORCE
}
