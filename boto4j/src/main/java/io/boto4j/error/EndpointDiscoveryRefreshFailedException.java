package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * An operation can only be called at an endpoint that is discovered, and none could be: boto3's
 * {@code EndpointDiscoveryRefreshFailed}.
 */
public final class EndpointDiscoveryRefreshFailedException extends EndpointResolutionException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception, with botocore's text.
   *
   * @param cause why the service could not be asked, or null if it named no endpoint
   */
  public EndpointDiscoveryRefreshFailedException(@Nullable Throwable cause) {
    super("Endpoint Discovery failed to refresh the required endpoints.", cause);
  }
}
