package io.boto4j.internal.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders a row of the option table as a line of {@code docs/configuration.md}. */
final class OptionRow {
  private OptionRow() {}

  static String of(Option<?> option) {
    return "| `"
        + setter(option)
        + "` |"
        + cell(environment(option))
        + cell(profile(option))
        + cell(unlessSet(option));
  }

  /** The name without {@code s3.}: that of the method which sets the option. */
  static String setter(Option<?> option) {
    return option.name().substring(option.name().indexOf('.') + 1);
  }

  private static String cell(String text) {
    return (text.isEmpty() ? "" : " " + text) + " |";
  }

  private static String environment(Option<?> option) {
    String text = option.environmentText();
    if (text != null) {
      return text;
    }
    List<String> variables = new ArrayList<>();
    for (String variable : option.variables()) {
      variables.add("`" + variable + "`");
    }
    return String.join(", ", variables)
        + (option.lastVariable() == null
            ? ""
            : ", then the profile, then `" + option.lastVariable() + "`")
        + (option.isNegated() ? " (with the opposite meaning)" : "");
  }

  private static String profile(Option<?> option) {
    String text = option.profileText();
    if (text != null) {
      return text;
    }
    List<String> keys = new ArrayList<>();
    if (option.profileKey() != null) {
      keys.add("`" + option.profileKey() + "`");
    }
    if (option.block() != null) {
      keys.add("`" + option.blockKey() + "` in `" + option.block() + "`");
    }
    return String.join(", ", keys);
  }

  private static String unlessSet(Option<?> option) {
    String text = option.unlessSet();
    return text == null ? shown(option.constant()) : text;
  }

  private static String shown(@Nullable Object constant) {
    if (constant instanceof String text) {
      return "`" + text + "`";
    }
    return constant instanceof Duration time ? time.toSeconds() + " s" : String.valueOf(constant);
  }
}
