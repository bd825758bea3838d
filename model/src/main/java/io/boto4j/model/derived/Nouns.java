package io.boto4j.model.derived;

import io.boto4j.model.ListShape;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the nouns of a service: what its operations create, describe, change and delete. */
final class Nouns {
  private static final Set<String> NOT_NOUNS = Set.of("List", "Search", "Batch", "Tag", "Untag");

  /** Words after which a noun names a relation or a part of a state, not a resource. */
  private static final List<String> BETWEEN =
      List.of("For", "From", "By", "With", "To", "In", "Of", "On", "And");

  private static final List<String> ENDS =
      List.of("Attribute", "Attributes", "Status", "State", "Tags");

  private Nouns() {}

  /** Tells whether a noun has a preposition, as {@code DBInstanceFromDBSnapshot} has. */
  static boolean isRelation(String noun) {
    for (String each : BETWEEN) {
      if (Words.position(noun, each) > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNoResource(String noun) {
    if (isRelation(noun)) {
      return true;
    }
    for (String each : ENDS) {
      if (noun.endsWith(each)) {
        return true;
      }
    }
    return false;
  }

  static Set<String> of(Api api) {
    Set<String> nouns = new TreeSet<>();
    for (OperationModel each : api.operations()) {
      String noun = Api.noun(each.name());
      if (!noun.isEmpty() && !NOT_NOUNS.contains(Api.verb(each.name()))) {
        nouns.add(noun);
        addSingulars(nouns, each, noun);
      }
    }
    Set<String> plurals = new TreeSet<>();
    nouns.forEach(each -> plurals.addAll(Words.plurals(each)));
    nouns.removeAll(plurals);
    nouns.removeIf(Nouns::isNoResource);
    return nouns;
  }

  /** {@code DeleteFlowLogs(FlowLogIds)} has the singular in the name of its list. */
  private static void addSingulars(Set<String> nouns, OperationModel operation, String plural) {
    StructureShape input = operation.input();
    if (input == null) {
      return;
    }
    for (Member each : input.members()) {
      for (String ending : List.of("Ids", "Names", "Arns", "Identifiers")) {
        String list = Words.upperCamel(each.name());
        if (each.shape() instanceof ListShape && list.endsWith(ending)) {
          String singular = list.substring(0, list.length() - ending.length());
          if (!singular.isEmpty() && Words.plurals(singular).contains(plural)) {
            nouns.add(singular);
          }
        }
      }
    }
  }
}
