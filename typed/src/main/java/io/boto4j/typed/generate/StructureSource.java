package io.boto4j.typed.generate;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import io.boto4j.typed.shape.OutputFit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The source of a structure: a record of its members, with an accessor for each. If it is part of
 * an input, it also has methods that return a copy with another value.
 */
final class StructureSource {
  private final Sources sources;
  private final StructureShape shape;
  private final String type;
  private final Role role;
  private final ShapeTypes types;
  private final SourceText out = new SourceText();
  private final Map<Member, String> names = new LinkedHashMap<>();

  /** The place of a structure, which decides on its methods. */
  enum Role {
    REQUEST,
    RESPONSE,
    INPUT,
    OUTPUT;

    boolean isInput() {
      return this == REQUEST || this == INPUT;
    }
  }

  private StructureSource(Sources sources, StructureShape shape, String type, Role role) {
    this.sources = sources;
    this.shape = shape;
    this.type = type;
    this.role = role;
    this.types = new ShapeTypes(sources.names, out);
    UniqueNames unique = new UniqueNames("_", /* ignoreCase= */ false);
    unique.reserve(ReservedNames.OBJECT_METHODS);
    unique.reserve(List.of("members", "of"));
    if (role == Role.RESPONSE) {
      unique.take("responseMetadata");
    }
    for (Member member : shape.members()) {
      names.put(member, unique.free(JavaNames.member(member.name())));
    }
  }

  /**
   * Writes a record.
   *
   * @param title the sentence that describes it if AWS does not
   */
  static void write(
      Sources sources, StructureShape shape, String type, Role role, @Nullable String title) {
    new StructureSource(sources, shape, type, role).write(title);
  }

  /** Writes the record of an operation's output that the model does not have. */
  static void writeEmpty(Sources sources, String type, String title) {
    SourceText out = new SourceText();
    header(out, type, List.of(title));
    writeMetadata(out);
    out.blank();
    writeToString(out, type, "members");
    sources.add(type, out.line("}"));
  }

  private void write(@Nullable String title) {
    String fallback = "The structure " + Sources.code(shape.name()) + ".";
    List<String> texts =
        title == null
            ? Sources.described(sources.texts.shape(shape.name()), fallback)
            : new ArrayList<>(List.of(title));
    if (role.isInput() && !required().isEmpty() && !hasFactory()) {
      texts.add("Required: " + listed(required()) + ".");
    }
    if (shape.isUnion()) {
      texts.add("A union: it has one member, whose name is the only key of {@link #members}.");
    }
    header(out, type, texts);
    if (role.isInput()) {
      writeFactory();
    }
    if (role == Role.RESPONSE) {
      writeMetadata(out);
    }
    for (Map.Entry<Member, String> each : names.entrySet()) {
      writeAccessor(each.getKey(), each.getValue());
      if (role.isInput()) {
        new WitherSource(sources, types, out, type).write(each.getKey(), each.getValue());
      }
    }
    if (role.isInput() && !names.isEmpty()) {
      writeWith();
    }
    if (SensitiveShapes.in(shape)) {
      out.blank();
      out.javadoc(
          List.of(
              "Returns the names of the members, without their values, which may be secret.",
              "@return the text"));
      writeToString(out, type, "members.keySet()");
    } else {
      out.blank();
      writeToString(out, type, "members");
    }
    sources.add(type, out.line("}"));
  }

  private static void header(SourceText out, String type, List<String> texts) {
    List<String> lines = new ArrayList<>(texts);
    lines.add("@param members the values by the names that AWS gives them; not copied");
    out.javadoc(lines);
    out.line(
        "public record "
            + type
            + "("
            + out.use("java.util.Map")
            + "<String, ?> members) implements "
            + out.use("io.boto4j.HasMembers")
            + " {");
  }

  private static String listed(List<Member> members) {
    StringBuilder list = new StringBuilder();
    for (Member member : members) {
      list.append(list.length() == 0 ? "" : ", ").append(Sources.code(member.name()));
    }
    return list.toString();
  }

  private List<Member> required() {
    List<Member> required = new ArrayList<>();
    for (int i = 0; i < shape.requiredCount(); i++) {
      required.add(shape.member(shape.requiredIndex(i)));
    }
    return required;
  }

  /** Whether the required members are parameters of the factory. */
  private boolean hasFactory() {
    return Factories.parameters(shape).size() == required().size();
  }

  private void writeFactory() {
    List<String> lines = new ArrayList<>();
    List<Member> parameters = Factories.parameters(shape);
    lines.add(
        parameters.isEmpty()
            ? "Returns a structure without members."
            : "Returns a structure with the members that are required.");
    StringBuilder declared = new StringBuilder();
    StringBuilder calls = new StringBuilder();
    for (Member member : parameters) {
      String name = name(member);
      lines.add("@param " + name + " the member " + Sources.code(member.name()));
      declared.append(declared.length() == 0 ? "" : ", ");
      declared.append(new WitherSource(sources, types, out, type).parameter(member));
      declared.append(' ').append(name);
      calls.append(calls.length() == 0 ? "" : ", ");
      calls.append(SourceText.literal(member.name())).append(", ");
      calls.append(new WitherSource(sources, types, out, type).value(member, name));
    }
    lines.add("@return a new structure");
    out.javadoc(lines);
    out.line("public static " + type + " of(" + declared + ") {");
    out.line("return new " + type + "(" + out.use("io.boto4j.Params") + ".of(" + calls + "));");
    out.line("}");
  }

  private String name(Member member) {
    String name = names.get(member);
    return name == null ? "" : name;
  }

  private static void writeMetadata(SourceText out) {
    String metadata = out.use("io.boto4j.ResponseMetadata");
    out.javadoc(
        List.of(
            "Returns the metadata of the call, such as the request id.",
            "@return the metadata, or null if the members are not those of a response"));
    out.line("public " + metadata + " responseMetadata() {");
    out.line(
        "return members instanceof "
            + out.use("io.boto4j.Response")
            + " response ? response.metadata() : null;");
    out.line("}");
  }

  private void writeAccessor(Member member, String name) {
    String read = read(member);
    if (read == null) {
      return;
    }
    List<String> lines =
        Sources.described(
            sources.texts.member(shape.name(), member.name()),
            "Returns the member " + Sources.code(member.name()) + ".");
    boolean many = member.shape() instanceof ListShape || member.shape() instanceof MapShape;
    lines.add(
        "@return the member "
            + Sources.code(member.name())
            + (isFree(member) || !many
                ? ", or null if it is absent"
                : ", empty if it is absent; made anew by every call"));
    out.blank().javadoc(lines);
    out.line("public " + returned(member) + " " + name + "() {");
    if (isNested(member)) {
      out.line(out.use("io.boto4j.Structure") + " found = " + read + ";");
      out.line("return found == null ? null : new " + types.of(member) + "(found);");
    } else {
      out.line("return " + read + ";");
    }
    out.line("}");
  }

  private static boolean isNested(Member member) {
    return member.shape().type() == ShapeType.STRUCTURE
        && !ShapeTypes.isEventStream(member.shape());
  }

  private String returned(Member member) {
    if (ShapeTypes.isEventStream(member.shape())) {
      return out.use("io.boto4j.EventStream");
    }
    if (isFree(member)) {
      return "Object";
    }
    return isStream(member) ? out.use("io.boto4j.ResponseStream") : types.of(member);
  }

  /**
   * Whether a member may have a value of any type: the service may return another than the model.
   */
  private boolean isFree(Member member) {
    return ShapeTypes.isFree(member)
        || (role != Role.REQUEST && sources.differs.test(member.name(), member));
  }

  private boolean isStream(Member member) {
    return role.isInput() ? ShapeTypes.isStreaming(member) : OutputFit.isStream(shape, member);
  }

  /** The expression that reads a member; null if it can only be written. */
  private @Nullable String read(Member member) {
    String name = "(" + SourceText.literal(member.name()) + ")";
    boolean stream = ShapeTypes.isEventStream(member.shape()) || isStream(member);
    if (stream && role.isInput()) {
      return null;
    }
    if (isFree(member)) {
      return "members.get" + name;
    }
    String view = out.use("io.boto4j.Structures") + ".of(members)";
    return switch (member.shape().type()) {
      case STRUCTURE -> view + (stream ? ".eventStream" : ".structure") + name;
      case LIST -> list(member, view, name);
      case MAP -> sources.values.converted(member.shape(), view + ".map" + name);
      case DOCUMENT -> "members.get" + name;
      case STRING ->
          EnumSource.isEnum(member.shape())
              ? types.of(member) + ".of(" + view + ".text" + name + ")"
              : view + ".text" + name;
      case INTEGER -> view + ".integer" + name;
      case LONG -> view + ".longInteger" + name;
      case BIG_INTEGER, BIG_DECIMAL -> view + ".number" + name;
      case FLOAT, DOUBLE -> view + ".real" + name;
      case BOOLEAN -> view + ".bool" + name;
      case TIMESTAMP -> view + ".instant" + name;
      case BLOB -> view + (stream ? ".body" : ".bytes") + name;
    };
  }

  private String list(Member member, String view, String name) {
    return member.shape() instanceof ListShape list && ShapeTypes.isPlainText(list.element())
        ? view + ".texts" + name
        : sources.values.converted(member.shape(), view + ".list" + name);
  }

  private void writeWith() {
    out.blank().line("private " + type + " with(String name, Object value) {");
    out.line(
        "return new "
            + type
            + "("
            + out.use("io.boto4j.Params")
            + ".copyOf(members).with(name, value));");
    out.line("}");
  }

  /** Not that of a record, nor a plus: both start invokedynamic, which takes time once. */
  private static void writeToString(SourceText out, String type, String shown) {
    out.line("@Override").line("public String toString() {");
    out.line("return " + SourceText.literal(type) + ".concat(" + shown + ".toString());").line("}");
  }
}
