package io.boto4j.internal.endpoint;

import io.boto4j.model.rules.EndpointRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of the conditions that endpoint rules evaluated, for explanations only; an ordinary call
 * has none. Used by one thread.
 */
public final class RuleTrace {
  private final List<Condition> conditions = new ArrayList<>();
  private final StringBuilder path = new StringBuilder();
  private final @Nullable String[] slots;
  private final EndpointRules rules;
  private @Nullable String rule;

  RuleTrace(EndpointRules rules) {
    this.rules = rules;
    this.slots = new String[rules.slotCount()];
    for (int i = 0; i < rules.parameterCount(); i++) {
      slots[i] = rules.parameterName(i);
    }
  }

  /**
   * A condition that was evaluated.
   *
   * @param rule the number of its rule, such as {@code 2.3.1}; in a decision diagram its own number
   * @param text the function and its arguments
   * @param holds whether the condition holds
   */
  public record Condition(String rule, String text, boolean holds) {}

  /**
   * The conditions that were evaluated.
   *
   * @return the conditions, in order
   */
  public List<Condition> conditions() {
    return conditions;
  }

  /**
   * The rule that returned the endpoint or the error.
   *
   * @return its number, such as {@code 2.3.1}, or of a decision diagram {@code result 6}; null if
   *     no rule matches
   */
  public @Nullable String rule() {
    return rule;
  }

  void enter(int number) {
    path.append(path.length() == 0 ? "" : ".").append(number);
  }

  /** Moves to a place in a decision diagram, in which nothing is nested. */
  void moveTo(String place) {
    path.setLength(0);
    path.append(place);
  }

  void leave() {
    path.setLength(Math.max(0, path.lastIndexOf(".")));
  }

  void condition(RuleEvaluator evaluator, int position, int slot, @Nullable Object value) {
    RuleText text = new RuleText(evaluator, rules, slots);
    String shown = text.at(position, /* values= */ true);
    if (value instanceof String) {
      shown += " = " + RuleText.shown(value);
    }
    conditions.add(
        new Condition(path.toString(), shown, value != null && !Boolean.FALSE.equals(value)));
    if (slot >= 0) {
      slots[slot] = text.at(position, /* values= */ false);
    }
  }

  void reached() {
    rule = path.toString();
  }
}
