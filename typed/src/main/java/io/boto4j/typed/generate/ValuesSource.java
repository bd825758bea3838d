package io.boto4j.typed.generate;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The source of the conversions that the types of a package share: from lists and maps of a
 * response to typed ones, and back to what a call takes. It has only those that are used.
 */
final class ValuesSource {
  private final Sources sources;
  private final UniqueNames unique = new UniqueNames("_", /* ignoreCase= */ false);
  private final Map<String, String> methods = new HashMap<>();

  /** The shapes whose conversion is not written yet. */
  private final Deque<Shape> open = new ArrayDeque<>();

  private final TreeMap<String, Shape> shapes = new TreeMap<>();
  private final TreeSet<String> leaves = new TreeSet<>();
  private boolean hasTexts;
  private boolean hasInput;

  ValuesSource(Sources sources) {
    this.sources = sources;
    for (Leaf leaf : Leaf.values()) {
      unique.take(leaf.method);
    }
    unique.take("plain");
    unique.reserve(ReservedNames.OBJECT_METHODS);
  }

  /** A conversion of a single value. The order is that of the source. */
  private enum Leaf {
    STRUCTURE("structure", "Structure"),
    LIST("list", "List<?>"),
    TEXT("text", "String"),
    INTEGER("integer", "Integer"),
    LONG("longInteger", "Long"),
    REAL("real", "Double"),
    NUMBER("number", "Number"),
    BOOL("bool", "Boolean"),
    INSTANT("instant", "Instant"),
    BYTES("bytes", "byte[]");

    private final String method;
    private final String type;

    Leaf(String method, String type) {
      this.method = method;
      this.type = type;
    }
  }

  /** The interface of all enumerations of the package. */
  String textInterface() {
    hasTexts = true;
    return sources.names.values() + ".Text";
  }

  /** The call of the method that makes a list or map of the members of an input. */
  String plain(String argument) {
    hasInput = true;
    return sources.names.values() + ".plain(" + argument + ")";
  }

  /** The call of the method that converts a list or map of a shape. */
  String converted(Shape shape, String argument) {
    return sources.names.values() + "." + method(shape) + "(" + argument + ")";
  }

  private String method(Shape shape) {
    String name = methods.get(shape.name());
    if (name == null) {
      name = unique.free(JavaNames.member(shape.name()));
      methods.put(shape.name(), name);
      shapes.put(name, shape);
      open.add(shape);
    }
    return name;
  }

  private String leaf(Leaf leaf) {
    leaves.add(leaf.name());
    return leaf.method;
  }

  void write() {
    SourceText out = new SourceText();
    out.line("/** Conversions of lists, maps and values. */");
    out.line("final class " + sources.names.values() + " {");
    out.line("private " + sources.names.values() + "() {}");
    writeTexts(out);
    while (!open.isEmpty()) {
      Shape shape = open.remove();
      if (shape instanceof ListShape list) {
        writeList(list, out);
      } else if (shape instanceof MapShape map) {
        writeMap(map, out);
      }
    }
    writeLeaves(out);
    if (hasInput) {
      writePlain(out);
    }
    if (hasTexts || hasInput || !methods.isEmpty()) {
      sources.add(sources.names.values(), out.line("}"));
    }
  }

  private void writeTexts(SourceText out) {
    if (hasTexts) {
      out.blank().line("/** A value of an enumeration. */").line("interface Text {");
      out.line("String value();").line("}");
    }
  }

  private void writeList(ListShape shape, SourceText out) {
    String element = new ShapeTypes(sources.names, out).of(shape.element());
    String list = out.use("java.util.List");
    String arrayList = out.use("java.util.ArrayList");
    out.blank();
    out.line("static " + list + "<" + element + "> " + method(shape) + "(" + list + "<?> from) {");
    out.line(list + "<" + element + "> to = new " + arrayList + "<>(from.size());");
    out.line("for (Object each : from) {");
    out.line("to.add(" + orNull("each", shape.element()) + ");");
    out.line("}");
    out.line("return " + out.use("java.util.Collections") + ".unmodifiableList(to);").line("}");
  }

  private void writeMap(MapShape shape, SourceText out) {
    String value = new ShapeTypes(sources.names, out).of(shape.value());
    String map = out.use("java.util.Map");
    String hashMap = out.use("java.util.LinkedHashMap");
    out.blank();
    out.line(
        "static "
            + map
            + "<String, "
            + value
            + "> "
            + method(shape)
            + "("
            + map
            + "<String, ?> from) {");
    boolean view = shape.value().shape() instanceof StructureShape;
    if (view) {
      writeLookups(shape, value, out);
    }
    out.line(map + "<String, " + value + "> to = new " + hashMap + "<>();");
    out.line("for (" + map + ".Entry<String, ?> entry : from.entrySet()) {");
    out.line("Object each = entry.getValue();");
    out.line("to.put(entry.getKey(), " + orNull("each", shape.value()) + ");");
    out.line("}");
    String all = out.use("java.util.Collections") + ".unmodifiableMap(to)";
    out.line("return " + all + (view ? ".entrySet();" : ";")).line("}");
    if (view) {
      out.line("};").line("}");
    }
  }

  /** Of a map of structures, few values are read as a rule: a lookup converts one. */
  private void writeLookups(MapShape shape, String value, SourceText out) {
    String map = out.use("java.util.Map");
    out.line("return new " + out.use("java.util.AbstractMap") + "<>() {");
    out.line("@Override").line("public " + value + " get(Object name) {");
    out.line("Object each = from.get(name);");
    out.line("return " + orNull("each", shape.value()) + ";").line("}").blank();
    out.line("@Override").line("public boolean containsKey(Object name) {");
    out.line("return from.containsKey(name);").line("}").blank();
    out.line("@Override").line("public int size() {").line("return from.size();").line("}").blank();
    out.line("@Override");
    out.line(
        "public "
            + out.use("java.util.Set")
            + "<"
            + map
            + ".Entry<String, "
            + value
            + ">> entrySet() {");
  }

  private String orNull(String variable, Member member) {
    String converted = value(variable, member);
    return converted.equals(variable) ? variable : variable + " == null ? null : " + converted;
  }

  /** The expression that converts an element of a list or a value of a map. */
  private String value(String variable, Member member) {
    Shape shape = member.shape();
    if (ShapeTypes.isFree(member)) {
      return variable;
    }
    return switch (shape.type()) {
      case STRUCTURE ->
          "new " + sources.names.shape(shape) + "(" + of(Leaf.STRUCTURE, variable) + ")";
      case LIST -> method(shape) + "(" + of(Leaf.LIST, variable) + ")";
      case MAP -> method(shape) + "(" + of(Leaf.STRUCTURE, variable) + ")";
      case DOCUMENT -> variable;
      case STRING ->
          EnumSource.isEnum(shape)
              ? sources.names.shape(shape) + ".of(" + of(Leaf.TEXT, variable) + ")"
              : of(Leaf.TEXT, variable);
      case INTEGER -> of(Leaf.INTEGER, variable);
      case LONG -> of(Leaf.LONG, variable);
      case FLOAT, DOUBLE -> of(Leaf.REAL, variable);
      case BIG_INTEGER, BIG_DECIMAL -> of(Leaf.NUMBER, variable);
      case BOOLEAN -> of(Leaf.BOOL, variable);
      case TIMESTAMP -> of(Leaf.INSTANT, variable);
      case BLOB -> of(Leaf.BYTES, variable);
    };
  }

  private String of(Leaf leaf, String variable) {
    return leaf(leaf) + "(" + variable + ")";
  }

  /** The accessors of Structure convert, so that values in lists are read like members. */
  private void writeLeaves(SourceText out) {
    for (Leaf leaf : Leaf.values()) {
      if (leaves.contains(leaf.name())) {
        String structures = out.use("io.boto4j.Structures");
        String map = out.use("java.util.Map");
        String type = imported(leaf, out);
        out.blank().line("private static " + type + " " + leaf.method + "(Object value) {");
        if (leaf == Leaf.STRUCTURE || leaf == Leaf.TEXT) {
          out.line("if (value instanceof " + leaf.type + " known) {")
              .line("return known;")
              .line("}");
        }
        out.line(
            "return "
                + structures
                + ".of("
                + map
                + ".of(\"value\", value))."
                + leaf.method
                + "(\"value\");");
        out.line("}");
      }
    }
  }

  private static String imported(Leaf leaf, SourceText out) {
    return switch (leaf) {
      case STRUCTURE -> out.use("io.boto4j.Structure");
      case LIST -> out.use("java.util.List") + "<?>";
      case INSTANT -> out.use("java.time.Instant");
      case TEXT, INTEGER, LONG, REAL, NUMBER, BOOL, BYTES -> leaf.type;
    };
  }

  private void writePlain(SourceText out) {
    String collection = out.use("java.util.Collection");
    String list = out.use("java.util.List");
    String map = out.use("java.util.Map");
    out.blank().line("/** Returns a value with maps, lists and texts in place of typed values. */");
    out.line("static Object plain(Object value) {");
    out.line("if (value instanceof " + out.use("io.boto4j.HasMembers") + " typed) {");
    out.line("return typed.members();").line("}");
    if (hasTexts) {
      out.line("if (value instanceof Text text) {").line("return text.value();").line("}");
    }
    out.line("if (value instanceof " + collection + "<?> from) {");
    out.line(list + "<Object> to = new " + out.use("java.util.ArrayList") + "<>(from.size());");
    out.line("for (Object each : from) {").line("to.add(plain(each));").line("}");
    out.line("return " + out.use("java.util.Collections") + ".unmodifiableList(to);").line("}");
    out.line("if (value instanceof " + map + "<?, ?> from) {");
    out.line(map + "<Object, Object> to = new " + out.use("java.util.LinkedHashMap") + "<>();");
    out.line("for (" + map + ".Entry<?, ?> each : from.entrySet()) {");
    out.line("to.put(each.getKey(), plain(each.getValue()));").line("}");
    out.line("return " + out.use("java.util.Collections") + ".unmodifiableMap(to);").line("}");
    out.line("return value;").line("}");
  }
}
