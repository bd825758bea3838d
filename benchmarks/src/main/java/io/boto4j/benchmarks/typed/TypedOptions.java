package io.boto4j.benchmarks.typed;

import io.boto4j.benchmarks.run.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The options of {@code typed.sh}.
 *
 * @param module the folder {@code benchmarks}
 * @param jdks the JDKs to measure
 * @param rounds the number of rounds
 * @param calls the number of calls in the program that is compiled
 * @param markdown whether tables are printed as Markdown
 */
record TypedOptions(Path module, List<Jdk> jdks, int rounds, int calls, boolean markdown) {
  static TypedOptions parse(Path module, List<String> args, int defaultRounds) throws IOException {
    List<Jdk> jdks = new ArrayList<>();
    int rounds = defaultRounds;
    int calls = 500;
    boolean markdown = false;
    for (int i = 0; i < args.size(); i++) {
      switch (args.get(i)) {
        case "--rounds" -> rounds = positive(args, ++i);
        case "--calls" -> calls = positive(args, ++i);
        case "--jdk" -> jdks.add(Jdk.at(Path.of(args.get(++i))));
        case "--markdown" -> markdown = true;
        default -> throw new IllegalArgumentException("Unknown option: " + args.get(i));
      }
    }
    return new TypedOptions(module, jdks.isEmpty() ? Jdk.find() : jdks, rounds, calls, markdown);
  }

  private static int positive(List<String> args, int index) {
    String value = index < args.size() ? args.get(index) : "";
    if (!value.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException(
          args.get(index - 1) + " takes a number from 1 up, not '" + value + "'");
    }
    return Integer.parseInt(value);
  }
}
