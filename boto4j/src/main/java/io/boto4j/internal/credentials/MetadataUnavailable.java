package io.boto4j.internal.credentials;

/**
 * Thrown when the metadata service does not supply a value; the message is the reason, for the
 * user.
 */
final class MetadataUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  MetadataUnavailable(String reason) {
    // No stack trace: the exception is always caught, and only its message is used.
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
