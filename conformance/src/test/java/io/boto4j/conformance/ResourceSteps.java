package io.boto4j.conformance;

import io.boto4j.conformance.ResourceCase.Step;
import io.boto4j.model.resource.ResourceType;
import io.boto4j.resource.Resource;
import io.boto4j.resource.ResourceCollection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes steps with boto4j's resources, and describes their results as resources.py does. */
final class ResourceSteps {
  private final Resource service;

  ResourceSteps(Resource service) {
    this.service = service;
  }

  /** Returns the {@code result} or {@code failure}, and the {@code data} afterwards. */
  Map<String, @Nullable Object> take(ResourceCase call) {
    Map<String, @Nullable Object> said = new LinkedHashMap<>();
    Resource owner = null;
    try {
      owner = start(call.start());
      if (call.load()) {
        owner.load();
      }
      said.put("result", described(taken(owner, call.step())));
    } catch (RuntimeException e) {
      said.put("failure", e.toString());
    }
    said.put("data", owner == null ? null : described(owner.meta().data()));
    return said;
  }

  /** Returns a resource, after the calls that lead to it. */
  Resource start(ResourceCase.Start start) {
    Resource owner =
        start.type().equals(ResourceType.SERVICE)
            ? service
            : service.resource(start.type(), start.identifiers().toArray());
    for (Step hop : start.hops()) {
      Object found = Objects.requireNonNull(taken(owner, hop));
      owner = (Resource) (found instanceof List<?> list ? list.get(0) : found);
    }
    return owner;
  }

  private static @Nullable Object taken(Resource owner, Step step) {
    String name = step.name();
    Map<String, Object> parameters = step.parameters();
    switch (step.kind()) {
      case "load" -> {
        owner.load(parameters);
        return null;
      }
      case "waiter" -> {
        owner.waitUntil(name, parameters);
        return null;
      }
      case "action" -> {
        return owner.action(name, parameters);
      }
      case "sub-resource" -> {
        return parameters.isEmpty()
            ? owner.resource(name, ((List<?>) step.options().get("values")).toArray())
            : owner.resource(name, parameters);
      }
      case "reference" -> {
        boolean plural = Boolean.TRUE.equals(step.options().get("plural"));
        return plural ? owner.references(name) : owner.reference(name).orElse(null);
      }
      case "collection" -> {
        return collection(owner, step).toList();
      }
      case "pages" -> {
        List<Object> pages = new ArrayList<>();
        collection(owner, step).pages().forEach(pages::add);
        return pages;
      }
      case "batch action" -> {
        return owner.collection(name).batch((String) step.options().get("batch"), parameters);
      }
      case "attributes" -> {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        for (Object each : (List<?>) step.options().get("names")) {
          attributes.put((String) each, owner.get((String) each));
        }
        return attributes;
      }
      default -> throw new AssertionError(step.kind());
    }
  }

  private static ResourceCollection collection(Resource owner, Step step) {
    ResourceCollection collection = owner.collection(step.name()).all();
    if (!step.parameters().isEmpty()) {
      collection = collection.filter(step.parameters());
    }
    if (step.options().get("limit") instanceof Integer limit) {
      collection = collection.limit(limit);
    }
    if (step.options().get("pageSize") instanceof Integer size) {
      collection = collection.pageSize(size);
    }
    return collection;
  }

  private static @Nullable Object described(@Nullable Object value) {
    if (value instanceof Resource resource) {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put("type", resource.type());
      tree.put("text", resource.toString());
      List<Object> identifiers = new ArrayList<>();
      resource.identifiers().forEach((name, each) -> identifiers.add(List.of(name, each)));
      tree.put("identifiers", identifiers);
      tree.put("data", described(resource.meta().data()));
      return tree;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(each -> copy.add(described(each)));
      return copy;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, each) -> copy.put((String) name, described(each)));
      copy.remove("ResponseMetadata");
      return copy;
    }
    return OracleValues.comparable(value);
  }
}
