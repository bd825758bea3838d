package io.boto4j.typed.generate;

import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The source of an enumeration: a class with a constant per value of the model, open to values that
 * the model does not have yet.
 */
final class EnumSource {
  private final Sources sources;
  private final Shape shape;
  private final String type;
  private final SourceText out = new SourceText();

  private EnumSource(Sources sources, Shape shape) {
    this.sources = sources;
    this.shape = shape;
    this.type = sources.names.shape(shape);
  }

  static boolean isEnum(Shape shape) {
    return shape.type() == ShapeType.STRING
        && shape.traits().get("enum") instanceof List<?> values
        && !values.isEmpty();
  }

  static void write(Sources sources, Shape shape) {
    new EnumSource(sources, shape).write();
  }

  private void write() {
    Map<String, String> constants = constants();
    List<String> texts =
        Sources.described(
            sources.texts.shape(shape.name()), "A value of " + Sources.code(shape.name()) + ".");
    texts.add("The service may also have values that are not among the constants.");
    out.javadoc(texts);
    String text = sources.values.textInterface();
    out.line("public final class " + type + " implements " + text + " {");
    for (Map.Entry<String, String> each : constants.entrySet()) {
      String literal = SourceText.literal(each.getValue());
      out.javadoc(List.of("The value " + Sources.code(each.getValue()) + "."));
      out.line(
          "public static final "
              + type
              + " "
              + each.getKey()
              + " = new "
              + type
              + "("
              + literal
              + ");");
      out.blank();
    }
    out.line("private final String value;").blank();
    out.line("private " + type + "(String value) {").line("this.value = value;").line("}").blank();
    writeFactories();
    writeMethods();
    writeKnown(constants);
    sources.add(type, out.line("}"));
  }

  /** The values by the names of their constants. */
  private Map<String, String> constants() {
    Map<String, String> constants = new LinkedHashMap<>();
    UniqueNames names = new UniqueNames("_", /* ignoreCase= */ false);
    if (shape.traits().get("enum") instanceof List<?> values) {
      List<String> seen = new ArrayList<>();
      for (Object each : values) {
        String value = String.valueOf(each);
        if (!seen.contains(value)) {
          seen.add(value);
          constants.put(names.free(JavaNames.constant(value)), value);
        }
      }
    }
    return constants;
  }

  private void writeFactories() {
    out.javadoc(
        List.of(
            "Returns the value with a text.",
            "@param value the text, or null",
            "@return the value, which need not be known; null for null"));
    out.line("public static " + type + " of(String value) {");
    out.line("return value == null ? null : new " + type + "(value);").line("}").blank();
    String set = out.use("java.util.Set") + "<" + type + ">";
    out.javadoc(
        List.of(
            "Returns the values that the model has.",
            "@return the values in the model's order; made anew by every call"));
    out.line("public static " + set + " values() {");
    out.line(set + " values = new " + out.use("java.util.LinkedHashSet") + "<>();");
    out.line("for (String each : Known.values) {").line("values.add(new " + type + "(each));");
    out.line("}");
    out.line("return " + out.use("java.util.Collections") + ".unmodifiableSet(values);");
    out.line("}").blank();
  }

  private void writeMethods() {
    out.javadoc(List.of("Returns the text.", "@return the value as the service spells it"));
    out.line("@Override").line("public String value() {").line("return value;").line("}").blank();
    out.javadoc(
        List.of("Whether the model has this value.", "@return true if it is one of the constants"));
    out.line("public boolean isKnown() {").line("return Known.values.contains(value);").line("}");
    out.blank();
    out.line("@Override").line("public boolean equals(Object other) {");
    out.line("return other instanceof " + type + " that && value.equals(that.value);").line("}");
    out.blank();
    out.line("@Override").line("public int hashCode() {").line("return value.hashCode();");
    out.line("}").blank();
    out.line("@Override").line("public String toString() {").line("return value;").line("}");
    out.blank();
  }

  /**
   * In a class of its own, so that reading one value does not build the set, and of texts, because
   * a JVM takes quadratic time to find a thousand fields. Its field has a name that no constant
   * has.
   */
  private void writeKnown(Map<String, String> constants) {
    List<String> literals = new ArrayList<>();
    for (String value : constants.values()) {
      literals.add(SourceText.literal(value));
    }
    out.line("private static final class Known {");
    out.line(
        "static final "
            + out.use("java.util.Set")
            + "<String> values = new "
            + out.use("java.util.LinkedHashSet")
            + "<>("
            + out.use("java.util.Arrays")
            + ".asList("
            + String.join(", ", literals)
            + "));");
    out.line("}");
  }
}
