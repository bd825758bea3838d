package io.boto4j.model.resource;

import io.boto4j.model.ModelPart;
import io.boto4j.model.NearNames;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks definitions against the model of their service. */
final class DefinitionCheck {
  private final ResourceDefinitions definitions;
  private final ServiceModel model;
  private final Map<String, Object> waiters;
  private final List<String> problems = new ArrayList<>();

  private DefinitionCheck(ResourceDefinitions definitions, ServiceModel model) {
    this.definitions = definitions;
    this.model = model;
    this.waiters = model.part(ModelPart.WAITERS);
  }

  static List<String> problems(ResourceDefinitions definitions, ServiceModel model) {
    DefinitionCheck check = new DefinitionCheck(definitions, model);
    check.problems.addAll(ofService(definitions, model));
    new TypeCheck(check, definitions.root()).run();
    for (ResourceType type : definitions.types().values()) {
      new TypeCheck(check, type).run();
    }
    return List.copyOf(check.problems);
  }

  /** Returns the problem that definitions belong to another service or version; else nothing. */
  static List<String> ofService(ResourceDefinitions definitions, ServiceModel model) {
    return definitions.service().equals(model.name())
            && definitions.apiVersion().equals(model.apiVersion())
        ? List.of()
        : List.of("they describe " + definitions.service() + " " + definitions.apiVersion());
  }

  /** The checks of one type. */
  private static final class TypeCheck {
    private final DefinitionCheck all;
    private final ResourceType type;
    private final @Nullable Shape data;
    private final Set<String> identifiers = new HashSet<>();

    TypeCheck(DefinitionCheck all, ResourceType type) {
      this.all = all;
      this.type = type;
      String shape = type.shape();
      this.data = shape == null ? null : all.model.findShape(shape);
      for (Identifier each : type.identifiers()) {
        identifiers.add(each.name());
      }
    }

    void run() {
      String shape = type.shape();
      if (shape != null && data == null) {
        problem("", "no shape " + shape + "." + NearNames.hint(shape, all.model.shapeNames()));
      }
      if (identifiers.size() < type.identifiers().size()) {
        problem("", "an identifier occurs twice");
      }
      for (Identifier each : type.identifiers()) {
        String member = each.member();
        if (member != null
            && (!(data instanceof StructureShape structure) || structure.member(member) == null)) {
          problem(each.name(), "the data has no member " + member);
        }
      }
      ResourceCall load = type.load();
      if (load != null) {
        call("load", load);
      }
      type.actions().forEach(each -> call("do " + each.name(), each));
      type.batchActions().forEach(each -> call("batch " + each.name(), each));
      type.collections().forEach(each -> call("many " + each.name(), each));
      type.waiters().forEach(this::waiter);
      type.links().forEach(each -> result("has " + each.name(), each.result(), null));
    }

    private void waiter(ResourceCall waiter) {
      String place = "wait " + waiter.name();
      if (all.waiters.get(waiter.operation()) instanceof Map<?, ?> found
          && found.get("operation") instanceof String operation) {
        parameters(place, waiter, all.model.operation(operation));
      } else {
        problem(
            place,
            "no waiter "
                + waiter.operation()
                + "."
                + NearNames.hint(waiter.operation(), all.waiters.keySet()));
      }
    }

    private void call(String place, ResourceCall call) {
      if (!all.model.operationNames().contains(call.operation())) {
        problem(
            place,
            "no operation "
                + call.operation()
                + "."
                + NearNames.hint(call.operation(), all.model.operationNames()));
        return;
      }
      OperationModel operation = all.model.operation(call.operation());
      parameters(place, call, operation);
      path(place, "the response", operation.output(), call.path());
      ResourceResult result = call.result();
      if (result != null) {
        result(place, result, operation);
      }
    }

    private void parameters(String place, ResourceCall call, OperationModel operation) {
      for (Binding each : call.parameters()) {
        path(place, "the input of " + operation.name(), operation.input(), each.target());
        switch (each.source().kind()) {
          case IDENTIFIER -> identifier(place, each);
          case DATA -> path(place, "the data", data, each.source().text());
          case CONSTANT, INPUT -> {}
          case RESPONSE, REQUEST -> problem(place, "a parameter cannot come from " + each.source());
        }
      }
    }

    private void result(String place, ResourceResult result, @Nullable OperationModel operation) {
      ResourceType to = all.definitions.types().get(result.type());
      if (to == null) {
        problem(
            place,
            "no type "
                + result.type()
                + "."
                + NearNames.hint(result.type(), all.definitions.types().keySet()));
        return;
      }
      Shape source = operation == null ? data : operation.output();
      path(place, operation == null ? "the data" : "the response", source, result.path());
      Set<String> missing = new HashSet<>();
      to.identifiers().forEach(each -> missing.add(each.name()));
      for (Binding each : result.identifiers()) {
        if (!missing.remove(each.target())) {
          problem(place, "the identifier " + each.target() + " of " + to.name() + " is unknown");
        }
        identifierSource(place, each, operation);
      }
      if (!missing.isEmpty()) {
        problem(place, "identifiers of " + to.name() + " are missing: " + missing);
      }
    }

    private void identifierSource(
        String place, Binding binding, @Nullable OperationModel operation) {
      Source source = binding.source();
      switch (source.kind()) {
        case IDENTIFIER -> identifier(place, binding);
        case DATA -> path(place, "the data", data, source.text());
        case CONSTANT -> {}
        case RESPONSE, REQUEST -> {
          if (operation == null) {
            problem(place, "without a call, nothing can come from " + source);
          } else if (source.kind() == Source.Kind.RESPONSE) {
            path(place, "the response", operation.output(), source.text());
          } else {
            path(place, "the input", operation.input(), source.text());
          }
        }
        case INPUT -> {
          if (operation != null) {
            problem(place, "the result of a call cannot have the source ?");
          }
        }
      }
    }

    private void identifier(String place, Binding binding) {
      if (!identifiers.contains(binding.source().text())) {
        problem(place, "no identifier " + binding.source().text() + " for " + binding.target());
      }
    }

    private void path(String place, String of, @Nullable Shape shape, @Nullable String path) {
      if (path == null || !ShapePath.isSimple(path)) {
        return;
      }
      if (shape == null || ShapePath.find(shape, path).isEmpty()) {
        problem(place, of + " has no " + path);
      }
    }

    private void problem(String place, String problem) {
      String where = place.isEmpty() ? type.name() : type.name() + ", " + place;
      all.problems.add(where + ": " + problem);
    }
  }
}
