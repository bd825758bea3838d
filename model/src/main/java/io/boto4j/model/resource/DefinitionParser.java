package io.boto4j.model.resource;

import io.boto4j.model.ModelException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of definitions, line by line:
 *
 * <pre>
 * service NAME VERSION
 * type Name(Id, Id~Member) : Shape -- reason
 *   load Operation(Target=source, …) @ path
 *   do Name = Operation(Target=source, …) -&gt; Type(Id=source, …) @ path -- reason
 *   batch … | many … | wait …               like do
 *   has Name -&gt; Type(Id=source, …) @ path
 * # comment
 * </pre>
 */
final class DefinitionParser {
  private final String origin;
  private final Map<String, ResourceType> types = new LinkedHashMap<>();
  private String service = "";
  private String apiVersion = "";
  private @Nullable ResourceType root;
  private @Nullable TypeBuilder current;
  private int lineNumber;

  private DefinitionParser(String origin) {
    this.origin = origin;
  }

  /**
   * Reads definitions.
   *
   * @param origin the file, for messages
   * @param text the text
   * @return the definitions, not checked against a model
   * @throws ModelException if the text is malformed
   */
  static ResourceDefinitions parse(String origin, String text) {
    DefinitionParser parser = new DefinitionParser(origin);
    for (String line : text.lines().toList()) {
      parser.lineNumber++;
      String trimmed = line.strip();
      if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
        parser.line(trimmed);
      }
    }
    parser.endType();
    ResourceType root = parser.root;
    if (root == null) {
      throw parser.broken("there is no line \"service NAME VERSION\"");
    }
    return new ResourceDefinitions(parser.service, parser.apiVersion, root, parser.types);
  }

  private void line(String line) {
    LineCursor in = new LineCursor(line, this::broken);
    String keyword = in.word();
    switch (keyword) {
      case "service" -> service(in);
      case "type" -> type(in);
      case "load" -> type().load = in.call();
      case "do" -> type().actions.add(in.call());
      case "batch" -> type().batchActions.add(in.call());
      case "has" -> type().links.add(in.link());
      case "many" -> type().collections.add(collection(in));
      case "wait" -> type().waiters.add(in.call());
      default ->
          throw broken(
              "unknown keyword "
                  + keyword
                  + "; known are service, type, load, do, batch, has, many, wait");
    }
    in.end();
  }

  private void service(LineCursor in) {
    if (current != null) {
      throw broken("a file describes one service, in its first line");
    }
    service = in.word();
    apiVersion = in.word();
    current = new TypeBuilder(ResourceType.SERVICE, List.of(), null, null);
  }

  private void type(LineCursor in) {
    type();
    endType();
    String name = in.name();
    if (types.containsKey(name)) {
      throw broken("the type " + name + " is defined twice");
    }
    List<Identifier> identifiers = in.identifiers();
    current = new TypeBuilder(name, identifiers, in.shape(), in.reason());
  }

  private ResourceCall collection(LineCursor in) {
    ResourceCall call = in.call();
    if (call.result() == null) {
      throw broken("the collection " + call.name() + " has no \"-> Type(…)\"");
    }
    return call;
  }

  private TypeBuilder type() {
    TypeBuilder type = current;
    if (type == null) {
      throw broken("the first line must be \"service NAME VERSION\"");
    }
    return type;
  }

  private void endType() {
    TypeBuilder ended = current;
    if (ended == null) {
      return;
    }
    ResourceType type = ended.build();
    if (root == null) {
      root = type;
    } else {
      types.put(type.name(), type);
    }
  }

  private ModelException broken(String problem) {
    String place = origin + ":" + lineNumber;
    return new ModelException("Malformed resource definition: " + place + ": " + problem, null);
  }

  /** The parts of a type, as its lines are read. */
  private static final class TypeBuilder {
    private final String name;
    private final List<Identifier> identifiers;
    private final @Nullable String shape;
    private final @Nullable String reason;
    private final List<ResourceCall> actions = new ArrayList<>();
    private final List<ResourceCall> batchActions = new ArrayList<>();
    private final List<ResourceLink> links = new ArrayList<>();
    private final List<ResourceCall> collections = new ArrayList<>();
    private final List<ResourceCall> waiters = new ArrayList<>();
    private @Nullable ResourceCall load;

    TypeBuilder(
        String name,
        List<Identifier> identifiers,
        @Nullable String shape,
        @Nullable String reason) {
      this.name = name;
      this.identifiers = identifiers;
      this.shape = shape;
      this.reason = reason;
    }

    ResourceType build() {
      return new ResourceType(
          name,
          identifiers,
          shape,
          load,
          actions,
          batchActions,
          links,
          collections,
          waiters,
          reason);
    }
  }
}
