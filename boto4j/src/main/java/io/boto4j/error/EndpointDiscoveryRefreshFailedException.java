package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when an operation requires endpoint discovery and no endpoint could be discovered: boto3's
 * {@code EndpointDiscoveryRefreshFailed}.
 */
public final class EndpointDiscoveryRefreshFailedException extends EndpointResolutionException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with botocore's text.
   *
   * @param cause the failure of the discovery call, or null if its response named no endpoint
   */
  public EndpointDiscoveryRefreshFailedException(@Nullable Throwable cause) {
    super("Endpoint Discovery failed to refresh the required endpoints.", cause);
  }
}
