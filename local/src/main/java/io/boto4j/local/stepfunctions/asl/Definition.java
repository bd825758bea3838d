package io.boto4j.local.stepfunctions.asl;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks definitions of state machines. */
public final class Definition {
  private static final Set<String> TYPES =
      Set.of("Pass", "Task", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map");
  private static final Set<String> ENDS = Set.of("Succeed", "Fail");

  private final List<String> problems = new ArrayList<>();

  private Definition() {}

  /**
   * Checks a definition.
   *
   * @param text the definition in JSON
   * @return the problems, each with its code; empty for a valid definition
   */
  public static List<String> problems(String text) {
    Definition definition = new Definition();
    Object document;
    try {
      document = Json.read(text);
    } catch (IllegalArgumentException e) {
      return List.of("INVALID_JSON_DESCRIPTION: " + e.getMessage());
    }
    if (!(document instanceof Map<?, ?> map)) {
      return List.of("INVALID_JSON_DESCRIPTION: The definition must be an object");
    }
    definition.machine(structure(map), "");
    return definition.problems;
  }

  /**
   * Reads a definition that is valid.
   *
   * @param text the definition in JSON
   * @return the document
   */
  public static Structure read(String text) {
    return Json.read(text, Structure.class);
  }

  private static Structure structure(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((name, value) -> copy.put(String.valueOf(name), value));
    return Structures.of(copy);
  }

  private void problem(String problem, String place) {
    problems.add("SCHEMA_VALIDATION_FAILED: " + problem + " at " + (place.isEmpty() ? "/" : place));
  }

  private void machine(Structure machine, String place) {
    if ("JSONata".equals(machine.get("QueryLanguage"))) {
      problem("boto4j-local does not emulate JSONata", place + "/QueryLanguage");
    }
    if (!(machine.get("States") instanceof Map<?, ?> states) || states.isEmpty()) {
      problem("These required fields are missing: [States]", place);
      return;
    }
    Object start = machine.get("StartAt");
    if (start == null) {
      problem("These required fields are missing: [StartAt]", place);
    } else if (!states.containsKey(start)) {
      problems.add(
          "MISSING_TRANSITION_TARGET: Missing 'Next' target: "
              + start
              + " at "
              + place
              + "/StartAt");
    }
    states.forEach(
        (name, state) -> {
          String where = place + "/States/" + name;
          if (state instanceof Map<?, ?> map) {
            state(structure(map), where, states.keySet());
          } else {
            problem("The state is not an object", where);
          }
        });
  }

  private void state(Structure state, String place, Set<?> names) {
    Object type = state.get("Type");
    if (!(type instanceof String name) || !TYPES.contains(name)) {
      problem(
          "Value is not valid. Possible values: [Choice, Fail, Map, Parallel, Pass, Succeed,"
              + " Task, Wait]",
          place + "/Type");
      return;
    }
    if ("JSONata".equals(state.get("QueryLanguage")) || state.containsKey("Assign")) {
      problem("boto4j-local does not emulate JSONata and variables", place);
    }
    if (name.equals("Choice")) {
      choice(state, place, names);
    } else if (!ENDS.contains(name)) {
      boolean ends = Boolean.TRUE.equals(state.get("End"));
      if (ends == state.containsKey("Next")) {
        problem("There must be either Next or End", place);
      }
      target(state.get("Next"), place + "/Next", names);
    }
    for (Object rule : state.get("Catch") instanceof List<?> rules ? rules : List.of()) {
      if (rule instanceof Map<?, ?> map) {
        target(map.get("Next"), place + "/Catch", names);
      }
    }
    switch (name) {
      case "Task" -> {
        if (!(state.get("Resource") instanceof String)) {
          problem("These required fields are missing: [Resource]", place);
        }
      }
      case "Parallel" -> branches(state, place);
      case "Map" -> processor(state, place);
      case "Wait" -> {
        long given =
            List.of("Seconds", "SecondsPath", "Timestamp", "TimestampPath").stream()
                .filter(state::containsKey)
                .count();
        if (given != 1) {
          problem(
              "Exactly one of Seconds, SecondsPath, Timestamp and TimestampPath is needed", place);
        }
      }
      default -> {
        // Nothing else is required.
      }
    }
  }

  private void target(@Nullable Object next, String place, Set<?> names) {
    if (next != null && !names.contains(next)) {
      problems.add("MISSING_TRANSITION_TARGET: Missing 'Next' target: " + next + " at " + place);
    }
  }

  private void choice(Structure state, String place, Set<?> names) {
    if (!(state.get("Choices") instanceof List<?> rules) || rules.isEmpty()) {
      problem("These required fields are missing: [Choices]", place);
      return;
    }
    for (Object rule : rules) {
      if (rule instanceof Map<?, ?> map && map.get("Next") != null) {
        target(map.get("Next"), place + "/Choices", names);
      } else {
        problem("These required fields are missing: [Next]", place + "/Choices");
      }
    }
    target(state.get("Default"), place + "/Default", names);
  }

  private void branches(Structure state, String place) {
    if (!(state.get("Branches") instanceof List<?> branches) || branches.isEmpty()) {
      problem("These required fields are missing: [Branches]", place);
      return;
    }
    int index = 0;
    for (Object branch : branches) {
      if (branch instanceof Map<?, ?> map) {
        machine(structure(map), place + "/Branches/" + index);
      }
      index++;
    }
  }

  private void processor(Structure state, String place) {
    if (state.containsKey("ItemReader")
        || state.containsKey("ItemBatcher")
        || state.containsKey("ResultWriter")) {
      problem("boto4j-local does not emulate distributed maps", place);
    }
    Object processor = state.get("ItemProcessor");
    processor = processor == null ? state.get("Iterator") : processor;
    if (processor instanceof Map<?, ?> map) {
      machine(structure(map), place + "/ItemProcessor");
    } else {
      problem("These required fields are missing: [ItemProcessor]", place);
    }
  }
}
