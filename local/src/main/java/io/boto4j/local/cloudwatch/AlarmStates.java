package io.boto4j.local.cloudwatch;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The states of alarms: by the clock, by new values, by hand. */
final class AlarmStates {
  private static final int MINUTE = 60;
  private static final int OFTEN = 10;

  private final AlarmStore alarms;
  private final OperationTable table;
  private final AlarmEvaluation evaluation;
  private final AlarmActions actions;

  /** The number of the chain of evaluations that is current, by alarm. */
  private final Map<String, Long> chains = new ConcurrentHashMap<>();

  AlarmStates(AlarmStore alarms, Metrics metrics, OperationTable table) {
    this.alarms = alarms;
    this.table = table;
    this.evaluation = new AlarmEvaluation(metrics);
    this.actions = new AlarmActions(alarms);
    metrics.listener(this::valuesCame);
  }

  void register() {
    table.read("SetAlarmState", this::set);
  }

  /** Begins evaluating an alarm by the clock. */
  void watch(Structure alarm) {
    String name = AlarmStore.name(alarm);
    if (!AlarmStore.isComposite(alarm)) {
      long chain = chains.merge(name, 1L, Long::sum);
      schedule(name, chain, AlarmEvaluation.period(alarm));
    }
  }

  /** Begins evaluating all alarms, after a restart. */
  void resume() {
    alarms.all().forEach(this::watch);
  }

  private void schedule(String name, long chain, int period) {
    alarms.context.schedule(
        Duration.ofSeconds(period < MINUTE ? OFTEN : MINUTE),
        () -> {
          Long current = chains.get(name);
          if (current != null && current == chain && alarms.find(name) != null) {
            evaluate(name);
            schedule(name, chain, period);
          }
        });
  }

  private void valuesCame(Structure metric) {
    for (Structure alarm : alarms.all()) {
      boolean own =
          String.valueOf(metric.text("MetricName")).equals(alarm.text("MetricName"))
              && String.valueOf(metric.text("Namespace")).equals(alarm.text("Namespace"));
      boolean queried =
          alarm.structures("Metrics").stream()
              .anyMatch(
                  query ->
                      String.valueOf(metric.text("MetricName"))
                          .equals(query.text("MetricStat", "Metric", "MetricName")));
      if (own || queried) {
        evaluate(AlarmStore.name(alarm));
      }
    }
  }

  /** Evaluates an alarm now. */
  void evaluate(String name) {
    Structure alarm = alarms.find(name);
    if (alarm == null) {
      return;
    }
    try {
      if (AlarmStore.isComposite(alarm)) {
        evaluateComposite(alarm);
        return;
      }
      AlarmEvaluation.Verdict verdict = evaluation.evaluate(alarm, alarms.now());
      if (verdict != null && !verdict.state().equals(alarm.text("StateValue"))) {
        change(name, verdict.state(), verdict.reason(), Structures.of(verdict.data()).toJson());
      }
    } catch (EngineException e) {
      System.getLogger("io.boto4j.local")
          .log(
              System.Logger.Level.WARNING,
              "The alarm " + name + " cannot be evaluated: " + e.serviceMessage());
    }
  }

  private void evaluateComposite(Structure alarm) {
    boolean alarmed =
        AlarmRule.evaluate(
            String.valueOf(alarm.text("AlarmRule")),
            child -> {
              Structure found = alarms.find(child);
              return found == null ? null : found.text("StateValue");
            });
    String state = alarmed ? "ALARM" : "OK";
    if (!state.equals(alarm.text("StateValue"))) {
      change(
          AlarmStore.name(alarm),
          state,
          "The alarm rule " + alarm.text("AlarmRule") + " evaluated to " + state,
          null);
    }
  }

  /** Changes the state of an alarm, and does what follows from it. */
  private void change(String name, String state, String reason, @Nullable String data) {
    Structure[] both = new Structure[2];
    table.change(
        () -> {
          Structure before = alarms.find(name);
          if (before != null) {
            Instant now = alarms.now();
            Map<String, Object> changed = new LinkedHashMap<>(before);
            changed.put("StateValue", state);
            changed.put("StateReason", reason);
            changed.put("StateUpdatedTimestamp", now);
            if (!state.equals(before.text("StateValue"))) {
              changed.put("StateTransitionedTimestamp", now);
            }
            if (data == null) {
              changed.remove("StateReasonData");
            } else {
              changed.put("StateReasonData", data);
            }
            alarms.put(changed);
            both[0] = before;
            both[1] = Structures.of(changed);
            note(before, both[1]);
          }
          return true;
        });
    Structure before = both[0];
    Structure after = both[1];
    if (before == null || after == null || state.equals(before.text("StateValue"))) {
      return;
    }
    actions.run(before, after);
    for (Structure other : alarms.all()) {
      if (AlarmStore.isComposite(other)
          && AlarmRule.names(String.valueOf(other.text("AlarmRule"))).contains(name)) {
        evaluate(AlarmStore.name(other));
      }
    }
  }

  private void note(Structure before, Structure after) {
    if (!String.valueOf(before.text("StateValue")).equals(after.text("StateValue"))) {
      alarms.note(
          after,
          "StateUpdate",
          "Alarm updated from " + before.text("StateValue") + " to " + after.text("StateValue"),
          Params.of(
              "version", "1.0",
              "oldState", state(before),
              "newState", state(after)));
    }
  }

  private static Params state(Structure alarm) {
    return Params.of(
        "stateValue", alarm.text("StateValue"), "stateReason", alarm.text("StateReason"));
  }

  private Map<String, ?> set(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("AlarmName"));
    if (alarms.find(name) == null) {
      throw CloudWatchErrors.notFound("");
    }
    String state = String.valueOf(input.text("StateValue"));
    if (!List.of("OK", "ALARM", "INSUFFICIENT_DATA").contains(state)) {
      throw CloudWatchErrors.validation(
          "1 validation error detected: Value '"
              + state
              + "' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value"
              + " set: [INSUFFICIENT_DATA, ALARM, OK]");
    }
    change(name, state, String.valueOf(input.text("StateReason")), input.text("StateReasonData"));
    return Map.of();
  }
}
