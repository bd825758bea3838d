package io.boto4j.typed.main;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The program of the runnable jar.
 *
 * <pre>{@code
 * java -jar boto4j-typed.jar generate rds DescribeDBInstances --package com.acme.rds
 * }</pre>
 */
@Command(
    name = "boto4j-typed",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Types for chosen operations of AWS.",
    subcommands = GenerateCommand.class)
public final class Main implements Runnable {
  @Spec private CommandSpec command;

  private Main() {
    this.command = CommandSpec.create();
  }

  /**
   * Runs the command. Ends the process only after a failure, so that a build can call this method
   * within its own process.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    int status = commandLine().execute(arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** The exit status is 1 if a file cannot be written, and 2 if an argument is invalid. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setParameterExceptionHandler(
        (e, all) -> {
          e.getCommandLine().getErr().println("boto4j-typed: " + e.getMessage());
          e.getCommandLine()
              .getErr()
              .println(
                  e.getCommandLine().getCommandSpec().qualifiedName()
                      + " --help lists the options.");
          return CommandLine.ExitCode.USAGE;
        });
    line.setExecutionExceptionHandler(
        (e, failed, parsed) -> {
          failed
              .getErr()
              .println("boto4j-typed: " + Objects.toString(e.getMessage(), e.toString()));
          return CommandLine.ExitCode.SOFTWARE;
        });
    return line;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(command.commandLine(), "Missing subcommand: generate");
  }
}
