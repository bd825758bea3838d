package io.boto4j.reference.example;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the part of a response that is most useful to a newcomer. */
final class Readings {
  private final Nouns nouns;
  private final Set<String> returned;

  /**
   * @param returned the members that are known to be set; empty if none are known
   */
  Readings(OperationModel operation, Set<String> returned) {
    this.nouns = new Nouns(operation.name());
    this.returned = returned;
  }

  static Reading of(OperationModel operation, Set<String> returned) {
    StructureShape output = operation.output();
    if (output == null || output.size() == 0) {
      return new Reading.Nothing();
    }
    Member events = operation.eventOutput();
    if (events != null) {
      return events(events);
    }
    for (Member member : output.members()) {
      boolean isPayload = member.name().equals(output.traits().text("payload"));
      if (member.shape().type() == ShapeType.BLOB && (isPayload || isStream(member))) {
        return new Reading.Body(member.name(), isStream(member));
      }
    }
    return new Readings(operation, returned).best(output);
  }

  static boolean isStream(Member member) {
    Object own = member.trait("streaming");
    return own != null && !Boolean.FALSE.equals(own);
  }

  /** Prefers texts named so, then bytes: the words of a model, not the names of its tools. */
  private static Reading events(Member events) {
    List<String> best = List.of();
    boolean bytes = false;
    int most = 0;
    if (events.shape() instanceof StructureShape union) {
      for (Member event : union.members()) {
        List<List<String>> paths = new ArrayList<>();
        if (event.shape() instanceof StructureShape shape && !shape.isError()) {
          addTexts(shape, List.of(event.name()), paths);
        }
        for (List<String> path : paths) {
          boolean isBlob = path.get(0).isEmpty();
          String last = path.get(path.size() - 1).toLowerCase(Locale.ROOT);
          int score = last.equals("text") ? 30 : isBlob ? 20 : last.endsWith("id") ? 1 : 10;
          if (score > most) {
            best = isBlob ? path.subList(1, path.size()) : path;
            bytes = isBlob;
            most = score;
          }
        }
      }
    }
    return new Reading.Events(events.name(), best, bytes);
  }

  /** Adds the paths of strings and blobs; those of blobs begin with an empty name. */
  private static void addTexts(StructureShape shape, List<String> path, List<List<String>> into) {
    for (Member member : shape.members()) {
      List<String> here = new ArrayList<>(path);
      here.add(member.name());
      ShapeType type = member.shape().type();
      if (type == ShapeType.BLOB) {
        here.add(0, "");
        into.add(here);
      } else if (type == ShapeType.STRING && member.shape().traits().get("enum") == null) {
        into.add(here);
      } else if (path.size() < 3 && member.shape() instanceof StructureShape inner) {
        addTexts(inner, here, into);
      }
    }
  }

  private Reading best(StructureShape output) {
    Reading best = new Reading.Whole();
    int most = 0;
    for (Member member : output.members()) {
      Reading reading = reading(member);
      int score = score(member, reading);
      boolean known = returned.isEmpty() || returned.contains(member.name());
      if (reading != null && known && score > most) {
        best = reading;
        most = score;
      }
    }
    return best;
  }

  private @Nullable Reading reading(Member member) {
    Shape shape = member.shape();
    if (shape instanceof ListShape list) {
      return each(List.of(member.name()), list);
    }
    if (shape instanceof StructureShape structure) {
      List<Reading.One> fields = fields(structure);
      if (fields.isEmpty()) {
        return new Reading.One(List.of(member.name()), shape);
      }
      Reading.One first = fields.get(0);
      return new Reading.One(List.of(member.name(), first.path().get(0)), first.shape());
    }
    return new Reading.One(List.of(member.name()), shape);
  }

  /** Returns how the elements of a list are printed, or null if they are lists or maps. */
  @Nullable Reading each(List<String> path, ListShape list) {
    Shape element = list.element().shape();
    String name = Nouns.element(path.get(path.size() - 1));
    if (element instanceof StructureShape structure) {
      List<Reading.One> fields = fields(structure);
      return fields.isEmpty() ? null : new Reading.Each(path, name, fields);
    }
    return element.type() == ShapeType.STRING ? new Reading.Each(path, name, List.of()) : null;
  }

  private int score(Member member, @Nullable Reading reading) {
    String name = member.name().toLowerCase(Locale.ROOT);
    if (name.contains("token") || name.equals("requestid")) {
      return nouns.isAbout("token") ? 10 : 1;
    }
    if (reading instanceof Reading.Each each) {
      return (nouns.reads() ? 100 : 30) + (each.fields().isEmpty() ? 0 : 10) + about(name);
    }
    if (member.shape() instanceof StructureShape) {
      return 60 + about(name);
    }
    if (member.shape() instanceof MapShape || member.shape() instanceof ListShape) {
      return 20 + about(name);
    }
    return field(member) + about(name);
  }

  private int about(String name) {
    return nouns.isAbout(name) ? 20 : 0;
  }

  /** Returns the one or two members of a structure that identify it and show its state. */
  private List<Reading.One> fields(StructureShape structure) {
    List<Member> simple = new ArrayList<>();
    for (Member member : structure.members()) {
      if (isSimple(member.shape()) && !member.shape().sensitive()) {
        simple.add(member);
      }
    }
    simple.sort(Comparator.comparingInt(this::field).reversed());
    List<Reading.One> fields = new ArrayList<>();
    for (Member member : simple) {
      if (fields.isEmpty() || (fields.size() == 1 && isState(member))) {
        fields.add(new Reading.One(List.of(member.name()), member.shape()));
      }
    }
    return fields;
  }

  private static boolean isState(Member member) {
    String name = member.name().toLowerCase(Locale.ROOT);
    return name.endsWith("status") || name.endsWith("state");
  }

  private static boolean isSimple(Shape shape) {
    return switch (shape.type()) {
      case STRING, INTEGER, LONG, FLOAT, DOUBLE, BIG_INTEGER, BIG_DECIMAL, BOOLEAN, TIMESTAMP ->
          true;
      case STRUCTURE, LIST, MAP, DOCUMENT, BLOB -> false;
    };
  }

  private int field(Member member) {
    String name = member.name().toLowerCase(Locale.ROOT);
    if (name.contains("token") || name.contains("marker")) {
      return 1;
    }
    if (member.shape().type() != ShapeType.STRING) {
      return member.shape().type() == ShapeType.TIMESTAMP ? 12 : 15;
    }
    int own = nouns.isOf(name) ? 25 : 0;
    if (name.equals("body")) {
      return 90;
    } else if (name.endsWith("dnsname") || name.endsWith("hostname")) {
      return 40;
    } else if (name.endsWith("name") || name.equals("key")) {
      return 55 + own;
    } else if (name.endsWith("status") || name.endsWith("state")) {
      return 50;
    } else if (name.endsWith("identifier") || name.endsWith("id")) {
      return 52 + own;
    } else if (name.endsWith("arn")) {
      return 48 + own;
    } else if (name.endsWith("url") || name.endsWith("uri") || name.endsWith("endpoint")) {
      return 45 + own;
    }
    return 25 + own;
  }
}
