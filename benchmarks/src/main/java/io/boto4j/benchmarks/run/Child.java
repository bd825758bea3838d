package io.boto4j.benchmarks.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A contestant in a process of its own, in a clean environment. */
public final class Child {
  private static final String MAINS = "io.boto4j.benchmarks.contestants.";

  private Child() {}

  /**
   * The command that starts a contestant.
   *
   * @param jdk whose {@code java}
   * @param own the jar of the contestants
   * @param jars what else is on its class path
   * @param main its class
   * @param arguments its arguments
   * @return a list that may be changed, the program first
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
   * Runs a program to its end; it ends with this process at the latest.
   *
   * @param command the program and its arguments
   * @param folder where its errors go, and no file of AWS's tools lies
   * @return what it prints
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
