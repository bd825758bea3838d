package io.boto4j.s3;

import io.boto4j.error.Boto4jException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a transfer fails for a reason other than an error of S3 or of the network, which keep
 * their own exceptions, such as {@link io.boto4j.error.ServiceException}.
 */
public class TransferException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  TransferException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
