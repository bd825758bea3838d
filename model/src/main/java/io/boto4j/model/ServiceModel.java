package io.boto4j.model;

import io.boto4j.model.rules.EndpointRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An API version of an AWS service: its operations and shapes.
 *
 * <p>Operations and shapes are read one by one, each on first use, and kept. Thread-safe.
 *
 * <pre>{@code
 * ServiceModel dynamodb = ModelLoader.builtIn().find("dynamodb");
 * dynamodb.operation("PutItem").input().member("TableName").shape();
 * }</pre>
 */
public final class ServiceModel {
  private final String name;
  private final ServiceSource source;
  private final ModelLoader loader;

  /** The files of the data path, as they were when the model was read; usually none. */
  private final List<ServiceLayer> layers;

  private final Traits metadata;

  /** Each created on first use; threads that race may each create one. */
  private final @Nullable Shape[] shapes;

  // All created on first use; threads that race may each create one.
  private volatile @Nullable Map<String, Integer> operationIndex;
  private volatile @Nullable OperationModel @Nullable [] operations;
  private volatile @Nullable Map<String, Integer> shapeIndex;
  private volatile @Nullable ErrorCodes errorCodes;
  private volatile @Nullable EndpointRules endpointRules;
  private volatile @Nullable Map<String, Object> signingRegions;

  /** Created on first use, and only once: what is computed by type. */
  private @Nullable Map<Class<?>, Object> computed;

  ServiceModel(String name, ServiceSource source, ModelLoader loader, List<ServiceLayer> layers) {
    this.name = name;
    this.source = source;
    this.loader = loader;
    this.layers = layers;
    this.metadata = source.metadata();
    this.shapes = new Shape[source.shapeCount()];
  }

  /**
   * Returns the name that boto3's {@code client(…)} takes, which is botocore's folder name.
   *
   * @return the name, such as {@code dynamodb}
   */
  public String name() {
    return name;
  }

  /**
   * Returns the API version.
   *
   * @return the version, such as {@code 2012-08-10}
   */
  public String apiVersion() {
    return metadataText("apiVersion", "");
  }

  /**
   * Returns the origin of the model: the artifact or file that it was read from.
   *
   * @return the origin, which is found out now
   */
  public ModelOrigin origin() {
    return loader.origin(this);
  }

  /**
   * Returns the model's {@code metadata}: protocols, endpoint prefix, signing name …
   *
   * @return the traits
   */
  public Traits metadata() {
    return metadata;
  }

  /**
   * Returns the model's other top-level objects, such as {@code clientContextParams}.
   *
   * @return the traits
   */
  public Traits traits() {
    return source.traits();
  }

  /**
   * Returns the service id.
   *
   * @return the id, such as {@code DynamoDB}
   */
  public String serviceId() {
    return metadataText("serviceId", name);
  }

  /**
   * Returns the first label of the service's host name.
   *
   * @return the prefix, such as {@code dynamodb}
   */
  public String endpointPrefix() {
    return metadataText("endpointPrefix", name);
  }

  /**
   * Returns the service name that is part of signatures.
   *
   * @return the metadata's {@code signingName}, else the endpoint prefix
   */
  public String signingName() {
    return metadataText("signingName", endpointPrefix());
  }

  /**
   * Returns the names of the operations.
   *
   * @return the names in the model's order, unmodifiable
   */
  public List<String> operationNames() {
    return Collections.unmodifiableList(Arrays.asList(source.operationNames()));
  }

  /**
   * Finds an operation by its name, spelled {@code PutItem}, {@code putItem} or {@code put_item}.
   *
   * @param operation the name
   * @return the operation, or null if no operation has the name
   */
  public @Nullable OperationModel findOperation(String operation) {
    Integer index = operationIndex().get(operation);
    if (index == null) {
      index = operationIndex().get(plain(operation));
    }
    return index == null ? null : operationAt(index);
  }

  /**
   * Returns the operation with a name.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @return the operation
   * @throws IllegalArgumentException if no operation has the name
   */
  public OperationModel operation(String operation) {
    OperationModel found = findOperation(operation);
    if (found == null) {
      throw new IllegalArgumentException("No operation " + operation + " in " + this);
    }
    return found;
  }

  /**
   * Returns the names of the shapes.
   *
   * @return the names in the order of the file or pack, unmodifiable
   */
  public List<String> shapeNames() {
    return Collections.unmodifiableList(Arrays.asList(source.shapeNames()));
  }

  /**
   * Finds a shape by its name.
   *
   * @param shape the name
   * @return the shape, or null if no shape has the name
   */
  public @Nullable Shape findShape(String shape) {
    Map<String, Integer> found = shapeIndex;
    if (found == null) {
      String[] names = source.shapeNames();
      found = new HashMap<>(names.length * 2);
      for (int i = 0; i < names.length; i++) {
        found.put(names[i], i);
      }
      shapeIndex = found;
    }
    Integer index = found.get(shape);
    return index == null ? null : shapeAt(index);
  }

  /**
   * Returns the error shape for a code that a service sends.
   *
   * @param code the code, such as {@code ResourceNotFoundException}
   * @return the shape, or null if the model has no shape for the code
   */
  public @Nullable StructureShape errorShape(String code) {
    int index = errorCodes().shapeOf(code);
    return index >= 0 && shapeAt(index) instanceof StructureShape shape ? shape : null;
  }

  /**
   * Returns the names of an error in the model: its code and the names of its shapes, which differ
   * for one error in twelve, such as {@code DBInstanceNotFound} and {@code
   * DBInstanceNotFoundFault}.
   *
   * <p>Two errors of CloudWatch have the same code, and so have the names of both.
   *
   * @param name a code that a service sends, or the name of a shape
   * @return the code, then the names of the shapes that have it, without duplicates; empty if the
   *     model does not have the error
   */
  public List<String> errorNames(String name) {
    ErrorCodes codes = errorCodes();
    String code = name;
    int[] indexes = codes.shapesOf(code);
    if (indexes.length == 0
        && !codes.isEmpty()
        && findShape(name) instanceof StructureShape shape
        && shape.isError()) {
      code = shape.errorCode();
      indexes = codes.shapesOf(code);
    }
    if (indexes.length == 0) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    names.add(code);
    for (int index : indexes) {
      String shapeName = shapeAt(index).name();
      if (!names.contains(shapeName)) {
        names.add(shapeName);
      }
    }
    return Collections.unmodifiableList(names);
  }

  private ErrorCodes errorCodes() {
    ErrorCodes codes = errorCodes;
    if (codes == null) {
      codes = source.errorCodes();
      errorCodes = codes;
    }
    return codes;
  }

  /**
   * Returns the endpoint rule set, which finds the URL that requests are sent to.
   *
   * @return the rules, of a type internal to boto4j, or null if the service has no rules
   * @throws ModelException if the rules are damaged, or have an unknown type or function
   */
  public @Nullable EndpointRules endpointRules() {
    EndpointRules rules = endpointRules;
    if (rules == null) {
      rules = loader.endpointRules(this);
      endpointRules = rules;
    }
    return rules;
  }

  /**
   * Returns the exceptions that {@code endpoints.json} lists for the service's regions: per
   * partition {@code partitionEndpoint}, {@code isRegionalized}, {@code credentialScope}, and
   * {@code endpoints}, a credential scope per name.
   *
   * @return the exceptions by partition; empty for most services
   */
  public Map<String, Object> signingRegions() {
    Map<String, Object> regions = signingRegions;
    if (regions == null) {
      regions = loader.signingRegions(this);
      signingRegions = regions;
    }
    return regions;
  }

  /**
   * Returns the paginators or waiters, in the form of botocore's files.
   *
   * @param part the part to return
   * @return the part, or an empty map if the service has no such part
   */
  public Map<String, Object> part(ModelPart part) {
    return loader.part(this, part);
  }

  /**
   * Returns the definitions of the service's resources in its pack, in their text format. {@code
   * ResourceDefinitions} reads them.
   *
   * @return the text, which is empty if the pack has none; null if the service has no pack
   */
  public @Nullable String packedResources() {
    return loader.packedResources(this);
  }

  /**
   * Returns the definitions of resources in the files {@code SERVICE/VERSION/resources.txt} of the
   * folders of models.
   *
   * @return the texts by the paths of their files, in the order of the folders
   * @throws ModelException if a file cannot be read
   */
  public Map<String, String> resourceFiles() {
    return loader.resourceFiles(this);
  }

  /**
   * Returns a value that is computed from this model once, and kept as long as the model.
   *
   * @param type the type of the value, which is its key
   * @param create computes the value; must not call this method
   * @param <T> the type
   * @return the value
   */
  public synchronized <T> T computed(Class<T> type, Function<ServiceModel, T> create) {
    Map<Class<?>, Object> known = computed;
    if (known == null) {
      known = new HashMap<>();
      computed = known;
    }
    return type.cast(known.computeIfAbsent(type, key -> create.apply(this)));
  }

  /**
   * Returns the documentation of the service, its operations, shapes and members.
   *
   * @return the documentation; empty if its pack is not on the class path
   */
  public Documentation documentation() {
    return loader.documentation(this);
  }

  Shape shapeAt(int index) {
    Shape shape = shapes[index];
    if (shape == null) {
      shape = source.readShape(this, index);
      shapes[index] = shape;
    }
    return shape;
  }

  OperationModel operationAt(int index) {
    @Nullable OperationModel[] read = operations;
    if (read == null) {
      read = new OperationModel[source.operationNames().length];
      operations = read;
    }
    OperationModel operation = read[index];
    if (operation == null) {
      operation = source.readOperation(this, index);
      read[index] = operation;
    }
    return operation;
  }

  ServiceSource source() {
    return source;
  }

  List<ServiceLayer> layers() {
    return layers;
  }

  /** Reads all parts of the model, each of which reports if it is damaged. */
  void readAll() {
    for (int i = 0; i < source.operationNames().length; i++) {
      OperationModel operation = operationAt(i);
      operation.input();
      operation.output();
      operation.errors();
    }
    for (int i = 0; i < shapes.length; i++) {
      shapeAt(i);
    }
    errorCodes();
    endpointRules();
    for (ModelPart part : ModelPart.values()) {
      part(part);
    }
    documentation();
    resourceFiles();
  }

  /** Has every name as it is, and in its {@link #plain} form unless another operation has that. */
  private Map<String, Integer> operationIndex() {
    Map<String, Integer> index = operationIndex;
    if (index == null) {
      String[] names = source.operationNames();
      index = new HashMap<>(names.length * 4);
      for (int i = 0; i < names.length; i++) {
        index.put(names[i], i);
      }
      for (int i = 0; i < names.length; i++) {
        index.putIfAbsent(plain(names[i]), i);
      }
      operationIndex = index;
    }
    return index;
  }

  private static String plain(String operation) {
    return operation.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private String metadataText(String key, String otherwise) {
    String text = metadata.text(key);
    return text == null ? otherwise : text;
  }

  @Override
  public String toString() {
    return name + " " + apiVersion();
  }
}
