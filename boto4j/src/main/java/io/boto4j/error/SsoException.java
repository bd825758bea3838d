package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when IAM Identity Center yields no credentials or token: botocore's {@code SSOError}.
 *
 * <p>The message ends with the command to run, such as {@code aws sso login --profile dev}.
 */
public abstract sealed class SsoException extends Boto4jException
    permits SsoTokenLoadException, UnauthorizedSsoTokenException {
  private static final long serialVersionUID = 1L;

  SsoException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
