package io.boto4j.local.stepfunctions;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.stepfunctions.asl.Failure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of states: the whole machine, a branch of a Parallel state, or an iteration of a Map
 * state.
 */
final class Branch {
  final Run run;
  final Map<String, Object> context;
  private final @Nullable Branch outer;
  private final Structure definition;
  private final Outcome outcome;
  private boolean isOver;

  /** The number of the last event. */
  long last;

  /** Is told how a branch ends. */
  interface Outcome {
    void succeeded(@Nullable Object output);

    void failed(Failure failure);
  }

  Branch(
      Run run,
      @Nullable Branch outer,
      Structure definition,
      Map<String, Object> context,
      Outcome outcome) {
    this.run = run;
    this.outer = outer;
    this.definition = definition;
    this.context = context;
    this.outcome = outcome;
    this.last = outer == null ? 0 : outer.last;
  }

  void begin(@Nullable Object input) {
    enter(String.valueOf(definition.text("StartAt")), input);
  }

  void resume(String name, @Nullable Object input) {
    later(Duration.ZERO, () -> new StateRun(this, name, state(name), input).resume());
  }

  /** Runs something on the thread of the clock, unless the branch has ended. */
  void later(Duration delay, Runnable work) {
    run.schedule(
        delay,
        () -> {
          if (isOver() || run.isOver()) {
            return;
          }
          try {
            work.run();
          } catch (Run.Ended e) {
            isOver = true;
          } catch (Failure failure) {
            fail(failure);
          } catch (RuntimeException e) {
            System.getLogger("io.boto4j.local")
                .log(System.Logger.Level.ERROR, "A state of an execution failed", e);
            fail(new Failure("States.Runtime", String.valueOf(e)));
          }
        });
  }

  private boolean isOver() {
    return isOver || (outer != null && outer.isOver());
  }

  /** Stops a branch whose result is not needed anymore. */
  void abandon() {
    isOver = true;
  }

  private Map<String, Object> state(String name) {
    return new LinkedHashMap<>(definition.map("States", name));
  }

  void enter(String name, @Nullable Object input) {
    later(
        Duration.ZERO,
        () -> {
          if (outer == null) {
            run.progress(name, Json.write(input));
          }
          new StateRun(this, name, state(name), input).enter();
        });
  }

  long event(String type, String member, Map<String, ?> details) {
    last = run.event(last, type, member, details);
    return last;
  }

  long event(String type) {
    return event(type, "", Params.of());
  }

  boolean isOutermost() {
    return outer == null;
  }

  void succeed(@Nullable Object output) {
    if (!isOver) {
      isOver = true;
      outcome.succeeded(output);
    }
  }

  void fail(Failure failure) {
    if (!isOver) {
      isOver = true;
      outcome.failed(failure);
    }
  }
}
