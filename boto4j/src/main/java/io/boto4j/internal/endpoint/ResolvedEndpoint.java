package io.boto4j.internal.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one call goes, and what the endpoint asks of it.
 *
 * @param endpoint scheme, host and path
 * @param headers what to send along, by name
 * @param authSchemes how to sign, the best first; empty where the rules leave it to the client
 * @param backend as {@code S3Express}, or null
 */
public record ResolvedEndpoint(
    Endpoint endpoint,
    Map<String, String> headers,
    List<AuthScheme> authSchemes,
    @Nullable String backend) {
  /**
   * An endpoint that asks for nothing.
   *
   * @param endpoint scheme, host and path
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
   * The same for a bucket, in whose name a call may have to be signed.
   *
   * @param bucket the bucket, or null
   * @return an endpoint whose auth schemes know the bucket where they need it
   */
  public ResolvedEndpoint forBucket(@Nullable String bucket) {
    List<AuthScheme> schemes = new ArrayList<>(authSchemes.size());
    for (AuthScheme scheme : authSchemes) {
      schemes.add(scheme.of(bucket));
    }
    return new ResolvedEndpoint(endpoint, headers, schemes, backend);
  }
}
