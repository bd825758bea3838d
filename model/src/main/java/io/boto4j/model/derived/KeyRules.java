package io.boto4j.model.derived;

import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the members of requests that identify what a noun names. */
final class KeyRules {
  private final Api api;
  private final Set<String> claimed;

  KeyRules(Api api, Set<String> claimed) {
    this.api = api;
    this.claimed = claimed;
  }

  /** The members of the identity: what the operation requires, or else what a change requires. */
  Set<String> of(String noun, OperationModel operation) {
    Set<String> key = new LinkedHashSet<>(required(noun, operation));
    String own = own(noun, key);
    if (own != null && Words.upperCamel(own).endsWith("Name")) {
      Identities.complete(api, noun, operation, claimed, key);
    }
    return key;
  }

  private Set<String> required(String noun, OperationModel operation) {
    Set<String> key = api.required(operation);
    if (!key.isEmpty()) {
      return key;
    }
    key = changed(noun);
    if (key.isEmpty()) {
      key = Identities.optional(api, noun, operation);
    }
    StructureShape input = operation.input();
    return input != null && hasAll(input, key) ? key : Set.of();
  }

  /** The members that a deletion requires, or else a change. */
  Set<String> changed(String noun) {
    Set<String> key = deleted(noun);
    for (String verb : List.of("Update", "Modify", "Stop")) {
      OperationModel operation = api.find(verb + noun);
      if (key.isEmpty() && operation != null) {
        key = scalars(operation, each -> identifies(noun, each));
      }
    }
    return key;
  }

  private boolean identifies(String noun, String member) {
    return IdentifierNames.certainty(noun, member) > 0
        || DerivedExceptions.isRequired(api.service(), noun, member);
  }

  /** The members that a deletion requires, apart from guards and flags. */
  Set<String> deleted(String noun) {
    for (String verb : Requests.ENDS) {
      OperationModel operation = api.find(verb + noun);
      if (operation != null) {
        return scalars(operation, each -> !Requests.isAll(Set.of(each), List.of()));
      }
    }
    return Identities.deletedTogether(api, noun);
  }

  private Set<String> scalars(OperationModel operation, Predicate<String> condition) {
    Set<String> key = api.required(operation);
    key.removeIf(condition.negate());
    StructureShape input = operation.input();
    if (input == null) {
      return Set.of();
    }
    key.removeIf(each -> isFlag(input.member(each)));
    return areScalars(input, key) ? key : Set.of();
  }

  private static boolean isFlag(@Nullable Member member) {
    return member != null
        && (member.shape().type() == ShapeType.BOOLEAN
            || member.shape().type() == ShapeType.TIMESTAMP);
  }

  /** Returns the member that names the resource itself; null if none or several may do so. */
  @Nullable String own(String noun, Set<String> key) {
    String best = null;
    int certainty = 0;
    for (String each : key) {
      int of = IdentifierNames.certainty(noun, each);
      if (of > certainty) {
        best = each;
        certainty = of;
      } else if (of == certainty) {
        best = null;
      }
    }
    return certainty > 0 ? best : unclaimed(noun, key);
  }

  private @Nullable String unclaimed(String noun, Set<String> key) {
    List<String> unclaimed = new ArrayList<>(key);
    unclaimed.removeIf(each -> claimed.contains(each.toLowerCase(Locale.ROOT)));
    if (unclaimed.size() > 1) {
      unclaimed.removeIf(each -> IdentifierNames.isOfStart(noun, each));
    }
    return unclaimed.size() == 1 ? unclaimed.get(0) : null;
  }

  static boolean areScalars(StructureShape input, Set<String> members) {
    for (String each : members) {
      Member member = input.member(each);
      if (member != null && (!IdentifierNames.isScalar(member) || isCredential(each))) {
        return false;
      }
    }
    return true;
  }

  static boolean isCredential(String member) {
    String lower = member.toLowerCase(Locale.ROOT);
    return lower.endsWith("token") || lower.endsWith("bearer");
  }

  private static boolean hasAll(StructureShape input, Set<String> members) {
    for (String each : members) {
      if (input.member(each) == null) {
        return false;
      }
    }
    return true;
  }
}
