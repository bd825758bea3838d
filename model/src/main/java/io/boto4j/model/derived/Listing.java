package io.boto4j.model.derived;

import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation that lists the resources of a noun.
 *
 * @param operation the operation
 * @param path the path of the list in the response
 * @param element the shape of an element
 * @param own the path from the element to the own identifier; empty if the element is it
 */
record Listing(OperationModel operation, String path, Shape element, String own) {
  private static final List<String> VERBS = List.of("Describe", "List", "Get");
  private static final List<String> BETWEEN = List.of("By", "For", "In", "Of");

  /** Returns the listings of a draft. */
  static List<Listing> of(Api api, String noun, String own) {
    List<Listing> found = new ArrayList<>();
    for (String verb : VERBS) {
      for (OperationModel each : api.plural(verb, noun)) {
        if (!isSelection(api, each, noun)) {
          add(found, api, each, noun, own);
        }
      }
    }
    for (String ending : List.of("Names", "Ids", "Arns", "Summaries")) {
      OperationModel operation = api.find("List" + noun + ending);
      if (operation != null) {
        add(found, api, operation, noun, own);
      }
    }
    for (OperationModel each : api.operations()) {
      if (of(each.name(), noun) != null) {
        add(found, api, each, noun, own);
      }
    }
    return found;
  }

  /** Where a list operation exists, one that takes a list describes what is in that list. */
  private static boolean isSelection(Api api, OperationModel operation, String noun) {
    StructureShape input = operation.input();
    return !Api.verb(operation.name()).equals("List")
        && !api.plural("List", noun).isEmpty()
        && input != null
        && Requests.list(input, noun) != null;
  }

  /** Returns what follows {@code List…By}, and the like; null for another name. */
  static @Nullable String of(String operation, String noun) {
    for (String plural : Words.plurals(noun)) {
      for (String between : BETWEEN) {
        String start = "List" + plural + between;
        if (operation.startsWith(start) && operation.length() > start.length()) {
          return operation.substring(start.length());
        }
      }
    }
    return null;
  }

  private static void add(
      List<Listing> found, Api api, OperationModel operation, String noun, String own) {
    Map<String, Listing> each = new LinkedHashMap<>();
    Map<String, Shape> lists = api.lists(operation);
    if (lists.isEmpty()) {
      lists = wrapped(operation);
    }
    boolean single = lists.size() == 1;
    lists.forEach(
        (path, element) -> {
          String identifier =
              element.type() == ShapeType.STRING
                  ? inStrings(api, path, element, noun, own, single)
                  : Draft.inElement(api, element, noun, own);
          if (identifier != null) {
            each.put(path, new Listing(operation, path, element, identifier));
          }
        });
    each.values().stream()
        .filter(listing -> each.size() == 1 || listing.isNamed(noun, own))
        .limit(1)
        .forEach(found::add);
  }

  /** Identifiers are strings where the list is named after them, or after the noun. */
  private static @Nullable String inStrings(
      Api api, String path, Shape element, String noun, String own, boolean single) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    String identifier = IdentifierNames.qualified(noun, own);
    boolean qualified =
        Words.isPlural(name, identifier)
            || (single && (Words.isPlural(name, own) || Words.same(element.name(), identifier)));
    for (String value : DerivedExceptions.values(api.service(), noun)) {
      qualified |= Words.isPlural(name, value);
    }
    boolean named = single && Words.isPlural(name, noun) && !Words.upperCamel(own).endsWith("Arn");
    return qualified || named ? "" : null;
  }

  private boolean isNamed(String noun, String own) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    return Words.isPlural(name, noun)
        || Words.isPlural(name, IdentifierNames.qualified(noun, own))
        || Words.same(name, noun + "List");
  }

  /** CloudFront and a few others have the list in the only structure of the response. */
  private static Map<String, Shape> wrapped(OperationModel operation) {
    StructureShape output = operation.output();
    Map<String, Shape> lists = new LinkedHashMap<>();
    if (output != null
        && output.size() == 1
        && output.member(0).shape() instanceof StructureShape wrapper) {
      for (Member each : wrapper.members()) {
        Api.addList(lists, output, output.member(0).name() + "." + each.name());
      }
    }
    return lists;
  }

  /** Returns the expression for a member of the elements. */
  String expression(String member) {
    return path + "[]" + (member.isEmpty() ? "" : "." + member);
  }
}
