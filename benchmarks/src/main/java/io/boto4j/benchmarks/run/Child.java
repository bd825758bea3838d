package io.boto4j.benchmarks.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a contestant in its own process, in a clean environment. */
public final class Child {
  private static final String MAINS = "io.boto4j.benchmarks.contestants.";

  private Child() {}

  /**
   * Returns the command that starts a contestant.
   *
   * @param jdk the JDK that runs it
   * @param own the jar of the contestants
   * @param jars the other jars on its class path
   * @param main the name of its class
   * @param arguments its arguments
   * @return a modifiable list, the program first
   */
  public static List<String> java(
      Jdk jdk, String own, List<String> jars, String main, List<String> arguments) {
    List<String> all = new ArrayList<>();
    all.add(own);
    all.addAll(jars);
    List<String> command = new ArrayList<>();
    command.add(jdk.program("java"));
    command.add("-cp");
    command.add(String.join(File.pathSeparator, all));
    command.add(MAINS + main);
    command.addAll(arguments);
    return command;
  }

  /**
   * Runs a program to its end, which comes with that of this process at the latest.
   *
   * @param command the program and its arguments
   * @param folder a folder for its error output, without any file of AWS's tools
   * @return its output
   * @throws IOException if it fails
   */
  public static String run(List<String> command, Path folder) throws IOException {
    Path errors = folder.resolve("contestant.err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    CleanEnvironment.make(builder.environment(), folder);
    Process process = builder.start();
    Thread end = new Thread(process::destroy, "clean-up");
    Runtime.getRuntime().addShutdownHook(end);
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    int status = Program.waitFor(process);
    Runtime.getRuntime().removeShutdownHook(end);
    if (status != 0) {
      throw new IOException(
          String.join(" ", command) + " ended with " + status + ": " + Files.readString(errors));
    }
    return printed;
  }
}
