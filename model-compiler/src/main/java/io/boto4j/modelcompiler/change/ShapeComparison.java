package io.boto4j.modelcompiler.change;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import io.boto4j.model.Traits;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of the shapes that are reachable from the inputs, or from the outputs, of a
 * service. A pair of shapes is compared once, at the first place where it is found.
 *
 * <p>Names of shapes are not compared: a call does not use them.
 */
final class ShapeComparison {
  /** Traits that change what is sent, but not what a caller writes. */
  private static final List<String> WIRE_TRAITS =
      List.of(
          "location",
          "locationName",
          "queryName",
          "flattened",
          "timestampFormat",
          "jsonvalue",
          "xmlAttribute",
          "eventheader",
          "eventpayload");

  private final boolean input;
  private final Consumer<Change> found;
  private final Set<String> seen = new HashSet<>();

  /**
   * Creates a comparison.
   *
   * @param input whether the shapes are those of inputs: callers write them; they read outputs
   * @param found receives the differences
   */
  ShapeComparison(boolean input, Consumer<Change> found) {
    this.input = input;
    this.found = found;
  }

  /** Compares the members of two structures, either of which may be missing. */
  void compareRoots(
      String operation, @Nullable StructureShape before, @Nullable StructureShape after) {
    String place = operation + (input ? ", input" : ", output");
    if (before != null && after != null) {
      if (!isNew(before, after)) {
        return;
      }
      structures(place, "", before, after);
    } else if (after != null) {
      for (Member member : after.members()) {
        added(place, member.name(), after, member);
      }
    } else if (before != null) {
      for (Member member : before.members()) {
        removed(place, member.name());
      }
    }
  }

  private boolean isNew(Shape before, Shape after) {
    return seen.add(before.name() + " " + after.name());
  }

  private void shapes(String place, String path, Shape before, Shape after) {
    if (!isNew(before, after)) {
      return;
    }
    if (before.type() != after.type()) {
      found.accept(
          Change.breaking(
              place
                  + ": the type of "
                  + path
                  + " changed from "
                  + type(before)
                  + " to "
                  + type(after)));
      return;
    }
    enums(place, path, before.traits(), after.traits());
    if (input) {
      minimum(place, path, before.traits(), after.traits());
    }
    if (before instanceof StructureShape from && after instanceof StructureShape to) {
      structures(place, path + ".", from, to);
    } else if (before instanceof ListShape from && after instanceof ListShape to) {
      shapes(place, path + "[]", from.element().shape(), to.element().shape());
    } else if (before instanceof MapShape from && after instanceof MapShape to) {
      shapes(place, path + ".*", from.value().shape(), to.value().shape());
    }
  }

  private void structures(
      String place, String prefix, StructureShape before, StructureShape after) {
    for (Member old : before.members()) {
      String path = prefix + old.name();
      Member now = after.member(old.name());
      if (now == null) {
        removed(place, path);
        continue;
      }
      if (input) {
        required(place, path, isRequired(before, old), isRequired(after, now));
      }
      wire(place, path, old, now);
      shapes(place, path, old.shape(), now.shape());
    }
    for (Member now : after.members()) {
      if (before.member(now.name()) == null) {
        added(place, prefix + now.name(), after, now);
      }
    }
  }

  private void added(String place, String path, StructureShape owner, Member member) {
    if (input && isRequired(owner, member)) {
      found.accept(Change.breaking(place + ": new required member " + path));
    } else {
      found.accept(Change.of(place + ": new member " + path + " (" + type(member.shape()) + ")"));
    }
  }

  private void removed(String place, String path) {
    found.accept(Change.breaking(place + ": the member " + path + " was removed"));
  }

  private void required(String place, String path, boolean before, boolean after) {
    if (after && !before) {
      found.accept(Change.breaking(place + ": the member " + path + " is now required"));
    } else if (before && !after) {
      found.accept(Change.of(place + ": the member " + path + " is no longer required"));
    }
  }

  private void wire(String place, String path, Member before, Member after) {
    for (String trait : WIRE_TRAITS) {
      Object old = before.trait(trait);
      Object now = after.trait(trait);
      if (!Objects.equals(old, now)) {
        found.accept(
            Change.of(
                place
                    + ": "
                    + path
                    + (input ? " is sent" : " is received")
                    + " differently: "
                    + trait
                    + " changed from "
                    + orNone(old)
                    + " to "
                    + orNone(now)));
      }
    }
  }

  private void enums(String place, String path, Traits before, Traits after) {
    Set<Object> old = values(before);
    Set<Object> now = values(after);
    if (old.isEmpty() || now.isEmpty()) {
      return;
    }
    Set<Object> added = new LinkedHashSet<>(now);
    added.removeAll(old);
    Set<Object> removed = new LinkedHashSet<>(old);
    removed.removeAll(now);
    if (!added.isEmpty()) {
      found.accept(Change.of(place + ": new values of " + path + ": " + joined(added)));
    }
    if (!removed.isEmpty()) {
      // A caller may send the value; one that compares answers with it merely finds no match.
      found.accept(
          new Change(input, place + ": values of " + path + " were removed: " + joined(removed)));
    }
  }

  /** Minimums are checked before a call is sent; maximums are not. */
  private void minimum(String place, String path, Traits before, Traits after) {
    double old = before.get("min") instanceof Number number ? number.doubleValue() : 0;
    if (after.get("min") instanceof Number now && now.doubleValue() > old) {
      found.accept(Change.breaking(place + ": the minimum of " + path + " is now " + now));
    }
  }

  private static boolean isRequired(StructureShape owner, Member member) {
    int index = owner.indexOf(member.name());
    for (int i = 0; i < owner.requiredCount(); i++) {
      if (owner.requiredIndex(i) == index) {
        return true;
      }
    }
    return false;
  }

  private static Set<Object> values(Traits traits) {
    return traits.get("enum") instanceof List<?> list ? new LinkedHashSet<>(list) : Set.of();
  }

  private static String joined(Set<Object> values) {
    return String.join(", ", values.stream().map(String::valueOf).toList());
  }

  private static String orNone(@Nullable Object value) {
    return value == null ? "none" : String.valueOf(value);
  }

  private static String type(Shape shape) {
    if (shape instanceof ListShape list) {
      return "list of " + type(list.element().shape(), 1);
    }
    return type(shape, 0);
  }

  /** Lists of lists are named to a depth of two only: a list may contain itself. */
  private static String type(Shape shape, int depth) {
    if (depth < 2 && shape instanceof ListShape list) {
      return "list of " + type(list.element().shape(), depth + 1);
    }
    return shape.type() == ShapeType.STRUCTURE
            && shape instanceof StructureShape structure
            && structure.isUnion()
        ? "union"
        : shape.type().toString().toLowerCase(Locale.ROOT);
  }
}
