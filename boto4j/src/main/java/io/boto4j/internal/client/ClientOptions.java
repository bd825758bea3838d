package io.boto4j.internal.client;

import io.boto4j.internal.config.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of one client, resolved: each comes from the first that has it of code, environment,
 * profile, defaults mode and the option's constant. Immutable.
 *
 * <p>A variable that is set but empty is a value, as in botocore, and hides the profile's.
 */
final class ClientOptions {
  private final Options table;
  private final OptionValues inCode;
  private final Settings settings;

  /** Whether the environment is the process's own: only then the JVM's properties count. */
  private final boolean ofProcess;

  private final OptionValues ofMode;
  private final String service;

  private ClientOptions(
      Options table,
      OptionValues inCode,
      Settings settings,
      boolean ofProcess,
      OptionValues ofMode,
      String service) {
    this.table = table;
    this.inCode = inCode;
    this.settings = settings;
    this.ofProcess = ofProcess;
    this.ofMode = ofMode;
    this.service = service;
  }

  /**
   * Creates the options of a client without a defaults mode.
   *
   * @param table the rows
   * @param inCode the values set in code
   * @param settings the environment and the profile
   * @param ofProcess whether the environment is the process's own
   * @param service the service's name, which names a block or a key of the profile
   */
  ClientOptions(
      Options table, OptionValues inCode, Settings settings, boolean ofProcess, String service) {
    this(table, inCode, settings, ofProcess, OptionValues.NONE, service);
  }

  /** These options with the values of a defaults mode. */
  ClientOptions withMode(OptionValues values) {
    return new ClientOptions(table, inCode, settings, ofProcess, values, service);
  }

  /** These options for a service that goes by another name. */
  ClientOptions withService(String name) {
    return name.equals(service)
        ? this
        : new ClientOptions(table, inCode, settings, ofProcess, ofMode, name);
  }

  Settings settings() {
    return settings;
  }

  /** Returns the value set in code, or null. */
  <T> @Nullable T inCode(Option<T> option) {
    return inCode.get(option);
  }

  /** Whether an option is set in code, by the environment, by the profile or by the JVM. */
  boolean isSet(Option<?> option) {
    return inCode.get(option) != null || configured(option) != null || isSetByJvm(option);
  }

  /** Whether any option of a group is set. */
  boolean isAnySet(String group) {
    for (int i = 0; i < table.size(); i++) {
      Option<?> row = table.row(i);
      if (row.group().equals(group) && isSet(row)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a system property of the JVM sets an option; another environment hides them. */
  boolean isSetByJvm(Option<?> option) {
    if (ofProcess) {
      for (String property : option.jvmProperties()) {
        if (System.getProperty(property) != null) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns the value as text, or null without a value. */
  @Nullable String text(Option<?> option) {
    Object value = inCode.get(option);
    if (value == null) {
      value = configured(option);
    }
    if (value == null) {
      value = usual(option);
    }
    return value == null ? null : value.toString();
  }

  /** Returns the value of a flag that has a constant. */
  boolean flag(Option<Boolean> option) {
    return Boolean.TRUE.equals(flagOrNull(option));
  }

  /** Returns the value of a flag, or null without one. Text other than {@code true} is false. */
  @Nullable Boolean flagOrNull(Option<Boolean> option) {
    Boolean value = inCode.get(option);
    if (value != null) {
      return value;
    }
    String text = configured(option);
    return text == null
        ? usual(option)
        : (Boolean) (text.equalsIgnoreCase("true") != option.isNegated());
  }

  /**
   * Returns a number set in code or by the defaults mode, or the constant; 0 without one. Does not
   * read environment and profile.
   */
  int number(Option<Integer> option) {
    Integer value = inCode.get(option);
    value = value == null ? usual(option) : value;
    return value == null ? 0 : value;
  }

  /** Returns a time set in code or by the defaults mode, or the constant, in ms; 0 for no limit. */
  long millis(Option<Duration> option) {
    Duration value = inCode.get(option);
    value = value == null ? usual(option) : value;
    return value == null ? 0 : value.toMillis();
  }

  /** Returns the value of a list of names, which is empty unless set. */
  List<String> names(Option<List<String>> option) {
    List<String> value = inCode.get(option);
    if (value != null) {
      return value;
    }
    List<String> names = new ArrayList<>();
    String text = configured(option);
    for (int from = 0, to; text != null && from <= text.length(); from = to + 1) {
      to = text.indexOf(',', from);
      to = to < 0 ? text.length() : to;
      String name = text.substring(from, to).strip();
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  /** The value of the defaults mode, or else the constant. */
  private <T> @Nullable T usual(Option<T> option) {
    T value = ofMode.get(option);
    return value == null ? option.constant() : value;
  }

  /** The text of the environment, or else of the profile, or else of the last variable. */
  private @Nullable String configured(Option<?> option) {
    String value = beforeLast(option);
    return value == null && option.lastVariable() != null
        ? settings.value(option.lastVariable(), null)
        : value;
  }

  /** Whether the text of an option is not the last variable's. */
  boolean isSetBeforeLast(Option<?> option) {
    return beforeLast(option) != null;
  }

  private @Nullable String beforeLast(Option<?> option) {
    String value = null;
    for (String variable : option.variables()) {
      value = value == null ? settings.value(variable, null) : value;
    }
    if (value == null && option.profileKey() != null) {
      value = settings.value(null, option.profileKey());
    }
    String block = option.block();
    if (value == null && block != null) {
      value = settings.nested(orService(block)).get(orService(option.blockKey()));
    }
    return value;
  }

  private String orService(@Nullable String name) {
    return name == null || name.equals(Option.SERVICE) ? service : name;
  }
}
