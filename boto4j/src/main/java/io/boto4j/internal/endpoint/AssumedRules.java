package io.boto4j.internal.endpoint;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.model.rules.EndpointRules;
import org.jspecify.annotations.Nullable;

/**
 * Rules in which {@link RuleSpecializer} has substituted most of a client's parameters, for clients
 * whose endpoint keeps changing, such as with many buckets. Immutable and thread-safe.
 */
final class AssumedRules {
  private final EndpointRules rules;
  private final @Nullable Object[] parameters;
  private final boolean[] assumed;
  private final @Nullable Object[] slots;

  /**
   * Creates rules.
   *
   * @param parameters the values, in the order of the rules' parameters
   * @param assumed the parameters that are substituted
   * @param slots the known variables
   */
  AssumedRules(
      EndpointRules rules,
      @Nullable Object[] parameters,
      boolean[] assumed,
      @Nullable Object[] slots) {
    this.rules = rules;
    this.parameters = parameters;
    this.assumed = assumed;
    this.slots = slots;
  }

  /**
   * Finds the endpoint.
   *
   * @param given the values that the call sets, in the order of the rules' parameters
   * @return the result, equal to that of the complete rules, or null if those must be evaluated,
   *     even if only for their error
   */
  @Nullable RuleResult evaluate(Partitions partitions, @Nullable Object[] given) {
    @Nullable Object[] own = slots.clone();
    RuleEvaluator evaluator = new RuleEvaluator(rules, partitions, own, null);
    try {
      for (int i = 0; i < assumed.length; i++) {
        Object value = i < given.length ? given[i] : null;
        if (!assumed[i]) {
          own[i] = evaluator.checked(i, value == null ? parameters[i] : value);
        } else if (value != null && !value.equals(parameters[i])) {
          return null;
        }
      }
      return evaluator.run();
    } catch (EndpointResolutionException e) {
      return null;
    }
  }
}
