package io.boto4j.internal.customization;

import io.boto4j.error.ParamValidationException;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import java.util.List;
import java.util.Map;

/** A second name of a member, which reads better than the name in the model. */
final class MemberAlias {
  private MemberAlias() {}

  /**
   * Replaces the alias by the name of the member, if the operation has that member.
   *
   * @throws ParamValidationException if the user set both
   */
  static Map<String, ?> apply(
      OperationModel operation, Map<String, ?> input, String member, String alias) {
    StructureShape shape = operation.input();
    if (!input.containsKey(alias) || shape == null || shape.member(member) == null) {
      return input;
    }
    if (input.containsKey(member)) {
      throw new ParamValidationException(
          List.of(
              "Parameter '"
                  + member
                  + "' and its alias '"
                  + alias
                  + "' were provided for operation "
                  + operation.name()
                  + ".  Only one of them may be used."));
    }
    InputChanges changed = new InputChanges(input);
    Object value = changed.get(alias);
    changed.remove(alias);
    changed.put(member, value);
    return changed.map();
  }
}
