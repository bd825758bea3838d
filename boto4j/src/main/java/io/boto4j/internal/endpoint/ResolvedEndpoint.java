package io.boto4j.internal.endpoint;

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
}
