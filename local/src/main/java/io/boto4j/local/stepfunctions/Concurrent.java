package io.boto4j.local.stepfunctions;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.stepfunctions.asl.Failure;
import io.boto4j.local.stepfunctions.asl.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The branches of a Parallel state or the iterations of a Map state. */
final class Concurrent {
  private final StateRun owner;
  private final List<@Nullable Object> results = new ArrayList<>();
  private final List<Branch> running = new ArrayList<>();
  private int started;
  private int finished;
  private boolean failed;

  /** What a Map state starts its iterations with; null for a Parallel state. */
  private @Nullable Iterations more;

  Concurrent(StateRun owner) {
    this.owner = owner;
  }

  /** Runs the branches of a Parallel state, each with the same input. */
  void branches(@Nullable Object input) {
    List<?> definitions =
        owner.state.get("Branches") instanceof List<?> branches ? branches : List.of();
    owner.branch.event("ParallelStateStarted");
    for (int i = 0; i < definitions.size(); i++) {
      results.add(null);
    }
    for (int i = 0; i < definitions.size(); i++) {
      run(i, StateRun.structure(definitions.get(i)), input, Map.of(), "");
    }
  }

  private void run(
      int index,
      Structure definition,
      @Nullable Object input,
      Map<String, ?> more,
      String iteration) {
    Map<String, Object> context = new LinkedHashMap<>(owner.branch.context);
    context.putAll(more);
    Branch branch =
        new Branch(
            owner.branch.run,
            owner.branch,
            definition,
            context,
            new Branch.Outcome() {
              @Override
              public void succeeded(@Nullable Object output) {
                owner.guarded(() -> done(index, output, iteration));
              }

              @Override
              public void failed(Failure failure) {
                owner.guarded(() -> broken(index, failure, iteration));
              }
            });
    running.add(branch);
    branch.begin(input);
  }

  private void done(int index, @Nullable Object output, String iteration) {
    results.set(index, output);
    finished++;
    if (!iteration.isEmpty()) {
      event("MapIterationSucceeded", "mapIterationSucceededEventDetails", index);
      next();
    }
    if (finished == results.size()) {
      end();
    }
  }

  private void end() {
    owner.branch.event(more == null ? "ParallelStateSucceeded" : "MapStateSucceeded");
    owner.complete(results);
  }

  private void broken(int index, Failure failure, String iteration) {
    if (failed) {
      return;
    }
    failed = true;
    running.forEach(Branch::abandon);
    if (!iteration.isEmpty()) {
      event("MapIterationFailed", "mapIterationFailedEventDetails", index);
      owner.branch.event("MapStateFailed");
    } else {
      owner.branch.event("ParallelStateFailed");
    }
    owner.fail(failure);
  }

  private void event(String type, String member, int index) {
    owner.branch.event(type, member, Params.of("name", owner.name, "index", index));
  }

  private record Iterations(
      Structure definition, List<?> items, @Nullable Object input, int most) {}

  /** Runs the iterations of a Map state. */
  void items(@Nullable Object input) {
    Template template = new Template(input, owner.branch.context);
    Object path = owner.state.get("ItemsPath");
    Object items = path == null ? input : template.evaluate(path.toString());
    if (!(items instanceof List<?> list)) {
      throw new Failure("States.Runtime", "Reference path \"" + path + "\" must point to array.");
    }
    Object processor = owner.state.get("ItemProcessor");
    Object definition = processor == null ? owner.state.get("Iterator") : processor;
    int most = owner.state.get("MaxConcurrency") instanceof Number number ? number.intValue() : 0;
    owner.branch.event(
        "MapStateStarted", "mapStateStartedEventDetails", Params.of("length", list.size()));
    Iterations iterations =
        new Iterations(StateRun.structure(definition), list, input, most == 0 ? 40 : most);
    more = iterations;
    list.forEach(each -> results.add(null));
    if (list.isEmpty()) {
      end();
      return;
    }
    for (int i = 0; i < iterations.most && i < list.size(); i++) {
      next();
    }
  }

  private void next() {
    Iterations iterations = more;
    if (iterations == null || failed || started >= iterations.items.size()) {
      return;
    }
    int index = started++;
    Object item = iterations.items.get(index);
    Map<String, @Nullable Object> about = new LinkedHashMap<>();
    about.put("Index", index);
    about.put("Value", item);
    Map<String, Object> context = Map.of("Map", Map.of("Item", about));
    Map<String, Object> all = new LinkedHashMap<>(owner.branch.context);
    all.putAll(context);
    Object selector = owner.state.get("ItemSelector");
    selector = selector == null ? owner.state.get("Parameters") : selector;
    Object input = selector == null ? item : new Template(iterations.input, all).fill(selector);
    event("MapIterationStarted", "mapIterationStartedEventDetails", index);
    run(index, iterations.definition, input, context, "iteration");
  }
}
