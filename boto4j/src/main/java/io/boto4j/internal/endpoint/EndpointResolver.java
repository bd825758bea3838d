package io.boto4j.internal.endpoint;

import io.boto4j.model.EndpointRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a client's calls go, by its service's rule set.
 *
 * <p>Answers are kept by what differs from call to call: for most services nothing does, and the
 * rules run once. Thread-safe.
 */
public final class EndpointResolver {
  /** botocore's. When it is reached, all are forgotten: that is rare, and running is cheap. */
  private static final int MOST_KEPT = 100;

  private final @Nullable EndpointRules rules;
  private final Partitions partitions;
  private final @Nullable Object[] fixed;
  private final @Nullable String customUrl;
  private final @Nullable Endpoint custom;
  private final boolean wantsAccountId;
  private final boolean ssl;
  private final ConcurrentHashMap<List<Object>, ResolvedEndpoint> kept = new ConcurrentHashMap<>(4);

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
    List<Object> key = Arrays.asList(values);
    ResolvedEndpoint known = kept.get(key);
    if (known != null) {
      return known;
    }
    ResolvedEndpoint found =
        rules == null
            ? new ResolvedEndpoint(Objects.requireNonNull(custom))
            : find(rules, values, null);
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    kept.put(key, found);
    return found;
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
    // boto3 sends the first value of each.
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> header : result.headers().entrySet()) {
      if (!header.getValue().isEmpty()) {
        headers.put(header.getKey(), header.getValue().get(0));
      }
    }
    return new ResolvedEndpoint(
        endpoint,
        headers,
        authSchemes(result.properties().get("authSchemes")),
        result.properties().get("backend") instanceof String backend ? backend : null);
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
