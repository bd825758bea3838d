package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * The server said nothing for the length of the read timeout, before its answer or within it.
 * botocore's {@code ReadTimeoutError}.
 */
public final class ReadTimeoutException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param url scheme, host, port and path of the endpoint, without the query
   * @param cause the failure beneath, or null
   */
  public ReadTimeoutException(String url, @Nullable Throwable cause) {
    super("Read timeout on endpoint URL: \"" + url + "\"", url, true, cause);
  }
}
