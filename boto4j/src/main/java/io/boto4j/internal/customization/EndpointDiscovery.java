package io.boto4j.internal.customization;

import io.boto4j.Structure;
import io.boto4j.error.EndpointDiscoveryRefreshFailedException;
import io.boto4j.error.EndpointDiscoveryRequiredException;
import io.boto4j.error.HttpClientException;
import io.boto4j.error.InvalidConfigException;
import io.boto4j.error.ServiceException;
import io.boto4j.internal.call.CallRoad;
import io.boto4j.internal.call.Customization;
import io.boto4j.internal.endpoint.Endpoint;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.OperationModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Asks the service where to call it, and remembers the answer for as long as it says: botocore's
 * {@code EndpointDiscoveryManager}. No model of today names identifiers that an endpoint would be
 * good for, so there is one for all calls. Thread-safe.
 */
final class EndpointDiscovery implements Customization {
  private static final Duration BACK_OFF = Duration.ofSeconds(60);
  private static final String TRAIT = "endpointdiscovery";
  private static final int MISDIRECTED_REQUEST = 421;

  private final boolean enabled;
  private final boolean always;
  private final ReentrantLock refreshing = new ReentrantLock();
  private volatile @Nullable Discovered discovered;
  private volatile Instant noSoonerThan = Instant.MIN;

  private EndpointDiscovery(boolean enabled, boolean always) {
    this.enabled = enabled;
    this.always = always;
  }

  private record Discovered(Endpoint endpoint, Instant expiration) {
    boolean lasts(CallRoad road) {
      return road.clock().instant().isBefore(expiration);
    }
  }

  /** Null for a client that discovers nothing, and need not. */
  static @Nullable Customization of(ClientFacts client, boolean insists) {
    if (client.endpoints().endpointUrl() != null) {
      return null;
    }
    String given = client.discovery();
    String mode = given == null ? "auto" : given.strip().toLowerCase(Locale.ROOT);
    return switch (mode) {
      case "auto" -> insists ? new EndpointDiscovery(true, false) : null;
      case "true" -> new EndpointDiscovery(true, true);
      case "false" -> insists ? new EndpointDiscovery(false, false) : null;
      default ->
          throw new InvalidConfigException(
              "Unsupported configuration value for endpoint_discovery_enabled. Expected one of"
                  + " (\"true\", \"false\", \"auto\") but got "
                  + Printable.of(mode)
                  + ".");
    };
  }

  @Override
  public ResolvedEndpoint endpoint(
      OperationModel operation, Map<String, ?> input, ResolvedEndpoint resolved, CallRoad road) {
    if (!isDiscovered(operation)) {
      return resolved;
    }
    if (!enabled) {
      if (isRequired(operation)) {
        throw new EndpointDiscoveryRequiredException();
      }
      return resolved;
    }
    Endpoint endpoint = always || isRequired(operation) ? find(operation, road) : null;
    return endpoint == null
        ? resolved
        : new ResolvedEndpoint(
            endpoint, resolved.headers(), resolved.authSchemes(), resolved.backend());
  }

  /** The operation that discovers is none of them. */
  private static boolean isDiscovered(OperationModel operation) {
    return operation.traits().get(TRAIT) != null;
  }

  private static boolean isRequired(OperationModel operation) {
    return Boolean.TRUE.equals(operation.traits().map(TRAIT).get("required"));
  }

  private @Nullable Endpoint find(OperationModel operation, CallRoad road) {
    Discovered known = discovered;
    if (known != null && known.lasts(road)) {
      return known.endpoint;
    }
    boolean failedLately = road.clock().instant().isBefore(noSoonerThan);
    boolean required = isRequired(operation);
    // What has run out is better than nothing, as long as nothing better can be had.
    if (failedLately && (known != null || !required)) {
      return known == null ? null : known.endpoint;
    }
    refreshing.lock();
    try {
      known = discovered;
      if (known != null && known.lasts(road)) {
        return known.endpoint;
      }
      known = ask(road);
      discovered = known;
      noSoonerThan = Instant.MIN;
      return known.endpoint;
    } catch (HttpClientException e) {
      noSoonerThan = road.clock().instant().plus(BACK_OFF);
      if (known == null && required) {
        throw new EndpointDiscoveryRefreshFailedException(e);
      }
      return known == null ? null : known.endpoint;
    } finally {
      refreshing.unlock();
    }
  }

  private static Discovered ask(CallRoad road) {
    List<Structure> endpoints = road.call("DescribeEndpoints", Map.of()).structures("Endpoints");
    Structure first = endpoints == null || endpoints.isEmpty() ? null : endpoints.get(0);
    String address = first == null ? null : first.text("Address");
    Number minutes = first == null ? null : first.number("CachePeriodInMinutes");
    if (address == null || minutes == null) {
      throw new EndpointDiscoveryRefreshFailedException(null);
    }
    boolean isUrl = address.startsWith("https://") || address.startsWith("http://");
    return new Discovered(
        Endpoint.of(isUrl ? address : "https://" + address),
        road.clock().instant().plus(Duration.ofMinutes(minutes.longValue())));
  }

  @Override
  public boolean mayReroute() {
    return enabled;
  }

  /** A service that moves away says so with either. */
  @Override
  public boolean reroutes(
      OperationModel operation, Map<String, ?> input, ServiceException refusal, CallRoad road) {
    boolean moved =
        refusal.statusCode() == MISDIRECTED_REQUEST || refusal.is("InvalidEndpointException");
    if (!moved || !isDiscovered(operation)) {
      return false;
    }
    discovered = null;
    return true;
  }
}
