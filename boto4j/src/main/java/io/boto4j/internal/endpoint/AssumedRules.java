package io.boto4j.internal.endpoint;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.model.EndpointRules;
import org.jspecify.annotations.Nullable;

/**
 * Rules in which most of a client's parameters are put in already, by {@link RuleSpecializer}: for
 * clients that ask for ever other places, as for ever other buckets. Immutable and thread-safe.
 */
final class AssumedRules {
  private final EndpointRules rules;
  private final @Nullable Object[] parameters;
  private final boolean[] assumed;
  private final @Nullable Object[] slots;

  /**
   * Makes rules.
   *
   * @param parameters the values in the order of the rules' parameters
   * @param assumed which of them are put in
   * @param slots the variables that are known
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
   * @param given what the call sets of the rules' parameters, in their order
   * @return what the whole rules say too, or null: then they are to be asked, be it for their error
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
