package io.boto4j.internal.call;

import io.boto4j.internal.protocol.InputValues;
import io.boto4j.model.EndpointRules;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which parameters of the endpoint rules an operation sets, and from what: the model's constants,
 * members of the input, paths into it. Worked out once an operation; parameters that no rule looks
 * at are left out.
 */
final class EndpointParameters {
  private static final int CONSTANT = 1;
  private static final int MEMBER = 2;
  private static final int PATH = 3;

  private final EndpointRules rules;

  /** By parameter: 0 where the operation says nothing. */
  private final int[] kinds;

  private final @Nullable Object[] sources;

  private EndpointParameters(EndpointRules rules) {
    this.rules = rules;
    this.kinds = new int[rules.parameterCount()];
    this.sources = new Object[kinds.length];
  }

  static EndpointParameters of(EndpointRules rules, OperationModel operation) {
    EndpointParameters parameters = new EndpointParameters(rules);
    Map<String, Object> constants = operation.traits().map("staticContextParams");
    Map<String, Object> paths = operation.traits().map("operationContextParams");
    for (int i = 0; i < parameters.kinds.length; i++) {
      if (rules.isUsed(i)) {
        parameters.find(i, rules.parameterName(i), operation.input(), constants, paths);
      }
    }
    return parameters;
  }

  /** In boto3's order: what the model says outright, then members, then paths. */
  private void find(
      int parameter,
      String name,
      @Nullable StructureShape input,
      Map<String, Object> constants,
      Map<String, Object> paths) {
    Object constant = at(constants.get(name), "value");
    Object member = constant == null && input != null ? member(input, name) : null;
    Object path = constant == null && member == null ? at(paths.get(name), "path") : null;
    kinds[parameter] =
        constant != null ? CONSTANT : member != null ? MEMBER : path != null ? PATH : 0;
    sources[parameter] = constant != null ? constant : member != null ? member : path;
  }

  private static @Nullable String member(StructureShape input, String parameter) {
    for (int i = 0; i < input.size(); i++) {
      Member member = input.member(i);
      if (parameter.equals(member.traits().map("contextParam").get("name"))) {
        return member.name();
      }
    }
    return null;
  }

  private static @Nullable Object at(@Nullable Object trait, String key) {
    return trait instanceof Map<?, ?> map ? map.get(key) : null;
  }

  /** The values of a call, in the order of the rules' parameters. */
  @Nullable Object[] of(Map<String, ?> input) {
    @Nullable Object[] values = new Object[kinds.length];
    for (int i = 0; i < values.length; i++) {
      if (kinds[i] == CONSTANT) {
        values[i] = sources[i];
      } else if (kinds[i] == MEMBER) {
        values[i] = typed(i, input.get((String) sources[i]));
      } else if (kinds[i] == PATH) {
        values[i] = typed(i, InputPath.search(String.valueOf(sources[i]), input));
      }
    }
    return values;
  }

  private @Nullable Object typed(int parameter, @Nullable Object value) {
    if (value == null || value instanceof Boolean) {
      return value;
    }
    if (rules.parameterType(parameter) != EndpointRules.STRING_ARRAY) {
      return InputValues.text(value);
    }
    Collection<?> elements = InputValues.list(value);
    if (elements == null) {
      return null;
    }
    List<String> texts = new ArrayList<>(elements.size());
    for (Object each : elements) {
      String text = InputValues.text(each);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }
}
