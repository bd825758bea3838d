package io.boto4j.internal.customization;

import io.boto4j.error.EndpointDiscoveryRefreshFailedException;
import io.boto4j.error.EndpointDiscoveryRequiredException;
import io.boto4j.error.EndpointResolutionException;
import io.boto4j.error.HttpClientException;
import io.boto4j.error.InvalidConfigException;
import io.boto4j.error.ServiceException;
import io.boto4j.internal.endpoint.Endpoint;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.endpoint.Partitions;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.hook.CustomizationClient;
import io.boto4j.internal.text.Printable;
import io.boto4j.internal.time.ElapsedTime;
import io.boto4j.internal.time.SingleFlight;
import io.boto4j.model.OperationModel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the service for its endpoint, and keeps the endpoint as long as the service permits:
 * botocore's {@code EndpointDiscoveryManager}. No current model has endpoints per identifier, so
 * one endpoint serves all calls. Thread-safe.
 */
final class EndpointDiscovery implements Customization {
  private static final Duration BACK_OFF = Duration.ofSeconds(60);
  private static final String TRAIT = "endpointdiscovery";
  private static final int MISDIRECTED_REQUEST = 421;

  /** The longest period for which an endpoint is kept; services say up to a day. */
  private static final double MOST_MINUTES = Duration.ofDays(7).toMinutes();

  private final boolean enabled;
  private final boolean always;
  private final Partitions partitions;

  /** The service's label in its host names. */
  private final String label;

  /** Created on first use; guarded by this. */
  private @Nullable ElapsedTime elapsed;

  private final SingleFlight<Discovered> flight = new SingleFlight<>("endpoints");
  private volatile @Nullable Discovered discovered;

  /** The elapsed time until which a failed attempt is not repeated, or null. */
  private volatile @Nullable Long noSoonerThan;

  private EndpointDiscovery(boolean enabled, boolean always, Partitions partitions, String label) {
    this.enabled = enabled;
    this.always = always;
    this.partitions = partitions;
    this.label = label;
  }

  /**
   * An endpoint, and how long it is kept: a duration, so that setting the clock does not change it.
   */
  private record Discovered(Endpoint endpoint, long untilNanos) {}

  /**
   * Returns null for a client that neither discovers endpoints nor has to.
   *
   * @param label the service's label in its host names, such as {@code timestream}
   */
  static @Nullable Customization of(
      EndpointOptions endpoints,
      Partitions partitions,
      @Nullable String discovery,
      String label,
      boolean insists) {
    if (endpoints.endpointUrl() != null) {
      return null;
    }
    String mode = discovery == null ? "auto" : discovery.strip().toLowerCase(Locale.ROOT);
    return switch (mode) {
      case "auto" -> insists ? new EndpointDiscovery(true, false, partitions, label) : null;
      case "true" -> new EndpointDiscovery(true, true, partitions, label);
      case "false" -> insists ? new EndpointDiscovery(false, false, partitions, label) : null;
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
      OperationModel operation,
      Map<String, ?> input,
      ResolvedEndpoint resolved,
      CustomizationClient client) {
    if (!isDiscovered(operation)) {
      return resolved;
    }
    if (!enabled) {
      if (isRequired(operation)) {
        throw new EndpointDiscoveryRequiredException();
      }
      return resolved;
    }
    Endpoint endpoint = always || isRequired(operation) ? find(operation, resolved, client) : null;
    return endpoint == null
        ? resolved
        : new ResolvedEndpoint(
            endpoint, resolved.headers(), resolved.authSchemes(), resolved.backend());
  }

  /** Whether the endpoint of an operation is discovered: not for the operation that discovers. */
  private static boolean isDiscovered(OperationModel operation) {
    return operation.traits().get(TRAIT) != null;
  }

  private static boolean isRequired(OperationModel operation) {
    return Boolean.TRUE.equals(operation.traits().map(TRAIT).get("required"));
  }

  private @Nullable Endpoint find(
      OperationModel operation, ResolvedEndpoint resolved, CustomizationClient client) {
    Discovered known = discovered;
    if (known != null && !isOver(client, known.untilNanos)) {
      return known.endpoint;
    }
    Long pause = noSoonerThan;
    boolean failedLately = pause != null && !isOver(client, pause);
    boolean required = isRequired(operation);
    // An expired endpoint is better than none while no new one can be had.
    if (failedLately && (known != null || !required)) {
      return known == null ? null : known.endpoint;
    }
    try {
      return flight.get(() -> lasting(client), () -> discover(client, resolved.endpoint()))
          .endpoint;
    } catch (HttpClientException e) {
      return afterFailure(discovered, required, e);
    }
  }

  private @Nullable Discovered lasting(CustomizationClient client) {
    Discovered known = discovered;
    return known != null && !isOver(client, known.untilNanos) ? known : null;
  }

  private boolean isOver(CustomizationClient client, long nanos) {
    return nanos(client) - nanos >= 0;
  }

  private long nanos(CustomizationClient client) {
    ElapsedTime clock;
    synchronized (this) {
      clock = elapsed == null ? ElapsedTime.of(client.clock()) : elapsed;
      elapsed = clock;
    }
    return clock.nanos();
  }

  private Discovered discover(CustomizationClient client, Endpoint general) {
    try {
      Discovered found = ask(client, general);
      discovered = found;
      noSoonerThan = null;
      return found;
    } catch (HttpClientException e) {
      noSoonerThan = nanos(client) + BACK_OFF.toNanos();
      throw e;
    }
  }

  private static @Nullable Endpoint afterFailure(
      @Nullable Discovered known, boolean required, HttpClientException failure) {
    if (known == null && required) {
      throw new EndpointDiscoveryRefreshFailedException(failure);
    }
    return known == null ? null : known.endpoint;
  }

  private Discovered ask(CustomizationClient client, Endpoint general) {
    // Values of another kind are kept as they were sent: the typed accessors would throw.
    Object endpoints = client.call("DescribeEndpoints", Map.of()).get("Endpoints");
    if (!(endpoints instanceof List<?> list)
        || list.isEmpty()
        || !(list.get(0) instanceof Map<?, ?> first)
        || !(first.get("Address") instanceof String address)
        || !(first.get("CachePeriodInMinutes") instanceof Number minutes)) {
      throw new EndpointDiscoveryRefreshFailedException(null);
    }
    Endpoint endpoint = Endpoint.of(address.contains("://") ? address : "https://" + address);
    check(endpoint, general, client.region());
    // A number may be larger than a long, which longValue() would wrap.
    long period = (long) Math.max(0, Math.min(MOST_MINUTES, minutes.doubleValue()));
    return new Discovered(endpoint, nanos(client) + Duration.ofMinutes(period).toNanos());
  }

  /**
   * Checks that an endpoint belongs to the service and is as safe as the one that named it: signed
   * requests go there. Other names below the domain of AWS belong to anyone, such as buckets.
   */
  private void check(Endpoint endpoint, Endpoint general, String region) {
    boolean insecure = endpoint.scheme().equals("http") && general.scheme().equals("https");
    boolean bare = endpoint.path().length() <= 1 && endpoint.query() == null;
    String host = hostOnly(endpoint);
    String given = partitions.label(region, host);
    boolean own =
        given != null
            && (isVariant(given, label)
                || isVariant(given, String.valueOf(partitions.label(region, hostOnly(general)))));
    if (insecure || !bare || !own) {
      throw new EndpointResolutionException(
          "Invalid endpoint from DescribeEndpoints: "
              + Printable.of(endpoint.toString())
              + ": it must be an https URL of a host of this service in "
              + region
              + ", with the default port",
          null);
    }
  }

  /** Returns the host of an endpoint with the default port, or the authority, which is no host. */
  private static String hostOnly(Endpoint endpoint) {
    String authority = endpoint.authority();
    String port = endpoint.scheme().equals("http") ? ":80" : ":443";
    return authority.endsWith(port)
        ? authority.substring(0, authority.length() - port.length())
        : authority;
  }

  /** Whether two labels are the same, except that either may be that of a FIPS endpoint. */
  private static boolean isVariant(String given, String expected) {
    return plain(given).equalsIgnoreCase(plain(expected));
  }

  private static String plain(String ofHost) {
    String fips = "-fips";
    boolean ends = ofHost.regionMatches(true, ofHost.length() - fips.length(), fips, 0, 5);
    return ends ? ofHost.substring(0, ofHost.length() - fips.length()) : ofHost;
  }

  @Override
  public void forget() {
    discovered = null;
    noSoonerThan = null;
  }

  @Override
  public boolean mayReroute() {
    return enabled;
  }

  /** A service that moved to another endpoint reports it by the status or the code. */
  @Override
  public boolean reroutes(
      OperationModel operation,
      Map<String, ?> input,
      ServiceException refusal,
      CustomizationClient client) {
    boolean moved =
        refusal.statusCode() == MISDIRECTED_REQUEST || refusal.is("InvalidEndpointException");
    if (!moved || !isDiscovered(operation)) {
      return false;
    }
    discovered = null;
    return true;
  }
}
