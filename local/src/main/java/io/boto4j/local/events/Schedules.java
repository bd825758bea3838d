package io.boto4j.local.events;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineContext;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Runs scheduled rules by the clock. */
final class Schedules {
  private final EngineContext context;
  private @Nullable BiPredicate<String, Instant> isCurrent;
  private @Nullable BiConsumer<String, Instant> run;

  Schedules(EngineContext context) {
    this.context = context;
  }

  /**
   * Sets what the schedules call.
   *
   * @param current whether a rule, by its key, is enabled and still the one begun at a time
   * @param work sends the event of a rule for a time
   */
  void start(BiPredicate<String, Instant> current, BiConsumer<String, Instant> work) {
    isCurrent = current;
    run = work;
  }

  /** Begins the schedule of a rule, if it has one and is enabled. */
  void begin(String key, Structure rule) {
    String expression = rule.text("ScheduleExpression");
    Instant begun = rule.instant("begun");
    Schedule schedule = expression == null ? null : Schedule.parse(expression);
    if (schedule != null && begun != null && "ENABLED".equals(rule.text("State"))) {
      Instant now = context.clock().instant();
      schedule(key, schedule, begun, begun.isBefore(now) ? now : begun);
    }
  }

  private void schedule(String key, Schedule schedule, Instant begun, Instant last) {
    Instant next = schedule.next(begun, last);
    if (next == null) {
      return;
    }
    Duration delay = Duration.between(context.clock().instant(), next);
    context.schedule(
        delay.isNegative() ? Duration.ZERO : delay,
        () -> {
          if (isCurrent == null || run == null || !isCurrent.test(key, begun)) {
            return;
          }
          // The next one first: a failing target must not end the schedule.
          schedule(key, schedule, begun, next);
          run.accept(key, next);
        });
  }
}
