package io.boto4j.typed.check;

import com.sun.source.util.TreePath;
import io.boto4j.internal.value.LooseNames;
import io.boto4j.model.NearNames;
import io.boto4j.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the names that a program uses with resources. */
final class ResourceCheck {
  private static final Set<String> ATTRIBUTE_METHODS =
      Set.of(
          "bool",
          "get",
          "instant",
          "integer",
          "longInteger",
          "map",
          "real",
          "structures",
          "text",
          "texts");

  private final UnitCheck unit;

  ResourceCheck(UnitCheck unit) {
    this.unit = unit;
  }

  /** Checks a call on a resource whose type is known. */
  void check(Flow.Call call, Found<Resource> found) {
    String name = call.size() == 0 ? null : unit.constants().text(call.argument(0));
    if (name == null) {
      return;
    }
    Resource resource = found.value();
    switch (call.name()) {
      case "resource" -> subResource(call, found, name);
      case "collection" -> require(call, found, "collection", name, resource.collections());
      case "action", "run" -> require(call, found, "action", name, resource.actions());
      case "reference", "references" ->
          require(call, found, "reference", name, resource.referenceNames());
      case "waitUntil" -> require(call, found, "waiter", state(name), resource.waiters());
      default -> {
        if (ATTRIBUTE_METHODS.contains(call.name())) {
          require(call, found, "attribute", attribute(name), attributes(resource));
        }
      }
    }
  }

  /** The identifiers are checked too: the resource is created as it would be. */
  private void subResource(Flow.Call call, Found<Resource> found, String name) {
    if (unit.resources().find(call.path()) == null) {
      String problem = problem(found.value(), "sub-resource", name, found.value().subResources());
      if (problem != null) {
        unit.report(call.argument(0), found.sure(), problem);
      }
    }
  }

  private static String state(String name) {
    return name.startsWith("wait_until_") ? name.substring("wait_until_".length()) : name;
  }

  private static String attribute(String name) {
    return name.endsWith("_attribute")
        ? name.substring(0, name.length() - "_attribute".length())
        : name;
  }

  private static List<String> attributes(Resource resource) {
    List<String> names = new ArrayList<>(resource.attributes());
    names.addAll(resource.identifiers().keySet());
    return names;
  }

  private void require(
      Flow.Call call, Found<Resource> found, String kind, String name, List<String> known) {
    TreePath at = call.argument(0);
    String problem = problem(found.value(), kind, name, known);
    if (problem != null) {
      unit.report(at, found.sure(), problem);
    }
  }

  private static @Nullable String problem(
      Resource resource, String kind, String name, List<String> known) {
    String plain = LooseNames.plain(name);
    for (String each : known) {
      if (LooseNames.plain(each).equals(plain)) {
        return null;
      }
    }
    String hint = NearNames.hint(name, known);
    return resource.service()
        + "."
        + resource.type()
        + " has no "
        + kind
        + " \""
        + name
        + "\"."
        + (hint.isEmpty() && !known.isEmpty() ? " It has " + String.join(", ", known) + "." : hint);
  }
}
