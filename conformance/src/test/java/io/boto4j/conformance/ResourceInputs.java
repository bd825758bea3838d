package io.boto4j.conformance;

import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.Identifier;
import io.boto4j.model.resource.ResourceCall;
import io.boto4j.model.resource.ResourceType;
import io.boto4j.model.resource.SnakeCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Generates what a caller gives: identifiers, and parameters besides those that are filled in. */
final class ResourceInputs {
  private final ServiceModel model;

  ResourceInputs(ServiceModel model) {
    this.model = model;
  }

  /** Returns a value for each identifier of a type. */
  List<Object> identifiers(ResourceType type) {
    List<Object> values = new ArrayList<>();
    for (Identifier each : type.identifiers()) {
      values.add(identifier(type, each.name()));
    }
    return values;
  }

  /** Returns a value for an identifier, long enough for every shape. */
  Object identifier(ResourceType type, String name) {
    for (Identifier each : type.identifiers()) {
      if (each.name().equals(name) && isInteger(type, each.member())) {
        return 7;
      }
    }
    return (SnakeCase.of(type.name() + name) + "-0123456789").replace('_', '-');
  }

  private boolean isInteger(ResourceType type, @Nullable String name) {
    Shape shape = type.shape() == null ? null : model.findShape(type.shape());
    Member member = name != null && shape instanceof StructureShape data ? data.member(name) : null;
    return member != null && member.shape().type() == ShapeType.INTEGER;
  }

  /** Returns the parameters that are required and not filled in. */
  Map<String, Object> minimal(String operation, ResourceCall call) {
    Map<String, Object> input = input(operation, SampleValues.minimal().valid());
    input.keySet().removeAll(filled(call));
    return input;
  }

  /** Returns all parameters that are not filled in. */
  Map<String, Object> full(String operation, ResourceCall call) {
    Map<String, Object> input = input(operation, SampleValues.full(operation.hashCode()).valid());
    input.keySet().removeAll(filled(call));
    return input;
  }

  /** Returns the required parameters, and others for those that are filled in. */
  Map<String, Object> overriding(String operation, ResourceCall call) {
    Map<String, Object> input = minimal(operation, call);
    Map<String, Object> full = input(operation, SampleValues.full(operation.hashCode()).valid());
    for (String each : filled(call)) {
      Object value = full.get(each);
      if (value != null) {
        input.put(each, value);
      }
    }
    return input;
  }

  /**
   * Returns the required parameters, and more members for a structure that is filled in; null if
   * none is.
   */
  @Nullable Map<String, Object> merging(String operation, ResourceCall call) {
    Map<String, Object> full = input(operation, SampleValues.full(operation.hashCode()).valid());
    Map<String, Object> input = minimal(operation, call);
    boolean found = false;
    for (String each : filled(call)) {
      if (full.get(each) instanceof Map<?, ?> map) {
        Map<String, Object> more = new LinkedHashMap<>();
        map.forEach((name, value) -> more.put((String) name, value));
        for (Binding binding : call.parameters()) {
          more.keySet().removeIf(name -> isIn(binding.target(), each + "." + name));
        }
        input.put(each, more);
        found |= !more.isEmpty();
      }
    }
    return found ? input : null;
  }

  private static boolean isIn(String target, String path) {
    return target.equals(path) || target.startsWith(path + ".") || target.startsWith(path + "[");
  }

  private Map<String, Object> input(String operation, SampleValues samples) {
    OperationModel called = model.operation(operation);
    return new LinkedHashMap<>(RoundTripValues.sendableInput(called, samples.input(called)));
  }

  /** Returns the parameters that are filled in. */
  static Set<String> filled(ResourceCall call) {
    Set<String> names = new LinkedHashSet<>();
    for (Binding each : call.parameters()) {
      names.add(each.target().replaceFirst("[.\\[].*", ""));
    }
    return names;
  }
}
