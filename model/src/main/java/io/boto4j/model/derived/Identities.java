package io.boto4j.model.derived;

import io.boto4j.model.ListShape;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds identifiers in operations that take lists, or that require nothing. */
final class Identities {
  private Identities() {}

  /** Returns the identifier that a list of the input is named after, and elements have. */
  static Set<String> listed(Api api, StructureShape input, StructureShape element, String noun) {
    Set<String> found = new LinkedHashSet<>();
    for (Member each : element.members()) {
      if (IdentifierNames.isScalar(each)
          && IdentifierNames.certainty(noun, each.name()) > 0
          && Requests.list(input, each.name()) != null) {
        found.add(each.name());
      }
    }
    if (found.size() > 1) {
      found.retainAll(Set.of(deletable(api, noun)));
    }
    return found;
  }

  /**
   * Adds what a name needs to be unique: an optional member that the creation requires, or that
   * identifies another resource, and that the deletion takes too, such as the stack of a change
   * set.
   */
  static void complete(
      Api api, String noun, OperationModel operation, Set<String> claimed, Set<String> key) {
    OperationModel create = api.find("Create" + noun);
    OperationModel delete = api.find("Delete" + noun);
    StructureShape input = operation.input();
    if (create == null || delete == null || delete.input() == null || input == null) {
      return;
    }
    for (Member each : input.members()) {
      String name = each.name();
      if (each.shape().type() == ShapeType.STRING
          && delete.input().member(name) != null
          && create.input() != null
          && create.input().member(name) != null
          && IdentifierNames.certainty(noun, name) == 0
          && !DerivedExceptions.hasDefault(api.service(), name)
          && (api.required(create).contains(name)
              || claimed.contains(name.toLowerCase(Locale.ROOT)))) {
        key.add(name);
      }
    }
  }

  /** Returns the id that a deletion takes, even if it takes a name instead. */
  private static String deletable(Api api, String noun) {
    OperationModel delete = api.find("Delete" + noun);
    StructureShape input = delete == null ? null : delete.input();
    String found = input == null ? null : IdentifierNames.find(input, noun + "Id");
    return found == null ? "" : found;
  }

  /** Returns the parameter of an operation on several that takes one identifier. */
  static @Nullable String target(
      StructureShape input, StructureShape element, String noun, String own) {
    String list = Requests.list(input, IdentifierNames.qualified(noun, own));
    if (list == null) {
      list = Requests.list(input, own);
    }
    if (list == null && IdentifierNames.inData(element, noun, own) != null) {
      list = Requests.list(input, noun);
    }
    if (list != null) {
      return list + "[0]";
    }
    return IdentifierNames.inData(element, noun, own) == null
        ? null
        : IdentifierNames.find(input, own);
  }

  /** Returns the identifiers of {@code DeleteVpcEndpoints(VpcEndpointIds)}, own last. */
  static Set<String> deletedTogether(Api api, String noun) {
    for (String verb : Requests.ENDS) {
      for (OperationModel operation : api.plural(verb, noun)) {
        String list = onlyList(api, operation);
        for (String ending : List.of("Id", "Name", "Arn", "Identifier")) {
          if (list != null && Words.isPlural(list, noun + ending)) {
            Set<String> key = api.requiredScalars(operation);
            key.add(list.substring(0, list.length() - 1));
            return key;
          }
        }
      }
    }
    return Set.of();
  }

  private static @Nullable String onlyList(Api api, OperationModel operation) {
    StructureShape input = operation.input();
    List<String> lists = new ArrayList<>();
    for (String each : api.required(operation)) {
      Member member = input == null ? null : input.member(each);
      if (member != null && member.shape() instanceof ListShape) {
        lists.add(each);
      }
    }
    return lists.size() == 1 ? lists.get(0) : null;
  }

  /**
   * Returns an optional identifier on which an operation, the deletion and a listing agree: the id
   * rather than the name, the name rather than the ARN.
   */
  static Set<String> optional(Api api, String noun, OperationModel operation) {
    OperationModel delete = api.find("Delete" + noun);
    StructureShape input = operation.input();
    if (delete == null || input == null || delete.input() == null) {
      return Set.of();
    }
    for (String ending : List.of("Id", "Name", "Arn")) {
      String member = IdentifierNames.find(input, noun + ending);
      if (member != null
          && delete.input().member(member) != null
          && !Listing.of(api, noun, member).isEmpty()) {
        return new LinkedHashSet<>(Set.of(member));
      }
    }
    return Set.of();
  }
}
