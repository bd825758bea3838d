package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * The body of the request could not be read, or was not as long as announced. The request was not
 * completed, so the server did not act on it.
 */
public final class RequestBodyException extends HttpClientException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param url scheme, host, port and path of the endpoint, without the query
   * @param why what was seen
   * @param cause the failure beneath, or null
   */
  public RequestBodyException(String url, String why, @Nullable Throwable cause) {
    super(
        "Could not send the request body to endpoint URL: \"" + url + "\": " + why,
        url,
        false,
        cause);
  }
}
