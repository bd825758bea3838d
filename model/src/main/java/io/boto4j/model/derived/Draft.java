package io.boto4j.model.derived;

import io.boto4j.model.OperationModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type that a rule proposes.
 *
 * @param noun the noun of its operations
 * @param scope the members of requests that identify what it belongs to
 * @param own the member of requests that identifies it there; null if there is one of it
 * @param load the operation that returns one; null if it is only listed
 * @param targets the parameters of the load operation for the members
 * @param path the place of the data in the response of the load operation
 * @param shape the shape of the data; null if the data is the identifier alone
 */
record Draft(
    String noun,
    List<String> scope,
    @Nullable String own,
    @Nullable OperationModel load,
    Map<String, String> targets,
    @Nullable String path,
    @Nullable StructureShape shape) {
  Draft {
    scope = List.copyOf(scope);
    targets = Map.copyOf(targets);
  }

  /** Returns the own identifier under the name that other operations use. */
  @Nullable String qualified() {
    return own == null ? null : IdentifierNames.qualified(noun, own);
  }

  /** Returns the own member that the data has too; null if it has none. */
  @Nullable String inData(Api api) {
    return own == null || shape == null ? null : inData(api, shape, noun, own);
  }

  private static @Nullable String inData(Api api, StructureShape data, String noun, String own) {
    List<String> values = DerivedExceptions.values(api.service(), noun);
    if (values.isEmpty()) {
      return IdentifierNames.inData(data, noun, own);
    }
    String only = values.get(0);
    return values.size() > 1 || data.member(only) == null ? null : only;
  }

  /** Returns the member of the elements of a list with the own identifier; null if none has it. */
  static @Nullable String inElement(Api api, Shape element, String noun, String own) {
    if (!(element instanceof StructureShape structure)) {
      return null;
    }
    for (String value : DerivedExceptions.values(api.service(), noun)) {
      if (structure.member(value) != null) {
        return value;
      }
    }
    return DerivedExceptions.values(api.service(), noun).isEmpty()
        ? IdentifierNames.inData(structure, noun, own)
        : null;
  }

  /** Returns the name of the own identifier: what is left without the noun. */
  String shortName(Api api) {
    String member = String.valueOf(own);
    for (String value : DerivedExceptions.values(api.service(), noun)) {
      String named = IdentifierNames.shortName(noun, value);
      return Words.same(member, noun) ? named : IdentifierNames.shortName(noun, member);
    }
    String found = Words.same(member, noun) ? inData(api) : null;
    return IdentifierNames.shortName(noun, found == null ? member : found);
  }
}
