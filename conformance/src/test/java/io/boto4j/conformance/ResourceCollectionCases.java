package io.boto4j.conformance;

import io.boto4j.conformance.ResourceCase.Step;
import io.boto4j.model.resource.ResourceCall;
import io.boto4j.model.resource.ResourceDefinitions;
import io.boto4j.model.resource.ResourceResult;
import io.boto4j.model.resource.ResourceType;
import io.boto4j.model.resource.SnakeCase;
import io.boto4j.model.resource.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The cases of a collection and of its batch actions. */
final class ResourceCollectionCases {
  private static final List<String> FAILED = List.of("Errors", "Failed", "Unsuccessful");

  private final ResourceDefinitions definitions;
  private final ResourceInputs inputs;
  private final ResourceStarts starts;
  private final ResourceAnswers answers;
  private final List<Variant> variants = new ArrayList<>();

  /** A step from the owner of the collection. */
  record Variant(Step step, String variant, Map<String, List<Map<String, Object>>> answers) {}

  ResourceCollectionCases(
      ResourceDefinitions definitions,
      ResourceInputs inputs,
      ResourceStarts starts,
      ResourceAnswers answers) {
    this.definitions = definitions;
    this.inputs = inputs;
    this.starts = starts;
    this.answers = answers;
  }

  List<Variant> of(ResourceCall many) {
    variants.clear();
    collection(many);
    gaps(many);
    ResourceResult result = Objects.requireNonNull(many.result(), many.name());
    ResourceType element = Objects.requireNonNull(definitions.types().get(result.type()));
    for (ResourceCall each : element.batchActions()) {
      batch(many, each);
    }
    return List.copyOf(variants);
  }

  private void add(Step step, String variant, Map<String, List<Map<String, Object>>> given) {
    variants.add(new Variant(step, variant, given));
  }

  private void collection(ResourceCall many) {
    String operation = many.operation();
    String name = SnakeCase.of(many.name());
    Map<String, Object> required = inputs.minimal(operation, many);
    Map<String, List<Map<String, Object>>> answer = pages(many);
    add(step("collection", name, required, Map.of()), "all", answer);
    add(step("pages", name, required, Map.of()), "all", answer);
    add(step("pages", name, required, Map.of("limit", 3)), "limit", answer);
    add(step("collection", name, required, Map.of("pageSize", 10)), "page size", answer);
    add(step("collection", name, required, Map.of("limit", 0)), "limit of 0", answer);
    Map<String, Object> more = inputs.full(operation, many);
    more.keySet().removeAll(answers.pageParameters(operation));
    if (!more.isEmpty()) {
      add(step("collection", name, more, Map.of("limit", 1)), "filter", answer);
    }
    if (!many.parameters().isEmpty()) {
      Map<String, Object> other = inputs.overriding(operation, many);
      add(step("collection", name, other, Map.of()), "overridden", answer);
    }
  }

  private void gaps(ResourceCall many) {
    String operation = many.operation();
    String name = SnakeCase.of(many.name());
    Map<String, Object> required = inputs.minimal(operation, many);
    if (answers.pages(operation)) {
      List<Map<String, Object>> pages = new ArrayList<>();
      pages.add(answers.emptyPage(operation));
      pages.addAll(Objects.requireNonNull(pages(many).get(operation), operation));
      Map<String, List<Map<String, Object>>> later = Map.of(operation, pages);
      add(step("pages", name, required, Map.of()), "empty first page", later);
    }
    ResourceResult result = Objects.requireNonNull(many.result(), many.name());
    Map<String, Object> gap = answers.full(operation, starts.paths(many));
    String identifier = ResourceStarts.firstOf(result, Source.Kind.RESPONSE);
    if (result.path() != null && answers.removeFirst(gap, identifier)) {
      Step all = step("collection", name, required, Map.of());
      add(all, "element without identifier", Map.of(operation, List.of(gap)));
    }
  }

  private static Step step(
      String kind, String name, Map<String, Object> parameters, Map<String, Object> options) {
    return new Step(kind, name, parameters, options);
  }

  private void batch(ResourceCall many, ResourceCall batch) {
    String operation = batch.operation();
    String name = SnakeCase.of(many.name());
    Map<String, Object> option = Map.of("batch", SnakeCase.of(batch.name()));
    Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>(pages(many));
    Map<String, Object> failed = answers.full(operation, List.of());
    Map<String, Object> answer = new LinkedHashMap<>(failed);
    FAILED.forEach(answer::remove);
    all.put(operation, List.of(answer));
    Map<String, Object> minimal = inputs.minimal(operation, batch);
    Step step = step("batch action", name, minimal, option);
    add(step, "minimal", all);
    Map<String, Object> full = inputs.full(operation, batch);
    add(step("batch action", name, full, option), "full", all);
    Map<String, Object> other = inputs.overriding(operation, batch);
    add(step("batch action", name, other, option), "overridden", all);
    Map<String, Object> merging = inputs.merging(operation, batch);
    if (merging != null) {
      add(step("batch action", name, merging, option), "merged", all);
    }
    if (failed.size() > answer.size()) {
      Map<String, List<Map<String, Object>>> failing = new LinkedHashMap<>(all);
      failing.put(operation, List.of(failed));
      add(step, "failed items", failing);
    }
    if (answers.pages(many.operation())) {
      Map<String, List<Map<String, Object>>> gap = new LinkedHashMap<>(all);
      List<Map<String, Object>> pages = new ArrayList<>();
      pages.add(answers.emptyPage(many.operation()));
      pages.addAll(Objects.requireNonNull(all.get(many.operation())));
      gap.put(many.operation(), pages);
      add(step, "empty first page", gap);
    }
  }

  private Map<String, List<Map<String, Object>>> pages(ResourceCall many) {
    String operation = many.operation();
    List<String> paths = starts.paths(many);
    return Map.of(
        operation,
        answers.pages(operation)
            ? answers.twoPages(operation, paths)
            : List.of(answers.full(operation, paths)));
  }
}
