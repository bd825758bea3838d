package io.boto4j.internal.client;

import io.boto4j.Interceptor;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.attempt.CallParts;
import io.boto4j.internal.endpoint.ClientRegion;
import io.boto4j.internal.endpoint.ClientUrl;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.hook.Customization;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a client.
 *
 * @param call the parts of its calls
 * @param endpoints the options of its endpoints
 * @param ownTransport the transport that is closed with the client, or null if it is shared
 * @param interceptors the interceptors, or null when there are none, the usual case: an empty list
 *     would load another class
 */
public record ClientParts(
    CallParts call,
    EndpointOptions endpoints,
    @Nullable HttpTransport ownTransport,
    @Nullable List<Interceptor> interceptors) {
  /**
   * Returns the general endpoint of a client without a custom one.
   *
   * @param facts the content of {@code endpoints.json}
   * @param partition the partition of the client's region
   * @return the URL
   * @throws io.boto4j.error.EndpointResolutionException if a FIPS or dual-stack endpoint is
   *     configured but does not exist
   */
  public URI endpointUrl(Map<String, Object> facts, String partition) {
    Customization customization = call.customization();
    ClientRegion region = call.region();
    URI special = customization == null ? null : customization.url(region, endpoints);
    boolean global = customization != null && customization.isGlobal(region.name(), endpoints);
    return special == null
        ? ClientUrl.of(facts, call.service(), region, partition, endpoints, global)
        : special;
  }

  /**
   * The parts of a client with one more interceptor, which shares this one's transport.
   *
   * @param interceptor sees calls after those that are there
   * @return the new parts
   */
  public ClientParts with(Interceptor interceptor) {
    List<Interceptor> more =
        interceptors == null ? new ArrayList<>() : new ArrayList<>(interceptors);
    more.add(interceptor);
    return new ClientParts(call, endpoints, null, List.copyOf(more));
  }
}
