package io.boto4j.error;

/**
 * An operation can only be called at an endpoint that is discovered, and discovery is switched off:
 * boto3's {@code EndpointDiscoveryRequired}.
 */
public final class EndpointDiscoveryRequiredException extends EndpointResolutionException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception, with botocore's text. */
  public EndpointDiscoveryRequiredException() {
    super("Endpoint Discovery is not enabled but this operation requires it.", null);
  }
}
