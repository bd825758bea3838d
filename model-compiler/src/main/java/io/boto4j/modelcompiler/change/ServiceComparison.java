package io.boto4j.modelcompiler.change;

import io.boto4j.model.ModelPart;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The comparison of two models of one service. */
final class ServiceComparison {
  private static final List<String> METADATA =
      List.of(
          "apiVersion",
          "protocol",
          "protocols",
          "jsonVersion",
          "targetPrefix",
          "endpointPrefix",
          "signingName",
          "signatureVersion",
          "auth");

  private final ServiceModel before;
  private final ServiceModel after;
  private final List<Change> changes = new ArrayList<>();
  private final ShapeComparison inputs = new ShapeComparison(true, changes::add);
  private final ShapeComparison outputs = new ShapeComparison(false, changes::add);

  private ServiceComparison(ServiceModel before, ServiceModel after) {
    this.before = before;
    this.after = after;
  }

  /** Returns the differences, in the order of the model. */
  static List<Change> between(ServiceModel before, ServiceModel after) {
    ServiceComparison comparison = new ServiceComparison(before, after);
    comparison.metadata();
    comparison.operations();
    comparison.parts(ModelPart.PAGINATORS, "paginator");
    comparison.parts(ModelPart.WAITERS, "waiter");
    comparison.endpointRules();
    return comparison.changes;
  }

  private void metadata() {
    for (String key : METADATA) {
      Object old = before.metadata().get(key);
      Object now = after.metadata().get(key);
      if (!Objects.equals(old, now)) {
        changes.add(Change.of(key + " changed from " + old + " to " + now));
      }
    }
  }

  private void operations() {
    Set<String> old = new LinkedHashSet<>(before.operationNames());
    Set<String> now = new LinkedHashSet<>(after.operationNames());
    for (String name : now) {
      if (!old.contains(name)) {
        changes.add(Change.of("new operation " + name));
      }
    }
    for (String name : old) {
      if (now.contains(name)) {
        operation(before.operation(name), after.operation(name));
      } else {
        changes.add(Change.breaking("the operation " + name + " was removed"));
      }
    }
  }

  private void operation(OperationModel old, OperationModel now) {
    String name = old.name();
    inputs.compareRoots(name, old.input(), now.input());
    outputs.compareRoots(name, old.output(), now.output());
    if (!old.http().equals(now.http())) {
      changes.add(
          Change.of(name + ": the HTTP request changed from " + old.http() + " to " + now.http()));
    }
    Set<String> oldErrors = codes(old);
    Set<String> newErrors = codes(now);
    for (String code : newErrors) {
      if (!oldErrors.contains(code)) {
        changes.add(Change.of(name + ": new error " + code));
      }
    }
    for (String code : oldErrors) {
      if (!newErrors.contains(code)) {
        changes.add(Change.of(name + ": the error " + code + " was removed"));
      }
    }
  }

  private static Set<String> codes(OperationModel operation) {
    Set<String> codes = new LinkedHashSet<>();
    for (StructureShape error : operation.errors()) {
      codes.add(error.errorCode());
    }
    return codes;
  }

  private void parts(ModelPart part, String noun) {
    Map<String, Object> old = before.part(part);
    Map<String, Object> now = after.part(part);
    for (Map.Entry<String, Object> each : now.entrySet()) {
      Object earlier = old.get(each.getKey());
      if (earlier == null) {
        changes.add(Change.of("new " + noun + " " + each.getKey()));
      } else if (!earlier.equals(each.getValue())) {
        changes.add(Change.of("the " + noun + " " + each.getKey() + " changed"));
      }
    }
    for (String name : old.keySet()) {
      if (!now.containsKey(name)) {
        changes.add(Change.breaking("the " + noun + " " + name + " was removed"));
      }
    }
  }

  private void endpointRules() {
    if (!Arrays.equals(rules(before), rules(after))) {
      changes.add(Change.of("the endpoint rules changed"));
    }
  }

  private static byte[] rules(ServiceModel model) {
    return model.endpointRules() == null ? new byte[0] : model.endpointRules().bytes();
  }
}
