package io.boto4j.conformance;

import io.boto4j.model.resource.Identifier;
import io.boto4j.model.resource.ResourceCall;
import io.boto4j.model.resource.ResourceLink;
import io.boto4j.model.resource.ResourceType;
import io.boto4j.model.resource.SnakeCase;
import io.boto4j.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the names that a type has in boto3 and boto4j. */
final class ResourceNames {
  private static final String RENAMED = "_attribute";

  private ResourceNames() {}

  /**
   * Compares names, without those that boto4j derives from the model of the service.
   *
   * @param theirs boto3's names by kind
   * @param ours a resource of the type
   * @param derived the types that are derived
   * @return the differences by kind; a kind without one has null
   */
  static Map<String, @Nullable String> differences(
      Map<?, ?> theirs, Resource ours, Set<String> derived) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    ResourceType type = ours.meta().resourceModel();
    List<String> identifiers = new ArrayList<>();
    for (Identifier each : type.identifiers()) {
      identifiers.add(SnakeCase.of(each.name()));
    }
    names.put("identifiers", identifiers);
    List<String> defined =
        type.actions().stream().map(ResourceCall::name).map(SnakeCase::of).toList();
    names.put("actions", without(defined, derivedCalls(type.actions())));
    names.put("batch actions", batchActions(type));
    List<String> links = new ArrayList<>(derived);
    for (ResourceLink each : type.links()) {
      if (each.reason() != null) {
        links.add(each.name());
        links.add(SnakeCase.of(each.name()));
      }
    }
    names.put("sub-resources", without(ours.subResources(), links));
    names.put("references", without(ours.referenceNames(), links));
    names.put("collections", without(ours.collections(), derivedCalls(type.collections())));
    List<String> waiters = without(ours.waiters(), derivedCalls(type.waiters()));
    names.put("waiters", waiters.stream().map(each -> "wait_until_" + each).toList());
    // boto3 has no attribute of the same name as an identifier.
    names.put(
        "attributes",
        ours.attributes().stream().filter(each -> !identifiers.contains(each)).toList());
    Map<String, @Nullable String> differences = new LinkedHashMap<>();
    names.forEach(
        (kind, own) -> {
          List<String> other = texts(theirs.get(kind));
          if (kind.equals("attributes")) {
            other.replaceAll(each -> plain(each, own));
          }
          boolean ordered = kind.equals("identifiers");
          boolean same =
              ordered ? other.equals(own) : new TreeSet<>(other).equals(new TreeSet<>(own));
          differences.put(kind, same ? null : "boto3 has " + other + ", boto4j " + own);
        });
    return differences;
  }

  /** Returns the name of an attribute without boto3's suffix, which boto4j does not need. */
  private static String plain(String name, List<String> own) {
    return name.endsWith(RENAMED) && !own.contains(name)
        ? name.substring(0, name.length() - RENAMED.length())
        : name;
  }

  private static List<String> batchActions(ResourceType type) {
    List<String> all =
        type.batchActions().stream().map(ResourceCall::name).map(SnakeCase::of).toList();
    return without(all, derivedCalls(type.batchActions()));
  }

  private static List<String> derivedCalls(List<ResourceCall> calls) {
    return calls.stream()
        .filter(each -> each.reason() != null)
        .map(each -> SnakeCase.of(each.name()))
        .toList();
  }

  private static List<String> without(List<String> names, List<String> others) {
    return names.stream().filter(each -> !others.contains(each)).toList();
  }

  /** Returns whether boto4j has a method that boto3's code adds to its definitions. */
  static boolean has(Resource resource, String name) {
    return name.equals("load") || name.equals("reload") || resource.actions().contains(name);
  }

  static List<String> texts(@Nullable Object list) {
    List<String> texts = new ArrayList<>();
    if (list instanceof List<?> elements) {
      elements.forEach(each -> texts.add(String.valueOf(each)));
    }
    return texts;
  }
}
