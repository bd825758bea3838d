package io.boto4j.internal.endpoint;

import io.boto4j.model.rules.EndpointRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A resolver that finds the endpoints of a client's calls with its service's rule set.
 *
 * <p>Endpoints are cached by the parameters that change from call to call. Most services have none,
 * so their rules run once. Thread-safe.
 */
public final class EndpointResolver {
  /** The size of the cache, a power of two. An entry replaces another in the same place. */
  private static final int CACHE_SIZE = 64;

  /** The number of evaluations after which it pays to specialize the rules. */
  private static final int SPECIALIZE_AFTER = 100;

  private final @Nullable EndpointRules rules;
  private final Partitions partitions;
  private final @Nullable Object[] fixed;
  private final @Nullable String customUrl;
  private final @Nullable Endpoint custom;
  private final boolean wantsAccountId;
  private final boolean ssl;

  /**
   * Indexed by a hash of the values. Written without synchronization: entries are immutable, and a
   * missed one is computed again.
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types
  private final Map.@Nullable Entry<@Nullable Object[], ResolvedEndpoint>[] cache =
      new Map.Entry[CACHE_SIZE];

  /** Approximate: updated without synchronization. */
  private int runs;

  /** Null until the calls had many different endpoints. */
  private volatile @Nullable AssumedRules assumed;

  /** The properties read last, which are usually the same for all endpoints. */
  private volatile @Nullable Properties properties;

  /**
   * Creates the resolver of a client.
   *
   * @param rules the service's rules, or null if it has none and all calls have the same endpoint
   * @param partitions the partitions
   * @param builtIns the built-ins of the client's configuration
   * @param custom the custom endpoint, or null if there is none; required without rules
   */
  public EndpointResolver(
      @Nullable EndpointRules rules,
      Partitions partitions,
      BuiltIns builtIns,
      @Nullable Endpoint custom) {
    this.rules = rules;
    this.partitions = partitions;
    this.customUrl = builtIns.options().endpointUrl();
    this.custom = custom;
    this.ssl = builtIns.options().ssl();
    this.wantsAccountId =
        customUrl == null && !builtIns.options().accountIdEndpointMode().equals("disabled");
    this.fixed = new Object[rules == null ? 0 : rules.parameterCount()];
    for (int i = 0; rules != null && i < fixed.length; i++) {
      Object value = builtIns.context(rules.parameterName(i));
      String builtIn = rules.builtIn(i);
      fixed[i] = value == null && builtIn != null ? builtIns.value(builtIn) : value;
    }
  }

  /**
   * The service's rules.
   *
   * @return the rules, or null if there are none
   */
  public @Nullable EndpointRules rules() {
    return rules;
  }

  /**
   * Whether the account id can affect the endpoint.
   *
   * @return false if the configuration disables it or there is a custom endpoint
   */
  public boolean wantsAccountId() {
    return wantsAccountId;
  }

  /**
   * Finds the endpoint of a call.
   *
   * @param values the values that the call sets, in the order of the rules' parameters; null for
   *     those that the client sets
   * @return the endpoint
   * @throws io.boto4j.error.EndpointResolutionException if there is no valid endpoint
   */
  public ResolvedEndpoint resolve(@Nullable Object[] values) {
    int hash = Arrays.hashCode(values);
    int place = (hash ^ (hash >>> 16)) & (CACHE_SIZE - 1);
    Map.Entry<@Nullable Object[], ResolvedEndpoint> known = cache[place];
    if (known != null && Arrays.equals(known.getKey(), values)) {
      return known.getValue();
    }
    ResolvedEndpoint found =
        rules == null
            ? new ResolvedEndpoint(Objects.requireNonNull(custom))
            : find(rules, values, null);
    cache[place] = Map.entry(values, found);
    if (rules != null && ++runs == SPECIALIZE_AFTER) {
      specialize(rules);
    }
    return found;
  }

  private void specialize(EndpointRules rules) {
    boolean[] own = new boolean[fixed.length];
    for (int i = 0; i < own.length; i++) {
      String builtIn = rules.builtIn(i);
      own[i] = fixed[i] != null || (builtIn != null && !builtIn.equals(BuiltIns.ACCOUNT_ID));
    }
    assumed = RuleSpecializer.of(rules, partitions, fixed, own);
  }

  /**
   * The partitions of the client.
   *
   * @return those of its session at the time when the client was created
   */
  public Partitions partitions() {
    return partitions;
  }

  /**
   * Creates a recorder of the conditions of one resolution.
   *
   * @return a new trace, or null if there are no rules
   */
  public @Nullable RuleTrace trace() {
    return rules == null ? null : new RuleTrace(rules);
  }

  /**
   * Finds the endpoint of a call without the cache, and records the conditions that led to it.
   *
   * @param values the values, as for {@link #resolve(Object[])}
   * @param trace the trace from {@link #trace()}, which is filled even if the resolution fails
   * @return the endpoint
   * @throws io.boto4j.error.EndpointResolutionException if there is no valid endpoint
   */
  public ResolvedEndpoint resolve(@Nullable Object[] values, @Nullable RuleTrace trace) {
    return rules == null || trace == null ? resolve(values) : find(rules, values, trace);
  }

  /**
   * The custom endpoint.
   *
   * @return the endpoint, or null if the rules determine it
   */
  public @Nullable Endpoint custom() {
    return custom;
  }

  private ResolvedEndpoint find(
      EndpointRules rules, @Nullable Object[] values, @Nullable RuleTrace trace) {
    AssumedRules special = trace == null ? assumed : null;
    RuleResult result = special == null ? null : special.evaluate(partitions, values);
    if (result != null) {
      return resolved(result);
    }
    @Nullable Object[] parameters = fixed.clone();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        parameters[i] = values[i];
      }
    }
    return resolved(RuleEvaluator.evaluate(rules, partitions, parameters, trace));
  }

  private ResolvedEndpoint resolved(RuleResult result) {
    String url = result.url();
    if (!ssl && customUrl == null && url.startsWith("https://")) {
      url = "http://" + url.substring(8);
    }
    Endpoint endpoint = custom != null && url.equals(customUrl) ? custom : Endpoint.of(url);
    if (result.properties().isEmpty() && result.headers().isEmpty()) {
      return new ResolvedEndpoint(endpoint);
    }
    Properties read = properties;
    if (read == null || !read.isOf(result.properties())) {
      read = new Properties(result.properties());
      properties = read;
    }
    return new ResolvedEndpoint(endpoint, first(result.headers()), read.schemes, read.backend);
  }

  /** Returns the first value of each header, the one that boto3 sends. */
  private static Map<String, String> first(Map<String, List<String>> headers) {
    if (headers.isEmpty()) {
      return Map.of();
    }
    Map<String, String> first = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      if (!header.getValue().isEmpty()) {
        first.put(header.getKey(), header.getValue().get(0));
      }
    }
    return first;
  }

  /** The parsed properties of a rule, which never change. */
  private static final class Properties {
    final Map<?, ?> source;
    final List<AuthScheme> schemes;
    final @Nullable String backend;

    Properties(Map<?, ?> source) {
      this.source = source;
      this.schemes = authSchemes(source.get("authSchemes"));
      this.backend = source.get("backend") instanceof String name ? name : null;
    }

    @SuppressWarnings("ReferenceEquality") // a full comparison would cost more than parsing
    boolean isOf(Map<?, ?> properties) {
      return source == properties;
    }
  }

  private static List<AuthScheme> authSchemes(@Nullable Object property) {
    if (!(property instanceof List<?> list)) {
      return List.of();
    }
    List<AuthScheme> schemes = new ArrayList<>(list.size());
    for (Object each : list) {
      if (each instanceof Map<?, ?> scheme) {
        schemes.add(AuthScheme.of(scheme));
      }
    }
    return schemes;
  }
}
