package io.boto4j.conformance;

import io.boto4j.conformance.ResourceCase.Start;
import io.boto4j.conformance.ResourceCase.Step;
import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.Identifier;
import io.boto4j.model.resource.ResourceCall;
import io.boto4j.model.resource.ResourceDefinitions;
import io.boto4j.model.resource.ResourceLink;
import io.boto4j.model.resource.ResourceResult;
import io.boto4j.model.resource.ResourceType;
import io.boto4j.model.resource.SnakeCase;
import io.boto4j.model.resource.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a resource of each type is reached: by its identifiers, or with data from a call. */
final class ResourceStarts {
  private final ResourceDefinitions definitions;
  private final ResourceInputs inputs;
  private final ResourceAnswers answers;

  ResourceStarts(ResourceDefinitions definitions, ResourceInputs inputs, ResourceAnswers answers) {
    this.definitions = definitions;
    this.inputs = inputs;
    this.answers = answers;
  }

  /** A way to a resource. */
  private record Way(ResourceType owner, Step step, @Nullable ResourceCall call) {}

  /** Returns a resource of a type, which need not have data. */
  Start plain(ResourceType type) {
    return isReached(type) ? direct(type) : via(type);
  }

  /** Returns a resource of a type that has data or can load it. */
  Start withData(ResourceType type) {
    return isReached(type) && loads(type) ? direct(type) : via(type);
  }

  private Start direct(ResourceType type) {
    String link = link(type);
    return new Start(link == null ? type.name() : link, inputs.identifiers(type), List.of());
  }

  private Start via(ResourceType type) {
    Way way = way(type);
    return way == null
        ? direct(type)
        : new Start(
            direct(way.owner()).type(), inputs.identifiers(way.owner()), List.of(way.step()));
  }

  /** Returns whether a type has a load operation, in the data or in boto3's code. */
  boolean loads(ResourceType type) {
    boolean injected =
        definitions.service().equals("s3")
            && (type.name().equals("Bucket") || type.name().equals("ObjectSummary"));
    return type.load() != null || injected;
  }

  /** Returns the links of a type; the service has one to each type that no other one leads to. */
  List<ResourceLink> links(ResourceType type) {
    List<ResourceLink> links = new ArrayList<>(type.links());
    if (!type.name().equals(ResourceType.SERVICE)) {
      return links;
    }
    for (ResourceType each : definitions.types().values()) {
      if (links.stream().noneMatch(link -> isOf(link, each))) {
        List<Binding> identifiers = new ArrayList<>();
        for (Identifier identifier : each.identifiers()) {
          identifiers.add(new Binding(identifier.name(), new Source(Source.Kind.INPUT, "")));
        }
        links.add(
            new ResourceLink(
                each.name(), new ResourceResult(each.name(), identifiers, null), null));
      }
    }
    return links;
  }

  private static boolean isOf(ResourceLink link, ResourceType type) {
    return link.result().type().equals(type.name()) || link.name().equals(type.name());
  }

  /** Returns whether the service leads to a type. */
  private boolean isReached(ResourceType type) {
    return type.name().equals(ResourceType.SERVICE) || link(type) != null;
  }

  /** Returns the name by which the service leads to a type. */
  private @Nullable String link(ResourceType type) {
    for (ResourceLink each : links(definitions.root())) {
      if (each.result().type().equals(type.name())) {
        return each.name();
      }
    }
    return null;
  }

  /** Returns the first way to a type with data: a collection, a reference or an action. */
  private @Nullable Way way(ResourceType to) {
    List<ResourceType> owners = new ArrayList<>(definitions.types().values());
    owners.add(0, definitions.root());
    owners.removeIf(each -> !isReached(each));
    for (ResourceType owner : owners) {
      Way way = call("collection", owner, owner.collections(), to);
      if (way != null) {
        return way;
      }
    }
    for (ResourceType owner : owners) {
      for (ResourceLink each : owner.links()) {
        if (leads(each.result(), to) && owner.load() != null) {
          return new Way(owner, new Step("reference", SnakeCase.of(each.name()), Map.of()), null);
        }
      }
    }
    for (ResourceType owner : owners) {
      Way way = call("action", owner, owner.actions(), to);
      if (way != null) {
        return way;
      }
    }
    return null;
  }

  private @Nullable Way call(
      String kind, ResourceType owner, List<ResourceCall> calls, ResourceType to) {
    for (ResourceCall each : calls) {
      if (leads(each.result(), to)) {
        Map<String, Object> input = inputs.minimal(each.operation(), each);
        return new Way(owner, new Step(kind, SnakeCase.of(each.name()), input), each);
      }
    }
    return null;
  }

  private static boolean leads(@Nullable ResourceResult result, ResourceType to) {
    return result != null && result.type().equals(to.name()) && result.path() != null;
  }

  /** Returns the answers to the calls that lead to a type, and to its load operation. */
  Map<String, List<Map<String, Object>>> answers(ResourceType type) {
    Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
    Way way = way(type);
    if (way != null) {
      ResourceCall call = way.call() == null ? way.owner().load() : way.call();
      if (call != null) {
        put(all, call.operation(), paths(call));
      }
    }
    ResourceCall load = type.load();
    if (load != null) {
      put(all, load.operation(), paths(load));
    }
    if (definitions.service().equals("s3") && type.name().equals("Bucket")) {
      Map<String, Object> own = answers.full("ListBuckets", List.of("Buckets[].Name"));
      if (own.get("Buckets") instanceof List<?> list && list.get(1) instanceof Map<?, ?> bucket) {
        Map<String, Object> named = new LinkedHashMap<>();
        bucket.forEach((name, each) -> named.put((String) name, each));
        named.put("Name", inputs.identifiers(type).get(0));
        own.put("Buckets", List.of(list.get(0), named));
      }
      all.put("ListBuckets", List.of(own));
    }
    return all;
  }

  private void put(
      Map<String, List<Map<String, Object>>> all, String operation, List<String> paths) {
    all.put(operation, List.of(answers.full(operation, paths)));
  }

  boolean uses(ResourceCall call, Source.Kind kind) {
    return call.parameters().stream().anyMatch(each -> each.source().kind() == kind);
  }

  /** Returns the path of the first identifier from a kind of source. */
  static String firstOf(ResourceResult result, Source.Kind kind) {
    for (Binding each : result.identifiers()) {
      if (each.source().kind() == kind) {
        return each.source().text();
      }
    }
    return "";
  }

  /** Returns the paths that the answer to a call must have, for its result and for the data. */
  List<String> paths(ResourceCall call) {
    List<String> paths = new ArrayList<>();
    ResourceResult result = call.result();
    if (result == null) {
      definitions.types().values().stream()
          .filter(each -> call.equals(each.load()))
          .forEach(each -> paths.addAll(dataPaths(each, call.path())));
      return paths;
    }
    ResourceType to = definitions.types().get(result.type());
    if (to != null) {
      paths.addAll(dataPaths(to, result.path()));
    }
    for (Binding each : result.identifiers()) {
      if (each.source().kind() == Source.Kind.RESPONSE) {
        paths.add(each.source().text());
      }
    }
    return paths;
  }

  /** Returns the paths of the data that the references and parameters of a type read. */
  private static List<String> dataPaths(ResourceType type, @Nullable String path) {
    List<String> paths = new ArrayList<>();
    if (path == null) {
      return paths;
    }
    paths.add(path);
    List<Binding> bindings = new ArrayList<>();
    type.links().forEach(each -> bindings.addAll(each.result().identifiers()));
    type.actions().forEach(each -> bindings.addAll(each.parameters()));
    type.batchActions().forEach(each -> bindings.addAll(each.parameters()));
    for (Binding each : bindings) {
      if (each.source().kind() == Source.Kind.DATA) {
        paths.add(path + "." + each.source().text());
      }
    }
    return paths;
  }
}
