package io.boto4j.typed.shape;

import io.boto4j.internal.jmespath.PathType;
import io.boto4j.model.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The Java types to which {@code Structure.to} converts single values. */
final class ConvertedTypes {
  private static final Set<String> NUMBERS =
      Set.of(
          "int",
          "long",
          "short",
          "byte",
          "double",
          "float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Short",
          "java.lang.Byte",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Number",
          "java.math.BigDecimal",
          "java.math.BigInteger");
  private static final Set<String> BOOLEANS = Set.of("boolean", "java.lang.Boolean");
  private static final Set<String> TIMES =
      Set.of("java.time.Instant", "java.time.OffsetDateTime", "java.time.ZonedDateTime");
  private static final Set<String> BYTES = Set.of("byte[]", "java.nio.ByteBuffer");
  private static final Set<String> STREAMS =
      Set.of("io.boto4j.ResponseStream", "java.io.InputStream");
  private static final Set<String> EVENTS = Set.of("io.boto4j.EventStream");
  private static final Set<String> PARSED =
      Set.of(
          "java.lang.String",
          "char",
          "java.lang.Character",
          "java.util.UUID",
          "java.net.URI",
          "java.time.LocalDate",
          "java.time.LocalTime",
          "java.time.LocalDateTime",
          "java.time.Duration");
  private static final Set<String> TEXT = union(PARSED, NUMBERS, BOOLEANS, TIMES);
  private static final Set<String> NUMBER = union(NUMBERS, Set.of("java.time.Instant"));

  /** Values of these are never of an interface that is not here. */
  private static final Set<String> ALL = union(TEXT, BYTES, STREAMS, EVENTS);

  private ConvertedTypes() {}

  @SafeVarargs
  private static Set<String> union(Set<String>... sets) {
    Set<String> all = new HashSet<>();
    for (Set<String> each : sets) {
      all.addAll(each);
    }
    return all;
  }

  /** Whether it is certain that no single value of a type of a model becomes one of a Java type. */
  static boolean neverFits(PathType from, JavaType to) {
    if (to.name().isEmpty() || to.name().equals("java.lang.Object")) {
      return false;
    }
    if (to.isInterface()) {
      return isStructured(to) ? from.kind() != PathType.Kind.ANY : !to.name().startsWith("java.");
    }
    return from.kind() == PathType.Kind.ANY
        ? !ALL.contains(to.name())
        : !accepted(from).contains(to.name());
  }

  private static boolean isStructured(JavaType to) {
    return List.of(
            "java.util.List",
            "java.util.Set",
            "java.util.Collection",
            "java.util.Map",
            "io.boto4j.Structure",
            "io.boto4j.Response")
        .contains(to.name());
  }

  /** Whether values of a type of a model are texts, which may become constants of an enum. */
  static boolean isText(PathType from) {
    return accepted(from) == TEXT;
  }

  private static Set<String> accepted(PathType from) {
    Shape shape = from.shape();
    if (shape == null) {
      return switch (from.kind()) {
        case TEXT -> TEXT;
        case NUMBER -> NUMBER;
        case BOOLEAN -> BOOLEANS;
        case ANY, SHAPE -> ALL;
        case LIST, OBJECT -> Set.of();
      };
    }
    return switch (shape.type()) {
      case STRING -> TEXT;
      case INTEGER, LONG, BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> NUMBER;
      case BOOLEAN -> BOOLEANS;
      case TIMESTAMP -> TIMES;
      case BLOB -> shape.traits().flag("streaming") ? STREAMS : union(BYTES, STREAMS);
      case STRUCTURE -> from.isEventStream() ? EVENTS : Set.of();
      case LIST, MAP -> Set.of();
      case DOCUMENT -> ALL;
    };
  }
}
