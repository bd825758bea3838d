package io.boto4j.benchmarks.transfer;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of the command, each with its default. */
final class TransferOptions {
  private static final int MOST = 1_000_000;

  int rounds = 3;
  int sizeMib = 1024;
  int files = 10_000;
  boolean markdown;

  /** The folder for the files; a file system in memory if there is one. */
  @Nullable Path folder;

  /** The texts of which the name of a contestant contains one. */
  List<String> only = List.of("");

  /** The texts of which the option of a scenario contains one. */
  List<String> scenarios = List.of("");

  /**
   * Parses the options.
   *
   * @throws IllegalArgumentException if an option or its value is unknown
   */
  static TransferOptions parse(List<String> args) {
    TransferOptions options = new TransferOptions();
    for (int i = 0; i < args.size(); i++) {
      String name = args.get(i);
      if (name.equals("--markdown")) {
        options.markdown = true;
      } else if (i + 1 == args.size()) {
        throw new IllegalArgumentException("Unknown option, or one without its value: " + name);
      } else {
        options.set(name, args.get(++i));
      }
    }
    return options;
  }

  private void set(String name, String value) {
    switch (name) {
      case "--rounds" -> rounds = number(name, value);
      case "--size" -> sizeMib = number(name, value);
      case "--files" -> files = number(name, value);
      case "--folder" -> folder = Path.of(value);
      case "--only" -> only = List.of(value.split(",", -1));
      case "--scenario" -> scenarios = List.of(value.split(",", -1));
      default -> throw new IllegalArgumentException("Unknown option: " + name);
    }
  }

  private static int number(String name, String value) {
    int number = value.matches("[0-9]{1,7}") ? Integer.parseInt(value) : 0;
    if (number == 0 || number > MOST) {
      throw new IllegalArgumentException(name + " must be 1 to " + MOST + ", not " + value);
    }
    return number;
  }

  boolean measures(Scenario scenario) {
    return scenarios.stream().anyMatch(each -> scenario.option().contains(each));
  }

  boolean measures(String contestant) {
    return only.stream().anyMatch(contestant::contains);
  }
}
