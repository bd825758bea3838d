package io.boto4j.conformance;

import io.boto4j.conformance.ResourceCase.Start;
import io.boto4j.conformance.ResourceCase.Step;
import io.boto4j.model.ModelPart;
import io.boto4j.model.ServiceModel;
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
import java.util.Objects;

/** The cases of one type: every step that boto3's definitions have, in several variants. */
final class ResourceCases {
  private final ResourceDefinitions definitions;
  private final ServiceModel model;
  private final ResourceType type;
  private final ResourceAnswers answers;
  private final ResourceInputs inputs;
  private final ResourceStarts starts;
  private final Start plain;
  private final Start withData;
  private final boolean loads;

  /** The answers to the calls that lead to the resource, and to its load operation. */
  private final Map<String, List<Map<String, Object>>> before;

  private final List<ResourceCase> cases = new ArrayList<>();

  private ResourceCases(
      ResourceDefinitions definitions,
      ServiceModel model,
      ResourceType type,
      ResourceAnswers answers) {
    this.definitions = definitions;
    this.model = model;
    this.type = type;
    this.answers = answers;
    this.inputs = new ResourceInputs(model);
    this.starts = new ResourceStarts(definitions, inputs, answers);
    this.plain = starts.plain(type);
    this.withData = starts.withData(type);
    this.before = starts.answers(type);
    this.loads = starts.loads(type);
  }

  /**
   * Creates cases.
   *
   * @param definitions boto3's definitions
   * @param model the service
   * @param type one of the types
   * @param answers generates the answers
   * @param attributes the names of the type's attributes
   */
  static List<ResourceCase> of(
      ResourceDefinitions definitions,
      ServiceModel model,
      ResourceType type,
      ResourceAnswers answers,
      List<String> attributes) {
    ResourceCases cases = new ResourceCases(definitions, model, type, answers);
    cases.addAll(attributes);
    return cases.cases;
  }

  private void addAll(List<String> attributes) {
    if (loads) {
      load();
    }
    type.actions().forEach(this::action);
    injected();
    for (ResourceLink each : starts.links(type)) {
      if (each.isReference()) {
        reference(each);
      } else {
        subResource(each);
      }
    }
    ResourceCollectionCases collections =
        new ResourceCollectionCases(definitions, inputs, starts, answers);
    type.collections()
        .forEach(
            many ->
                collections
                    .of(many)
                    .forEach(each -> add(plain, each.step(), each.variant(), each.answers())));
    type.waiters().forEach(this::waiter);
    if (!attributes.isEmpty()) {
      Step step = new Step("attributes", "", Map.of(), Map.of("names", attributes));
      add(withData, step, "all", Map.of());
    }
  }

  private void add(
      Start start, Step step, String variant, Map<String, List<Map<String, Object>>> more) {
    add(start, /* load= */ false, step, variant, more);
  }

  private void add(
      Start start,
      boolean load,
      Step step,
      String variant,
      Map<String, List<Map<String, Object>>> more) {
    Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>(before);
    all.putAll(more);
    cases.add(new ResourceCase(start, load, step, variant, all));
  }

  private void load() {
    add(plain, new Step("load", "", Map.of()), "minimal", Map.of());
    ResourceCall load = type.load();
    if (load == null) {
      return;
    }
    String operation = load.operation();
    Map<String, Object> more = inputs.full(operation, load);
    if (!more.isEmpty()) {
      add(plain, new Step("load", "", more), "full", Map.of());
    }
    Map<String, Object> other = inputs.overriding(operation, load);
    if (!load.parameters().isEmpty()) {
      add(plain, new Step("load", "", other), "overridden", Map.of());
    }
    String path = load.path();
    if (path != null && !path.equals("@")) {
      List<Map<String, Object>> empty = List.of(answers.minimal(operation, List.of()));
      add(plain, new Step("load", "", Map.of()), "empty answer", Map.of(operation, empty));
    }
  }

  /** What boto3's code adds to its definitions. */
  private void injected() {
    if (definitions.service().equals("ec2") && type.name().equals("Instance")) {
      Binding own = new Binding("Resources[0]", new Source(Source.Kind.IDENTIFIER, "Id"));
      action(new ResourceCall("DeleteTags", "DeleteTags", List.of(own), null, null, null));
    }
    if (definitions.service().equals("s3") && type.name().equals("Bucket")) {
      List<Map<String, Object>> others =
          List.of(answers.full("ListBuckets", List.of("Buckets[].Name")));
      Step load = new Step("load", "", Map.of());
      add(plain, load, "not listed", Map.of("ListBuckets", others));
      List<Map<String, Object>> pages = answers.twoPages("ListBuckets", List.of("Buckets[].Name"));
      List<Map<String, Object>> listed = Objects.requireNonNull(before.get("ListBuckets"));
      List<Map<String, Object>> later = List.of(pages.get(0), listed.get(0));
      add(plain, load, "on the second page", Map.of("ListBuckets", later));
    }
  }

  private void action(ResourceCall action) {
    String operation = action.operation();
    String name = SnakeCase.of(action.name());
    Start start = starts.uses(action, Source.Kind.DATA) ? withData : plain;
    Map<String, Object> minimal = inputs.minimal(operation, action);
    Map<String, List<Map<String, Object>>> answer = answer(action);
    add(start, new Step("action", name, minimal), "minimal", answer);
    Step full = new Step("action", name, inputs.full(operation, action));
    add(start, loads, full, loads ? "full, loaded" : "full", answer);
    if (!action.parameters().isEmpty()) {
      Map<String, Object> other = inputs.overriding(operation, action);
      add(start, new Step("action", name, other), "overridden", answer);
      Map<String, Object> merging = inputs.merging(operation, action);
      if (merging != null) {
        add(start, new Step("action", name, merging), "merged", answer);
      }
    }
    if (action.result() != null && action.result().uses(Source.Kind.RESPONSE)) {
      List<Map<String, Object>> empty = List.of(answers.minimal(operation, List.of()));
      add(start, new Step("action", name, minimal), "empty answer", Map.of(operation, empty));
    }
  }

  private void subResource(ResourceLink link) {
    ResourceType to = definitions.types().get(link.result().type());
    List<Object> values = new ArrayList<>();
    Map<String, Object> named = new LinkedHashMap<>();
    for (Identifier each : Objects.requireNonNull(to, link.name()).identifiers()) {
      if (isOpen(link.result(), each.name())) {
        Object value = inputs.identifier(to, each.name());
        values.add(value);
        named.put(SnakeCase.of(each.name()), value);
      }
    }
    Map<String, Object> given = Map.of("values", values);
    add(plain, new Step("sub-resource", link.name(), Map.of(), given), "in order", Map.of());
    if (!named.isEmpty()) {
      add(plain, new Step("sub-resource", link.name(), named), "by name", Map.of());
    }
  }

  private static boolean isOpen(ResourceResult result, String identifier) {
    for (Binding each : result.identifiers()) {
      if (each.target().equals(identifier)) {
        return each.source().kind() == Source.Kind.INPUT;
      }
    }
    return true;
  }

  private void reference(ResourceLink link) {
    String name = SnakeCase.of(link.name());
    boolean plural = ResourceStarts.firstOf(link.result(), Source.Kind.DATA).contains("[]");
    Step step = new Step("reference", name, Map.of(), Map.of("plural", plural));
    add(withData, step, "present", Map.of());
    ResourceCall load = type.load();
    if (load != null) {
      String path = Objects.requireNonNull(load.path(), type.name());
      Map<String, Object> empty = answers.minimal(load.operation(), List.of(path));
      add(withData, step, "absent", Map.of(load.operation(), List.of(empty)));
      Map<String, Object> gap = answers.full(load.operation(), starts.paths(load));
      String identifier = path + "." + ResourceStarts.firstOf(link.result(), Source.Kind.DATA);
      if (link.result().path() != null && answers.removeFirst(gap, identifier)) {
        add(withData, step, "element without identifier", Map.of(load.operation(), List.of(gap)));
      }
    }
  }

  private void waiter(ResourceCall waiter) {
    Map<?, ?> found = (Map<?, ?>) model.part(ModelPart.WAITERS).get(waiter.operation());
    String operation = String.valueOf(Objects.requireNonNull(found).get("operation"));
    String name = "wait_until_" + SnakeCase.of(waiter.name());
    Map<String, Object> minimal = inputs.minimal(operation, waiter);
    minimal.put("WaiterConfig", Map.of("MaxAttempts", 1, "Delay", 1));
    add(plain, new Step("waiter", name, minimal), "minimal", Map.of());
    Map<String, Object> full = inputs.full(operation, waiter);
    full.put("WaiterConfig", Map.of("MaxAttempts", 1, "Delay", 1));
    add(plain, loads, new Step("waiter", name, full), loads ? "full, loaded" : "full", Map.of());
  }

  private Map<String, List<Map<String, Object>>> answer(ResourceCall call) {
    String operation = call.operation();
    return Map.of(operation, List.of(answers.full(operation, starts.paths(call))));
  }
}
