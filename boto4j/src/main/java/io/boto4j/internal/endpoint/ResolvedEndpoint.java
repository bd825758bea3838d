package io.boto4j.internal.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of one call, and its requirements.
 *
 * @param endpoint the scheme, host and path
 * @param headers the headers to send, by name
 * @param authSchemes the authentication schemes, the best first; empty if the client decides
 * @param backend the backend, such as {@code S3Express}, or null
 */
public record ResolvedEndpoint(
    Endpoint endpoint,
    Map<String, String> headers,
    List<AuthScheme> authSchemes,
    @Nullable String backend) {
  /**
   * Creates an endpoint without requirements.
   *
   * @param endpoint the scheme, host and path
   */
  public ResolvedEndpoint(Endpoint endpoint) {
    this(endpoint, Map.of(), List.of(), null);
  }

  /**
   * Returns this endpoint with auth schemes that sign for the region of the client.
   *
   * @return an endpoint whose auth schemes name no region
   */
  public ResolvedEndpoint withoutSigningRegion() {
    List<AuthScheme> schemes = new ArrayList<>(authSchemes.size());
    for (AuthScheme scheme : authSchemes) {
      schemes.add(scheme.withoutRegion());
    }
    return new ResolvedEndpoint(endpoint, headers, schemes, backend);
  }

  /**
   * Returns the same endpoint for a bucket, whose own credentials may have to sign the call.
   *
   * @param bucket the bucket, or null
   * @return an endpoint whose authentication schemes have the bucket as identity if they need one
   */
  public ResolvedEndpoint forBucket(@Nullable String bucket) {
    List<AuthScheme> schemes = new ArrayList<>(authSchemes.size());
    for (AuthScheme scheme : authSchemes) {
      schemes.add(scheme.of(bucket));
    }
    return new ResolvedEndpoint(endpoint, headers, schemes, backend);
  }
}
