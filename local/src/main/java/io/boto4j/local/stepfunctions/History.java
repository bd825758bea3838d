package io.boto4j.local.stepfunctions;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The events of one execution. */
final class History {
  private static final Params INCLUDED = Params.of("truncated", false);

  private final SfnState state;
  private final String execution;

  History(SfnState state, String execution) {
    this.state = state;
    this.execution = execution;
  }

  private String key(long id) {
    return execution + "#" + String.format(Locale.ROOT, "%08d", id);
  }

  /** The number of the last event. */
  long last() {
    String last = state.history.floorKey(execution + "$");
    return last != null && last.startsWith(execution + "#")
        ? Long.parseLong(last.substring(execution.length() + 1))
        : 0;
  }

  /**
   * Adds an event. Must be called within a change.
   *
   * @param member the member that has the details, or an empty text
   * @return the number of the event
   */
  long add(long previous, String type, String member, Map<String, ?> details) {
    long id = last() + 1;
    Params event =
        Params.of(
            "timestamp", state.context.clock().instant(),
            "type", type,
            "id", id,
            "previousEventId", previous);
    SfnState.put(state.history, key(id), member.isEmpty() ? event : event.with(member, details));
    return id;
  }

  /** Details that have an input or output in JSON. */
  static Params text(String member, String json) {
    return Params.of(member, json, member + "Details", INCLUDED);
  }

  List<Structure> events() {
    List<Structure> events = new ArrayList<>();
    long last = last();
    for (long id = 1; id <= last; id++) {
      Structure event = SfnState.find(state.history, key(id));
      if (event != null) {
        events.add(event);
      }
    }
    return events;
  }
}
