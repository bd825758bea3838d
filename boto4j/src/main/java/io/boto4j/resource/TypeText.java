package io.boto4j.resource;

import io.boto4j.model.resource.ResourceCall;
import io.boto4j.model.resource.ResourceLink;
import io.boto4j.model.resource.ResourceType;
import io.boto4j.model.resource.SnakeCase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A description of a type for a terminal: what it has, which operations that calls, and why. */
final class TypeText {
  private final StringBuilder text = new StringBuilder();

  private TypeText() {}

  static String of(TypeModel model) {
    TypeText description = new TypeText();
    ResourceType type = model.type();
    description.text.append(model.label());
    if (type.isDerived()) {
      description.text.append(", derived: ").append(type.reason());
    }
    description.text.append('\n');
    description.names("identifiers", model.identifiers().names());
    ResourceCall load = type.load();
    if (load != null) {
      description.rows("load", List.of(load));
    }
    description.rows("actions", type.actions());
    description.rows("batch actions", type.batchActions());
    description.links("sub-resources and references", type.links());
    description.rows("collections", type.collections());
    description.rows("waiters", type.waiters());
    description.names("attributes", model.attributes().names());
    return description.text.toString();
  }

  private void names(String title, List<String> names) {
    if (!names.isEmpty()) {
      text.append("  ").append(title).append(": ").append(String.join(", ", names)).append('\n');
    }
  }

  private void rows(String title, List<ResourceCall> calls) {
    List<String[]> rows = new ArrayList<>();
    for (ResourceCall each : calls) {
      ResourceCall unnamed =
          new ResourceCall(
              each.operation(),
              each.operation(),
              each.parameters(),
              each.result(),
              each.path(),
              null);
      rows.add(row(SnakeCase.of(each.name()), unnamed.toString(), each.reason()));
    }
    table(title, rows);
  }

  private void links(String title, List<ResourceLink> links) {
    List<String[]> rows = new ArrayList<>();
    for (ResourceLink each : links) {
      String name = each.isReference() ? SnakeCase.of(each.name()) : each.name();
      rows.add(row(name, each.result().toString(), each.reason()));
    }
    table(title, rows);
  }

  private static String[] row(String name, String definition, @Nullable String reason) {
    return new String[] {name, definition, reason == null ? "" : "  because: " + reason};
  }

  private void table(String title, List<String[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    int width = 0;
    for (String[] row : rows) {
      width = Math.max(width, row[0].length());
    }
    text.append("  ").append(title).append('\n');
    for (String[] row : rows) {
      text.append("    ").append(row[0]).append(" ".repeat(width - row[0].length() + 2));
      text.append(row[1]).append(row[2]).append('\n');
    }
  }
}
