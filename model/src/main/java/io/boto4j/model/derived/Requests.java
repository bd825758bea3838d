package io.boto4j.model.derived;

import io.boto4j.model.ListShape;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How operations take the identifiers of a type. */
final class Requests {
  /** Verbs after which a resource is gone. */
  static final List<String> ENDS =
      List.of("Delete", "Deregister", "Terminate", "Revoke", "Release", "Cancel");

  /** Members that guard a change; they identify nothing. */
  private static final Set<String> GUARDS =
      Set.of(
          "ifmatch",
          "etag",
          "locktoken",
          "changetoken",
          "clienttoken",
          "revisionid",
          "clientrequesttoken",
          "idempotencytoken",
          "updatetoken",
          "reason");

  private Requests() {}

  /**
   * Returns the member of an operation's input with an own identifier.
   *
   * @param sameNoun whether the operation has the noun, so that a bare {@code Name} is its name
   */
  static @Nullable String member(
      OperationModel operation, String noun, String own, boolean sameNoun) {
    StructureShape input = operation.input();
    if (input == null) {
      return null;
    }
    String qualified = IdentifierNames.find(input, IdentifierNames.qualified(noun, own));
    if (qualified != null || !sameNoun) {
      return qualified;
    }
    String exact = IdentifierNames.find(input, own);
    if (exact != null || IdentifierNames.isEnding(own)) {
      return exact;
    }
    String ending = IdentifierNames.shortName(noun, own);
    return IdentifierNames.isEnding(ending) && !Words.same(own, noun)
        ? IdentifierNames.find(input, ending)
        : null;
  }

  /**
   * Returns the parameters that take the identifiers of a draft, own last; empty if one is missing.
   */
  static List<String> members(OperationModel operation, Draft draft, boolean sameNoun) {
    List<String> found = new ArrayList<>();
    StructureShape input = operation.input();
    for (String scope : draft.scope()) {
      String member = input == null ? null : IdentifierNames.find(input, scope);
      if (member == null) {
        return List.of();
      }
      found.add(member);
    }
    String own = draft.own();
    if (own != null) {
      String member = member(operation, draft.noun(), own, sameNoun);
      if (member == null || found.contains(member)) {
        return List.of();
      }
      found.add(member);
    }
    return found;
  }

  /** Tells whether some required members are those of the identifiers, apart from guards. */
  static boolean isAll(Set<String> required, List<String> members) {
    Set<String> more = new HashSet<>(required);
    more.removeAll(members);
    more.removeIf(each -> GUARDS.contains(each.toLowerCase(Locale.ROOT)));
    return more.isEmpty();
  }

  /** Returns the member that takes a list of texts named after a singular; null if none does. */
  static @Nullable String list(StructureShape input, String singular) {
    for (Member each : input.members()) {
      if (each.shape() instanceof ListShape list
          && list.element().shape().type() == ShapeType.STRING
          && Words.isPlural(each.name(), singular)) {
        return each.name();
      }
    }
    return null;
  }
}
