package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the server sends nothing for the length of the read timeout, before or during its
 * response. botocore's {@code ReadTimeoutError}.
 */
public final class ReadTimeoutException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param url the URL of the endpoint, without the query
   * @param cause the underlying failure, or null
   */
  public ReadTimeoutException(String url, @Nullable Throwable cause) {
    super("Read timeout on endpoint URL: \"" + url + "\"", url, true, cause);
  }
}
