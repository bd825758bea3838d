package io.boto4j.reference.example;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Chooses optional members where the model requires none. */
final class Telling {
  private static final int MOST = 2;

  private final Nouns nouns;

  Telling(Nouns nouns) {
    this.nouns = nouns;
  }

  /** Whether a structure is a tag: a key and a value. */
  static boolean isTag(StructureShape shape) {
    if (shape.size() != 2 || !shape.name().toLowerCase(Locale.ROOT).contains("tag")) {
      return false;
    }
    return isText(shape.member(0), "key") && isText(shape.member(1), "value");
  }

  private static boolean isText(Member member, String name) {
    return member.name().toLowerCase(Locale.ROOT).endsWith(name)
        && member.shape().type() == ShapeType.STRING
        && member.shape().traits().get("enum") == null;
  }

  /** Returns one or two members of an input that narrow down what it is about. */
  List<Member> ofInput(StructureShape input) {
    return best(input, 30);
  }

  /** Whether the operation changes something that exists. */
  boolean changes() {
    return nouns.changes();
  }

  /** Whether a member only finds what is changed. */
  static boolean identifies(Member member) {
    String name = member.name().toLowerCase(Locale.ROOT);
    return name.endsWith("id")
        || name.endsWith("identifier")
        || name.endsWith("arn")
        || name.endsWith("name")
        || name.endsWith("token");
  }

  /** Returns a member that is changed: a description, or else the first simple one. */
  List<Member> ofChange(StructureShape input, List<Member> required) {
    List<Member> members = new ArrayList<>(input.members());
    members.removeAll(required);
    members.removeIf(member -> !Simple.isSimple(member.shape().type()) || isNoChange(member));
    for (Member member : members) {
      if (member.name().toLowerCase(Locale.ROOT).endsWith("description")) {
        return List.of(member);
      }
    }
    return members.isEmpty() ? List.of() : List.of(members.get(0));
  }

  private static boolean isNoChange(Member member) {
    String name = member.name().toLowerCase(Locale.ROOT);
    return name.endsWith("token")
        || name.equals("dryrun")
        || name.equals("ifmatch")
        || name.startsWith("current")
        || member.traits().flag("deprecated");
  }

  /** Returns one or two members of a structure within the input. */
  List<Member> ofStructure(StructureShape shape) {
    List<Member> best = best(shape, 30);
    return best.isEmpty() ? firstSimple(shape) : best;
  }

  private static List<Member> firstSimple(StructureShape shape) {
    for (Member member : shape.members()) {
      if (Simple.isSimple(member.shape().type())) {
        return List.of(member);
      }
    }
    return shape.size() == 0 ? List.of() : List.of(shape.member(0));
  }

  private List<Member> best(StructureShape shape, int least) {
    Member first = null;
    Member second = null;
    for (Member member : shape.members()) {
      int score = score(member);
      if (score >= least && (first == null || score > score(first))) {
        second = first;
        first = member;
      } else if (score >= least && (second == null || score > score(second))) {
        second = member;
      }
    }
    List<Member> members = new ArrayList<>();
    for (Member member : shape.members()) {
      if ((member.equals(first) || member.equals(second)) && members.size() < MOST) {
        members.add(member);
      }
    }
    return members;
  }

  private int score(Member member) {
    String name = member.name().toLowerCase(Locale.ROOT);
    if (name.contains("token") || name.equals("dryrun") || member.traits().flag("deprecated")) {
      return 0;
    }
    int own = nouns.isAbout(name) ? 20 : 0;
    Shape shape = member.shape();
    if (shape.type() == ShapeType.STRING) {
      if (name.endsWith("name") || name.endsWith("id") || name.endsWith("identifier")) {
        return 50 + own;
      }
      return (name.endsWith("arn") ? 45 : 30) + own;
    } else if (shape instanceof ListShape list) {
      return Simple.isSimple(list.element().shape().type()) ? 25 + own : 15 + own;
    } else if (name.contains("max") || name.contains("limit")) {
      return 35;
    }
    return (Simple.isSimple(shape.type()) ? 25 : 10) + own;
  }

  /** Returns a member of a union, not one that contains the union again. */
  Member ofUnion(StructureShape union, Collection<Shape> around) {
    Member best = union.member(0);
    int most = -1;
    for (Member member : union.members()) {
      Shape shape = member.shape();
      int score = isRecursive(shape, union, around) ? 0 : 10;
      score += Simple.isSimple(shape.type()) ? 2 : 0;
      score += shape.type() == ShapeType.STRING ? 1 : 0;
      if (score > most) {
        best = member;
        most = score;
      }
    }
    return best;
  }

  private static boolean isRecursive(Shape shape, Shape union, Collection<Shape> around) {
    Shape inner = shape;
    for (int depth = 0; depth < 3; depth++) {
      if (inner.equals(union) || around.contains(inner)) {
        return true;
      }
      if (inner instanceof ListShape list) {
        inner = list.element().shape();
      } else if (inner instanceof MapShape map) {
        inner = map.value().shape();
      }
    }
    return false;
  }
}
