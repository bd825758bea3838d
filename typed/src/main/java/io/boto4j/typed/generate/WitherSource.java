package io.boto4j.typed.generate;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import java.util.List;

/** The methods of a structure that return a copy with another value of one member. */
final class WitherSource {
  private final Sources sources;
  private final ShapeTypes types;
  private final SourceText out;
  private final String type;

  WitherSource(Sources sources, ShapeTypes types, SourceText out, String type) {
    this.sources = sources;
    this.types = types;
    this.out = out;
    this.type = type;
  }

  /** The type of the parameter that gives a member. */
  String parameter(Member member) {
    Shape shape = member.shape();
    if (ShapeTypes.isFree(member)) {
      return "Object";
    }
    if (ShapeTypes.isEventStream(shape)) {
      return "Iterable<?>";
    }
    if (shape instanceof ListShape list) {
      String element = types.of(list.element());
      return out.use("java.util.Collection")
          + (isFinal(list.element()) ? "<" : "<? extends ")
          + element
          + ">";
    }
    if (shape instanceof MapShape map) {
      String value = types.of(map.value());
      return out.use("java.util.Map")
          + "<String, "
          + (isFinal(map.value()) ? "" : "? extends ")
          + value
          + ">";
    }
    return types.of(member);
  }

  /** Whether no other type than that of the member can be meant. */
  private static boolean isFinal(Member member) {
    return switch (member.shape().type()) {
      case STRUCTURE, STRING, INTEGER, LONG, FLOAT, DOUBLE, BOOLEAN, TIMESTAMP, BLOB -> true;
      case LIST, MAP, DOCUMENT, BIG_INTEGER, BIG_DECIMAL -> false;
    };
  }

  void write(Member member, String name) {
    Shape shape = member.shape();
    if (ShapeTypes.isStreaming(member)) {
      writeStreams(member, name);
      return;
    }
    write(member, name, parameter(member), value(member, name));
    if (EnumSource.isEnum(shape) && !ShapeTypes.isFree(member)) {
      write(member, name, "String", name);
    } else if (shape instanceof ListShape list && isVarargs(list.element())) {
      write(
          member,
          name,
          types.of(list.element()) + "...",
          sources.values.plain(out.use("java.util.Arrays") + ".asList(" + name + ")"));
    }
  }

  private static boolean isVarargs(Member element) {
    ShapeType type = element.shape().type();
    return !ShapeTypes.isFree(element) && (type == ShapeType.STRUCTURE || type == ShapeType.STRING);
  }

  private void writeStreams(Member member, String name) {
    write(member, name, "byte[]", name);
    write(member, name, "String", name);
    write(member, name, out.use("java.io.InputStream"), name);
    write(member, name, out.use("java.nio.file.Path"), name);
    write(member, name, out.use("io.boto4j.http.HttpBody"), name);
  }

  /** The expression of the value that the call takes. */
  String value(Member member, String name) {
    Shape shape = member.shape();
    if (ShapeTypes.isFree(member) || ShapeTypes.isEventStream(shape)) {
      return name;
    }
    if (shape instanceof ListShape || shape instanceof MapShape) {
      return sources.values.plain(name);
    }
    if (shape.type() == ShapeType.STRUCTURE) {
      return name + " == null ? null : " + name + ".members()";
    }
    return EnumSource.isEnum(shape) ? name + " == null ? null : " + name + ".value()" : name;
  }

  private void write(Member member, String name, String parameter, String value) {
    out.blank();
    out.javadoc(
        List.of(
            "Returns a copy with another " + Sources.code(member.name()) + ".",
            "@param " + name + " the value, or null to leave the member out",
            "@return the copy"));
    out.line("public " + type + " " + name + "(" + parameter + " " + name + ") {");
    out.line("return with(" + SourceText.literal(member.name()) + ", " + value + ");");
    out.line("}");
  }
}
