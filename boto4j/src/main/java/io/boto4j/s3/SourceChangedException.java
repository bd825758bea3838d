package io.boto4j.s3;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the source of a transfer, a file or an object, was changed while it was being read,
 * or since the transfer was paused. Nothing is left at the target of the transfer.
 */
public final class SourceChangedException extends TransferException {
  private static final long serialVersionUID = 1L;

  SourceChangedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
