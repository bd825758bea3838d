package io.boto4j.typed.check;

import com.sun.source.util.TreePath;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.NearNames;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import io.boto4j.typed.shape.InputFit;
import io.boto4j.typed.shape.JavaType;
import io.boto4j.typed.shape.ServiceInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a program passes against a structure of the model: unknown members, missing ones,
 * values of the wrong kind, and texts that an enum does not have.
 */
final class LiteralInput {
  private final UnitCheck unit;
  private final boolean sure;

  /** The input beyond the model that the service accepts; null if an output is checked. */
  private final @Nullable ServiceInput service;

  /**
   * Creates a check.
   *
   * @param sure whether the service is certain
   * @param service the input beyond the model that the service accepts, or null if an output is
   *     checked
   */
  LiteralInput(UnitCheck unit, boolean sure, @Nullable ServiceInput service) {
    this.unit = unit;
    this.sure = sure;
    this.service = service;
  }

  /**
   * Checks the whole input or output of an operation.
   *
   * @param owner the operation, for messages
   * @param shape the structure, or null if the operation has none
   * @param at the place to report missing members at, if they are not written anywhere
   */
  void whole(String owner, @Nullable StructureShape shape, @Nullable Given given, TreePath at) {
    Given map = given == null ? new Given.OfMap(at, List.of(), /* complete= */ true) : given;
    if (map instanceof Given.OfMap entries) {
      structure(owner, shape, entries, /* top= */ true);
    } else if (map instanceof Given.Other other && shape != null) {
      JavaType type = unit.javaType(other.at());
      String problem =
          type == null || type.components() == null ? null : InputFit.problem(type, shape);
      report(other.at(), problem);
    }
  }

  private void structure(
      String owner, @Nullable StructureShape shape, Given.OfMap map, boolean top) {
    Set<String> names = new HashSet<>();
    Set<String> misspelled = new HashSet<>();
    for (Given.Entry entry : map.entries()) {
      String name = entry.name();
      Member member = name == null || shape == null ? null : shape.member(name);
      names.add(String.valueOf(name));
      if (member != null) {
        if (!top || service == null || !service.converts(member, example(entry.value()))) {
          value(member, entry.value(), member.name());
        }
      } else if (name != null && (!top || service == null || !service.accepts(name))) {
        report(entry.key(), unknown(owner, name, shape, top));
        misspelled.addAll(NearNames.misspelled(name, names(shape)));
      }
    }
    if (shape != null && map.complete()) {
      names.addAll(misspelled);
      complete(owner, shape, map, names, top);
    }
  }

  private static List<String> names(@Nullable StructureShape shape) {
    return shape == null ? List.of() : shape.memberNames();
  }

  private static String unknown(
      String owner, String name, @Nullable StructureShape shape, boolean top) {
    List<String> known = names(shape);
    return owner
        + (top ? " has no parameter \"" : " has no member \"")
        + name
        + "\"."
        + (known.isEmpty() ? " It has none." : NearNames.hint(name, known));
  }

  private void complete(
      String owner, StructureShape shape, Given.OfMap map, Set<String> names, boolean top) {
    if (shape.isUnion() && map.entries().size() != 1) {
      report(
          map.at(), owner + " takes exactly one of its members, not " + map.entries().size() + ".");
      return;
    }
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < shape.requiredCount(); i++) {
      Member member = shape.member(shape.requiredIndex(i));
      boolean filled = top && service != null && service.fills(member, names);
      if (!names.contains(member.name()) && !filled) {
        missing.add(member.name());
      }
    }
    if (!missing.isEmpty()) {
      report(map.at(), owner + " requires " + String.join(", ", missing) + ".");
    }
  }

  private void value(Member member, Given given, String place) {
    Shape shape = member.shape();
    if (shape.type() == ShapeType.DOCUMENT || InputValues.isJson(member)) {
      return;
    }
    if (shape.traits().flag("eventstream")) {
      return;
    }
    if (given instanceof Given.Constant constant) {
      constant(member, constant, place);
    } else if (given instanceof Given.OfMap map) {
      map(member, map, place);
    } else if (given instanceof Given.OfList list) {
      list(member, list, place);
    } else {
      fits(member, given, place);
    }
  }

  private void map(Member member, Given.OfMap map, String place) {
    if (member.shape() instanceof StructureShape structure) {
      structure(structure.name(), structure, map, /* top= */ false);
    } else if (member.shape() instanceof MapShape of) {
      for (Given.Entry entry : map.entries()) {
        if (entry.name() != null) {
          constant(of.key(), new Given.Constant(entry.key(), entry.name()), place + " key");
        }
        value(of.value(), entry.value(), place + "{}");
      }
    } else {
      fits(member, map, place);
    }
  }

  private void list(Member member, Given.OfList list, String place) {
    if (member.shape() instanceof ListShape of) {
      for (Given element : list.elements()) {
        value(of.element(), element, place + "[]");
      }
      if (list.complete()) {
        length(member, list.elements().size(), "elements", list.at(), place);
      }
    } else {
      fits(member, list, place);
    }
  }

  private void fits(Member member, Given given, String place) {
    JavaType type = unit.javaType(given.at());
    report(given.at(), type == null ? null : InputFit.problem(InputFit.given(type), member, place));
  }

  private void constant(Member member, Given.Constant constant, String place) {
    Object value = constant.value();
    switch (member.shape().type()) {
      case STRING -> {
        if (value instanceof String text) {
          enumValue(member.shape(), text, constant.at());
          length(member, text.codePointCount(0, text.length()), "characters", constant.at(), place);
        } else {
          fits(member, constant, place);
        }
      }
      case INTEGER, LONG, BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> {
        if (value instanceof Number number) {
          number(member, number, constant.at(), place);
        }
        fits(member, constant, place);
      }
      case TIMESTAMP -> {
        if (value instanceof String && InputValues.instant(value) == null) {
          report(constant.at(), place + " is a timestamp, which this text is not.");
        } else {
          fits(member, constant, place);
        }
      }
      case STRUCTURE, LIST, MAP, BOOLEAN, BLOB, DOCUMENT -> fits(member, constant, place);
    }
  }

  private void enumValue(Shape shape, String text, TreePath at) {
    if (shape.traits().get("enum") instanceof List<?> values && !values.contains(text)) {
      List<String> names = new ArrayList<>();
      for (Object value : values) {
        names.add(String.valueOf(value));
      }
      report(
          at,
          "\"" + text + "\" is not a value of " + shape.name() + "." + NearNames.hint(text, names));
    }
  }

  private void length(Member member, int length, String of, TreePath at, String place) {
    if (member.shape().traits().get("min") instanceof Number min && length < min.longValue()) {
      report(at, place + " has at least " + min + " " + of + ", not " + length + ".");
    }
  }

  private void number(Member member, Number number, TreePath at, String place) {
    ShapeType type = member.shape().type();
    boolean whole = type == ShapeType.INTEGER || type == ShapeType.LONG;
    if (whole && InputValues.whole(number) == null) {
      report(at, place + " takes a number without a fraction, not " + number + ".");
    } else if (member.shape().traits().get("min") instanceof Number min
        && number.doubleValue() < min.doubleValue()) {
      report(at, place + " is at least " + min + ", not " + number + ".");
    }
  }

  /** Returns a value like what is given. */
  private static Object example(Given given) {
    if (given instanceof Given.Constant constant) {
      return constant.value();
    }
    if (given instanceof Given.OfMap map) {
      Map<String, Object> example = new LinkedHashMap<>();
      for (Given.Entry entry : map.entries()) {
        example.put(
            entry.name() == null ? ServiceInput.EXAMPLE : entry.name(), example(entry.value()));
      }
      return example;
    }
    if (given instanceof Given.OfList list) {
      List<Object> example = new ArrayList<>();
      for (Given element : list.elements()) {
        example.add(example(element));
      }
      return example;
    }
    return ServiceInput.EXAMPLE;
  }

  private void report(TreePath at, @Nullable String problem) {
    if (problem != null) {
      unit.report(at, sure, problem);
    }
  }
}
