package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the request body cannot be read or does not have the announced length. The request
 * was not completed, so the server did not act on it.
 */
public final class RequestBodyException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param url the URL of the endpoint, without the query
   * @param why the observed failure
   * @param cause the underlying failure, or null
   */
  public RequestBodyException(String url, String why, @Nullable Throwable cause) {
    super(
        "Could not send the request body to endpoint URL: \"" + url + "\": " + why,
        url,
        false,
        cause);
  }
}
