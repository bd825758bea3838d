package io.boto4j.internal.call;

import io.boto4j.internal.protocol.InputValues;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import io.boto4j.model.rules.EndpointRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the endpoint rules that an operation sets, and their sources: constants of the
 * model, members of the input, paths into the input. Computed once per operation; parameters that
 * no rule uses are left out.
 */
final class EndpointParameters {
  private static final int CONSTANT = 1;
  private static final int MEMBER = 2;
  private static final int PATH = 3;

  private final EndpointRules rules;

  /** The kind of source of each parameter; 0 if the operation does not set it. */
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

  /** Prefers constants to members, and members to paths, as boto3 does. */
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

  /** Returns the values of a call, in the order of the parameters. */
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
