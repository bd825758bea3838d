package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * IAM Identity Center gives no credentials or token: botocore's {@code SSOError}.
 *
 * <p>The message ends with the command that mends it, as {@code aws sso login --profile dev}.
 */
public abstract sealed class SsoException extends Boto4jException
    permits SsoTokenLoadException, UnauthorizedSsoTokenException {
  private static final long serialVersionUID = 1L;

  SsoException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
