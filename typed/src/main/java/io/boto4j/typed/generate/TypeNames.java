package io.boto4j.typed.generate;

import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of all types of a service. They are given to the whole model, not to the chosen
 * operations, so that choosing one more operation renames nothing.
 */
final class TypeNames {
  private static final String SUFFIX = "Type";

  private final String service;
  private final String calls;
  private final String values;
  private final Map<String, String> requests = new HashMap<>();
  private final Map<String, String> responses = new HashMap<>();
  private final Map<String, String> shapes = new HashMap<>();

  TypeNames(ServiceModel model) {
    UniqueNames names = new UniqueNames(SUFFIX, /* ignoreCase= */ true);
    names.reserve(ReservedNames.JAVA_LANG);
    names.reserve(ReservedNames.IMPORTED);
    service = names.free(JavaNames.type(model.serviceId()));
    calls = names.free(service + "Calls");
    values = names.free(service + "Values");
    for (String operation : model.operationNames()) {
      String type = JavaNames.type(operation);
      requests.put(operation, names.free(type + "Request"));
      responses.put(operation, names.free(type + "Response"));
    }
    List<String> sorted = new ArrayList<>(model.shapeNames());
    Collections.sort(sorted);
    for (String name : sorted) {
      Shape shape = model.findShape(name);
      if (shape instanceof StructureShape || (shape != null && EnumSource.isEnum(shape))) {
        shapes.put(name, names.free(JavaNames.type(name)));
      }
    }
  }

  /** The interface, such as {@code DynamoDb}. */
  String service() {
    return service;
  }

  /** The implementation of the interface. */
  String calls() {
    return calls;
  }

  /** The conversions of lists and maps. */
  String values() {
    return values;
  }

  String request(String operation) {
    return known(requests, operation);
  }

  String response(String operation) {
    return known(responses, operation);
  }

  String shape(Shape shape) {
    return known(shapes, shape.name());
  }

  private static String known(Map<String, String> names, String key) {
    String name = names.get(key);
    if (name == null) {
      throw new IllegalArgumentException("Not in the model: " + key);
    }
    return name;
  }
}
