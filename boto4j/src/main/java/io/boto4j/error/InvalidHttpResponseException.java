package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/** The server answered with something that is not HTTP/1, or that is larger than a head may be. */
public final class InvalidHttpResponseException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param url scheme, host, port and path of the endpoint, without the query
   * @param why what was seen, and what should have been
   * @param cause the failure beneath, or null
   */
  public InvalidHttpResponseException(String url, String why, @Nullable Throwable cause) {
    super("Invalid HTTP response from endpoint URL: \"" + url + "\": " + why, url, true, cause);
  }
}
