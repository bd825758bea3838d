package io.boto4j.model;

import io.boto4j.model.rules.EndpointRules;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One API version of one AWS service: its operations, and the shapes they are made of.
 *
 * <p>Everything is read when it is first asked for, operation by operation and shape by shape, and
 * kept. Thread-safe.
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
  private final Traits metadata;

  /** Filled as they are asked for; a slot that two threads fill at once gets equal shapes. */
  private final @Nullable Shape[] shapes;

  private volatile @Nullable Map<String, Integer> operationIndex;
  private volatile @Nullable OperationModel @Nullable [] operations;
  private volatile @Nullable Map<String, Integer> shapeIndex;
  private volatile @Nullable ErrorCodes errorCodes;
  private volatile @Nullable EndpointRules endpointRules;
  private volatile @Nullable Map<String, Object> signingRegions;

  ServiceModel(String name, ServiceSource source, ModelLoader loader) {
    this.name = name;
    this.source = source;
    this.loader = loader;
    this.metadata = source.metadata();
    this.shapes = new Shape[source.shapeCount()];
  }

  /**
   * The service's name, as boto3's {@code client(…)} takes it: botocore's folder name.
   *
   * @return as {@code dynamodb}
   */
  public String name() {
    return name;
  }

  /**
   * The API version.
   *
   * @return as {@code 2012-08-10}
   */
  public String apiVersion() {
    return metadataText("apiVersion", "");
  }

  /**
   * The model's {@code metadata}: protocols, endpoint prefix, signing name …
   *
   * @return the traits
   */
  public Traits metadata() {
    return metadata;
  }

  /**
   * What stands beside operations, shapes and metadata: {@code clientContextParams} …
   *
   * @return the traits
   */
  public Traits traits() {
    return source.traits();
  }

  /**
   * The service id.
   *
   * @return as {@code DynamoDB}
   */
  public String serviceId() {
    return metadataText("serviceId", name);
  }

  /**
   * The first label of the service's host name.
   *
   * @return as {@code dynamodb}
   */
  public String endpointPrefix() {
    return metadataText("endpointPrefix", name);
  }

  /**
   * The service name that goes into signatures.
   *
   * @return the metadata's {@code signingName}, else the endpoint prefix
   */
  public String signingName() {
    return metadataText("signingName", endpointPrefix());
  }

  /**
   * The operations' names.
   *
   * @return in the model's order, unmodifiable
   */
  public List<String> operationNames() {
    return Collections.unmodifiableList(Arrays.asList(source.operationNames()));
  }

  /**
   * Finds an operation by its name, spelled {@code PutItem}, {@code putItem} or {@code put_item}.
   *
   * @param operation the name
   * @return the operation, or null if there is none
   */
  public @Nullable OperationModel findOperation(String operation) {
    Integer index = operationIndex().get(operation);
    if (index == null) {
      index = operationIndex().get(plain(operation));
    }
    return index == null ? null : operationAt(index);
  }

  /**
   * The operation of a name.
   *
   * @param operation the name, spelled {@code PutItem}, {@code putItem} or {@code put_item}
   * @return the operation
   * @throws IllegalArgumentException if there is none
   */
  public OperationModel operation(String operation) {
    OperationModel found = findOperation(operation);
    if (found == null) {
      throw new IllegalArgumentException("No operation " + operation + " in " + this);
    }
    return found;
  }

  /**
   * The shapes' names.
   *
   * @return in the source's order, unmodifiable
   */
  public List<String> shapeNames() {
    return Collections.unmodifiableList(Arrays.asList(source.shapeNames()));
  }

  /**
   * Finds a shape by its name.
   *
   * @param shape the name
   * @return the shape, or null if there is none
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
   * The error shape a service means by a code.
   *
   * @param code the code, as {@code ResourceNotFoundException}
   * @return the shape, or null if the model has none for it
   */
  public @Nullable StructureShape errorShape(String code) {
    ErrorCodes codes = errorCodes;
    if (codes == null) {
      codes = source.errorCodes();
      errorCodes = codes;
    }
    int index = codes.shapeOf(code);
    return index >= 0 && shapeAt(index) instanceof StructureShape shape ? shape : null;
  }

  /**
   * Which host to call: the endpoint rule set.
   *
   * @return the rules, or null if the service has none
   * @throws ModelException if they cannot be understood
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
   * What is unusual about the service's regions in {@code endpoints.json}: by partition, {@code
   * partitionEndpoint}, {@code isRegionalized}, {@code credentialScope}, and by name {@code
   * endpoints}, which are credential scopes.
   *
   * @return the facts; empty for most services
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
   * Paginators or waiters, as the model spells them.
   *
   * @param part which
   * @return the part, or an empty map if the service has none
   */
  public Map<String, Object> part(ModelPart part) {
    return loader.part(this, part);
  }

  /**
   * The texts for people: of the service, its operations, shapes and members.
   *
   * @return the documentation, empty where the documentation pack is not at hand
   */
  public Documentation documentation() {
    return loader.documentation(name, apiVersion());
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

  /** Every name as it is, and as {@link #plain} spells it unless that is another operation's. */
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
