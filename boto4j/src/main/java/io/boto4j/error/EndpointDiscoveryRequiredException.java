package io.boto4j.error;

/**
 * Thrown when an operation requires endpoint discovery and discovery is turned off: boto3's {@code
 * EndpointDiscoveryRequired}.
 */
public final class EndpointDiscoveryRequiredException extends EndpointResolutionException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with botocore's text. */
  public EndpointDiscoveryRequiredException() {
    super("Endpoint Discovery is not enabled but this operation requires it.", null);
  }
}
