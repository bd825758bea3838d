package io.boto4j.modelcompiler;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command that compiles service models into model packs, and looks for newer models.
 *
 * <pre>{@code
 * java -jar boto4j-model-compiler.jar compile ledger.json --models my-models
 * java -jar boto4j-model-compiler.jar update --sources sources.txt --models my-models
 * }</pre>
 *
 * <p>The folder with the packs can go on the class path, in place of {@code boto4j-models}, or be a
 * data path of a session.
 */
@Command(
    name = "boto4j-model-compiler",
    mixinStandardHelpOptions = true,
    description = "Compiles models of AWS services into packs for boto4j.",
    subcommands = {CompileCommand.class, UpdateCommand.class})
public final class ModelCompiler implements Runnable {
  @Spec private CommandSpec command;

  private ModelCompiler() {
    this.command = CommandSpec.create();
  }

  /**
   * Runs the command. Ends the process only after a failure, so that a build can call this method
   * within its own process.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    int status = run(arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  /**
   * Runs the command.
   *
   * @param arguments the command line
   * @return 0 after success, 1 if a model cannot be compiled, 2 for an invalid command line
   */
  static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new ModelCompiler());
    line.setExecutionExceptionHandler(
        (failure, failed, parsed) -> {
          failed
              .getErr()
              .println(
                  "model-compiler: " + Objects.toString(failure.getMessage(), failure.toString()));
          return 1;
        });
    return line;
  }

  /** Without a subcommand there is nothing to do. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        command.commandLine(), "Missing subcommand: compile or update");
  }
}
