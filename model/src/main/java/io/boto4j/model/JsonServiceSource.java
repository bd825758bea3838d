package io.boto4j.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a service from the tree of a botocore-format {@code service-2.json}. */
final class JsonServiceSource implements ServiceSource {
  private static final Set<String> NOT_SERVICE_TRAITS =
      Set.of("metadata", "operations", "shapes", "examples", "documentation", "version");
  private static final Set<String> NOT_OPERATION_TRAITS =
      Set.of("name", "http", "input", "output", "errors");
  private static final Set<String> NOT_SHAPE_TRAITS =
      Set.of("type", "members", "member", "key", "value", "required");
  private static final Set<String> NOT_MEMBER_TRAITS = Set.of("shape");

  /** Texts that no call needs; some of them are in {@link Documentation}. */
  private static final Set<String> TEXTS =
      Set.of("documentation", "deprecatedMessage", "deprecatedSince");

  private final String origin;
  private final Traits metadata;
  private final Traits traits;
  private final Map<String, Object> operations;
  private final String[] operationNames;
  private final Map<String, Object> shapes;
  private final String[] shapeNames;
  private final Map<String, Integer> shapeIndex = new LinkedHashMap<>();

  /**
   * Creates a source.
   *
   * @param origin the file, for messages
   * @param service the content of the file
   * @throws ModelException if the content is not a service model
   */
  JsonServiceSource(String origin, Map<String, Object> service) {
    this.origin = origin;
    this.metadata = Traits.of(object(service, "metadata", "the file"));
    this.traits = traitsOf(service, NOT_SERVICE_TRAITS);
    this.operations = object(service, "operations", "the file");
    this.operationNames = operations.keySet().toArray(new String[0]);
    this.shapes = object(service, "shapes", "the file");
    this.shapeNames = shapes.keySet().toArray(new String[0]);
    for (int i = 0; i < shapeNames.length; i++) {
      shapeIndex.put(shapeNames[i], i);
    }
  }

  @Override
  public Traits metadata() {
    return metadata;
  }

  @Override
  public Traits traits() {
    return traits;
  }

  @Override
  public String[] operationNames() {
    return operationNames;
  }

  @Override
  public OperationModel readOperation(ServiceModel owner, int index) {
    String name = operationNames[index];
    Map<String, Object> operation = object(operations, name, "operations");
    List<Member> errors = new ArrayList<>();
    for (Object error : list(operation.get("errors"))) {
      errors.add(reference(owner, "error", error, name));
    }
    return new OperationModel(
        name,
        traitsOf(operation, NOT_OPERATION_TRAITS),
        operation.get("http") == null ? Traits.NONE : Traits.of(object(operation, "http", name)),
        operation.get("input") == null
            ? null
            : reference(owner, "input", operation.get("input"), name),
        operation.get("output") == null
            ? null
            : reference(owner, "output", operation.get("output"), name),
        errors);
  }

  @Override
  public int shapeCount() {
    return shapeNames.length;
  }

  @Override
  public Shape readShape(ServiceModel owner, int index) {
    String name = shapeNames[index];
    Map<String, Object> shape = object(shapes, name, "shapes");
    Traits traits = traitsOf(shape, NOT_SHAPE_TRAITS);
    ShapeType type = typeOf(name, shape);
    if (type == ShapeType.STRUCTURE) {
      return structure(owner, name, shape, traits);
    }
    if (type == ShapeType.LIST) {
      return new ListShape(name, traits, reference(owner, "member", shape.get("member"), name));
    }
    if (type == ShapeType.MAP) {
      return new MapShape(
          name,
          traits,
          reference(owner, "key", shape.get("key"), name),
          reference(owner, "value", shape.get("value"), name));
    }
    return new SimpleShape(name, type, traits);
  }

  @Override
  public String[] shapeNames() {
    return shapeNames;
  }

  @Override
  public ErrorCodes errorCodes() {
    List<String> codes = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < shapeNames.length; i++) {
      Map<String, Object> shape = object(shapes, shapeNames[i], "shapes");
      if (Boolean.TRUE.equals(shape.get("exception")) || shape.get("error") != null) {
        Object error = shape.get("error");
        codes.add(
            error instanceof Map<?, ?> map && map.get("code") instanceof String code
                ? code
                : shapeNames[i]);
        numbers.add(i);
      }
    }
    int[] indexes = new int[numbers.size()];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = numbers.get(i);
    }
    return new ErrorCodes(codes.toArray(new String[0]), indexes);
  }

  private StructureShape structure(
      ServiceModel owner, String name, Map<String, Object> shape, Traits traits) {
    Map<String, Object> declared =
        shape.get("members") == null ? Map.of() : object(shape, "members", name);
    Member[] members = new Member[declared.size()];
    Map<String, Integer> places = new LinkedHashMap<>();
    for (Map.Entry<String, Object> member : declared.entrySet()) {
      places.put(member.getKey(), places.size());
      members[places.size() - 1] = reference(owner, member.getKey(), member.getValue(), name);
    }
    List<?> names = list(shape.get("required"));
    int[] required = new int[names.size()];
    int count = 0;
    for (Object each : names) {
      Integer place = each instanceof String text ? places.get(text) : null;
      if (place == null) {
        throw broken(name + ": the required member " + each + " does not exist");
      }
      required[count++] = place;
    }
    return new StructureShape(name, traits, members, required);
  }

  private Member reference(
      ServiceModel owner, String name, @Nullable Object reference, String where) {
    if (!(reference instanceof Map<?, ?> map)
        || !(map.get("shape") instanceof String target)
        || !shapeIndex.containsKey(target)) {
      throw broken(where + "." + name + " does not name a shape");
    }
    @SuppressWarnings("unchecked") // JSON objects have string keys
    Map<String, Object> traits = (Map<String, Object>) map;
    return new Member(name, traitsOf(traits, NOT_MEMBER_TRAITS), owner, shapeIndex.get(target));
  }

  private ShapeType typeOf(String name, Map<String, Object> shape) {
    Object type = shape.get("type");
    if (!(type instanceof String text)) {
      throw broken("shape " + name + " has no type");
    }
    return switch (text) {
      case "structure" ->
          Boolean.TRUE.equals(shape.get("document")) ? ShapeType.DOCUMENT : ShapeType.STRUCTURE;
      case "list" -> ShapeType.LIST;
      case "map" -> ShapeType.MAP;
      case "string", "character" -> ShapeType.STRING;
      case "byte", "short", "integer" -> ShapeType.INTEGER;
      case "long" -> ShapeType.LONG;
      case "biginteger" -> ShapeType.BIG_INTEGER;
      case "float" -> ShapeType.FLOAT;
      case "double" -> ShapeType.DOUBLE;
      case "bigdecimal" -> ShapeType.BIG_DECIMAL;
      case "boolean" -> ShapeType.BOOLEAN;
      case "timestamp" -> ShapeType.TIMESTAMP;
      case "blob" -> ShapeType.BLOB;
      default -> throw broken("shape " + name + " has the unknown type " + text);
    };
  }

  private static Traits traitsOf(Map<String, Object> from, Set<String> structural) {
    Map<String, Object> traits = null;
    for (Map.Entry<String, Object> entry : from.entrySet()) {
      if (!structural.contains(entry.getKey()) && !isText(entry)) {
        if (traits == null) {
          traits = new LinkedHashMap<>();
        }
        traits.put(entry.getKey(), entry.getValue());
      }
    }
    return traits == null ? Traits.NONE : Traits.of(traits);
  }

  private static boolean isText(Map.Entry<String, Object> entry) {
    return entry.getValue() instanceof String && TEXTS.contains(entry.getKey());
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  @SuppressWarnings("unchecked") // JSON objects have string keys
  private Map<String, Object> object(Map<String, Object> parent, String key, String where) {
    if (!(parent.get(key) instanceof Map<?, ?> map)) {
      throw broken(where + ": the object \"" + key + "\" is missing");
    }
    return (Map<String, Object>) map;
  }

  private ModelException broken(String what) {
    return new ModelException("Not a service model: " + origin + ": " + what, null);
  }
}
