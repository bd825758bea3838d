package io.boto4j.conformance;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks an output against its model: required members, and values of enums. */
final class OutputFit {
  private final List<String> problems = new ArrayList<>();

  private OutputFit() {}

  /** Returns what does not fit; empty if all does. */
  static List<String> problems(@Nullable StructureShape shape, Map<String, Object> output) {
    OutputFit fit = new OutputFit();
    if (shape != null) {
      fit.value(shape, output, "");
    }
    return fit.problems;
  }

  private void value(Shape shape, Object value, String path) {
    if (shape instanceof StructureShape structure && value instanceof Map<?, ?> map) {
      members(structure, map, path);
    } else if (shape instanceof ListShape list && value instanceof List<?> elements) {
      for (Object each : elements) {
        value(list.element().shape(), each, path + "[]");
      }
    } else if (shape instanceof MapShape map && value instanceof Map<?, ?> entries) {
      entries.forEach((key, each) -> value(map.value().shape(), each, path + "." + key));
    } else if (value instanceof String text
        && shape.traits().get("enum") instanceof List<?> values
        && !values.contains(text)) {
      problems.add(path + " is " + text + ", not one of " + values);
    }
  }

  private void members(StructureShape structure, Map<?, ?> map, String path) {
    for (int i = 0; i < structure.requiredCount(); i++) {
      Member member = structure.member(structure.requiredIndex(i));
      boolean isContainer =
          member.shape() instanceof ListShape || member.shape() instanceof MapShape;
      // Services leave out a required list that is empty, such as SQS its Failed.
      if (map.get(member.name()) == null && !isContainer) {
        problems.add(path + "." + member.name() + " is absent");
      }
    }
    map.forEach(
        (name, each) -> {
          Member member = structure.member(String.valueOf(name));
          if (member != null && each != null) {
            value(member.shape(), each, path + "." + name);
          }
        });
  }
}
