package io.boto4j.internal.credentials;

/** The metadata service does not give what was asked for; says why, for the user. */
final class MetadataUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  MetadataUnavailable(String reason) {
    // No stack trace: it is caught and turned into a sentence.
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
