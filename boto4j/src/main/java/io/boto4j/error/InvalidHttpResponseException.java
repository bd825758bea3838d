package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/** Thrown when a server's response is not HTTP/1, or its head is too large. */
public final class InvalidHttpResponseException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param url the URL of the endpoint, without the query
   * @param why what was received and what was expected
   * @param cause the underlying failure, or null
   */
  public InvalidHttpResponseException(String url, String why, @Nullable Throwable cause) {
    super("Invalid HTTP response from endpoint URL: \"" + url + "\": " + why, url, true, cause);
  }
}
