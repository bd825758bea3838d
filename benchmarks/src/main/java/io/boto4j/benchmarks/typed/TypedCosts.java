package io.boto4j.benchmarks.typed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The command {@code typed.sh}. */
public final class TypedCosts {
  private TypedCosts() {}

  /**
   * Measures and prints.
   *
   * @param args the module's folder, the subcommand, then its options
   * @throws IOException if something that is measured fails
   */
  public static void main(String[] args) throws IOException {
    List<String> options = List.of(args).subList(2, args.length);
    Path module = Path.of(args[0]);
    try {
      switch (args[1]) {
        case "compile" -> CompileTime.run(TypedOptions.parse(module, options, 9));
        case "calls" -> StyleCosts.run(TypedOptions.parse(module, options, 7));
        case "size" -> GeneratedSize.run(TypedOptions.parse(module, options, 1));
        default -> throw new IllegalArgumentException("Unknown subcommand: " + args[1]);
      }
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }
}
