package io.boto4j.internal.endpoint;

import io.boto4j.model.EndpointRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a client's calls go, by its service's rule set.
 *
 * <p>Answers are kept by what differs from call to call: for most services nothing does, and the
 * rules run once. Thread-safe.
 */
public final class EndpointResolver {
  /** A power of two. Where two answers have the same place the later one stays. */
  private static final int MOST_KEPT = 64;

  /** How often the rules run as they are: from then on it pays to make them shorter. */
  private static final int FEW = 100;

  private final @Nullable EndpointRules rules;
  private final Partitions partitions;
  private final @Nullable Object[] fixed;
  private final @Nullable String customUrl;
  private final @Nullable Endpoint custom;
  private final boolean wantsAccountId;
  private final boolean ssl;

  /** By the hash of what was asked; threads may see each other's or not, as answers are final. */
  private final @Nullable Answer[] kept = new Answer[MOST_KEPT];

  /** Counted without care. */
  private int runs;

  /** Null until calls went to many places. */
  private volatile @Nullable AssumedRules assumed;

  /** What was read last of an endpoint's properties: mostly they are the same for each place. */
  private volatile @Nullable Properties properties;

  /**
   * Makes the resolver of a client.
   *
   * @param rules the service's rules, or null if it has none and all calls go to one place
   * @param partitions the partitions
   * @param builtIns what the client's configuration says
   * @param custom the endpoint the user gave, or without rules any; else null
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
   * The rules it follows.
   *
   * @return the rules, or null if there are none
   */
  public @Nullable EndpointRules rules() {
    return rules;
  }

  /**
   * Whether the account's id can make a difference.
   *
   * @return false if it is configured not to, or the user gave the endpoint
   */
  public boolean wantsAccountId() {
    return wantsAccountId;
  }

  /**
   * Finds where a call goes.
   *
   * @param values what the call sets of the rules' parameters, in their order; null for what it
   *     leaves to the client
   * @return the endpoint
   * @throws io.boto4j.error.EndpointResolutionException if there is none
   */
  public ResolvedEndpoint resolve(@Nullable Object[] values) {
    int hash = Arrays.hashCode(values);
    int place = (hash ^ (hash >>> 16)) & (MOST_KEPT - 1);
    Answer known = kept[place];
    if (known != null && known.hash == hash && Arrays.equals(known.values, values)) {
      return known.endpoint;
    }
    ResolvedEndpoint found =
        rules == null
            ? new ResolvedEndpoint(Objects.requireNonNull(custom))
            : find(rules, values, null);
    kept[place] = new Answer(values, hash, found);
    if (rules != null && ++runs == FEW) {
      specialize(rules);
    }
    return found;
  }

  private static final class Answer {
    final @Nullable Object[] values;
    final int hash;
    final ResolvedEndpoint endpoint;

    Answer(@Nullable Object[] values, int hash, ResolvedEndpoint endpoint) {
      this.values = values;
      this.hash = hash;
      this.endpoint = endpoint;
    }
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
   * What keeps the conditions of one resolution.
   *
   * @return a new one, or null if there are no rules
   */
  public @Nullable RuleTrace trace() {
    return rules == null ? null : new RuleTrace(rules);
  }

  /**
   * Finds where a call goes, anew, and what led there.
   *
   * @param values as {@link #resolve(Object[])}
   * @param trace from {@link #trace()}; filled, also if there is no endpoint
   * @return the endpoint
   * @throws io.boto4j.error.EndpointResolutionException if there is none
   */
  public ResolvedEndpoint resolve(@Nullable Object[] values, @Nullable RuleTrace trace) {
    return rules == null || trace == null ? resolve(values) : find(rules, values, trace);
  }

  /**
   * The endpoint that was given.
   *
   * @return the endpoint, or null if only the rules say where to go
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

  /** boto3 sends the first value of each. */
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

  /** What is made of the properties of a rule; they do not change. */
  private static final class Properties {
    final Map<?, ?> source;
    final List<AuthScheme> schemes;
    final @Nullable String backend;

    Properties(Map<?, ?> source) {
      this.source = source;
      this.schemes = authSchemes(source.get("authSchemes"));
      this.backend = source.get("backend") instanceof String name ? name : null;
    }

    @SuppressWarnings("ReferenceEquality") // whether it is equal would cost more than reading it
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
