package io.boto4j.typed.shape;

import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import java.util.List;
import java.util.Set;

/** The Java types that a call accepts for each shape of an input. */
final class AcceptedTypes {
  private static final String FREE = "a text, a number, a boolean, a list, a map or a record";
  private static final List<String> TEXT =
      List.of("java.lang.CharSequence", "java.lang.Enum", "java.lang.Character", "char");
  private static final List<String> NUMBER =
      List.of("java.lang.Number", "byte", "short", "int", "long", "float", "double");
  private static final List<String> BOOLEAN = List.of("java.lang.Boolean", "boolean");
  private static final List<String> MAP = List.of("java.util.Map", "java.lang.Record");
  private static final List<String> LIST = List.of("java.util.Collection");
  private static final List<String> EVENTS =
      List.of("java.lang.Iterable", "java.util.Iterator", "java.util.stream.BaseStream");
  private static final List<String> TIME =
      List.of(
          "java.time.Instant",
          "java.util.Date",
          "java.time.ZonedDateTime",
          "java.time.OffsetDateTime",
          "java.time.LocalDateTime");
  private static final List<String> BYTES =
      List.of(
          "byte[]",
          "java.nio.ByteBuffer",
          "java.io.InputStream",
          "java.nio.file.Path",
          "io.boto4j.http.HttpBody");

  /** All of these are unrelated, so that a value of one is not also of another. */
  private static final List<List<String>> FAMILIES =
      List.of(
          TEXT, NUMBER, BOOLEAN, MAP, LIST, TIME, BYTES, List.of("java.util.stream.BaseStream"));

  /** Members for which a service's customization takes a map or bytes, and sends a text. */
  private static final Set<String> CUSTOMIZED =
      Set.of("CopySource", "SSECustomerKey", "CopySourceSSECustomerKey", "UserData");

  private AcceptedTypes() {}

  /** Whether all values of a type, apart from what is in them, are accepted for a member. */
  static boolean accept(JavaType type, Member member) {
    ShapeType shape = member.shape().type();
    if (InputFit.isFree(member)) {
      return isFree(type);
    }
    return switch (shape) {
      case STRUCTURE -> is(type, member.shape().traits().flag("eventstream") ? EVENTS : MAP);
      case MAP -> is(type, MAP);
      case LIST -> isList(type);
      case STRING ->
          is(type, TEXT)
              || (CUSTOMIZED.contains(member.name())
                  && (is(type, BYTES) || type.is("java.util.Map")));
      case INTEGER, LONG, BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> is(type, NUMBER);
      case BOOLEAN -> is(type, BOOLEAN);
      case TIMESTAMP -> is(type, TIME) || is(type, NUMBER) || type.is("java.lang.CharSequence");
      case BLOB -> is(type, BYTES) || type.is("java.lang.CharSequence");
      case DOCUMENT -> isFree(type);
    };
  }

  private static boolean isFree(JavaType type) {
    return is(type, TEXT) || is(type, NUMBER) || is(type, BOOLEAN) || is(type, MAP) || isList(type);
  }

  private static boolean isList(JavaType type) {
    return is(type, LIST) || (type.name().endsWith("[]") && !type.name().equals("byte[]"));
  }

  /** Whether some value of a type may be accepted although the type does not show it. */
  static boolean isUnknown(JavaType type) {
    if (type.name().isEmpty()) {
      return true;
    }
    boolean known = type.isFinal();
    for (List<String> family : FAMILIES) {
      known |= is(type, family);
    }
    return !known;
  }

  private static boolean is(JavaType type, List<String> classes) {
    for (String each : classes) {
      if (type.is(each)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the types that a member accepts, for messages. */
  static String text(Member member) {
    return InputFit.isFree(member) ? FREE : text(member.shape());
  }

  private static String text(Shape shape) {
    return switch (shape.type()) {
      case STRUCTURE ->
          shape.traits().flag("eventstream") ? "an Iterable of events" : "a map or a record";
      case MAP -> "a map or a record";
      case LIST -> "a list or an array";
      case STRING -> "a text or an enum constant";
      case INTEGER, LONG, BIG_INTEGER -> "a number without a fraction";
      case FLOAT, DOUBLE, BIG_DECIMAL -> "a number";
      case BOOLEAN -> "a boolean";
      case TIMESTAMP -> "an Instant, a ZonedDateTime, a Date, seconds since 1970 or a text";
      case BLOB -> "byte[], a ByteBuffer, an InputStream, a Path, an HttpBody or a text";
      case DOCUMENT -> FREE;
    };
  }
}
