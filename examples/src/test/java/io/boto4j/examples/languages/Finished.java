package io.boto4j.examples.languages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Java program that ran in a process of its own.
 *
 * @param status the exit status, 0 for success
 * @param output the text on standard output
 * @param errors the text on standard error
 */
record Finished(int status, String output, String errors) {

  /** Runs a class with the JVM of this process and without the AWS settings of this process. */
  static Finished of(
      Map<String, String> settings, String classPath, String main, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Programs that end within seconds: the optimizing compiler would double the time.
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of("-Dstdout.encoding=UTF-8", "-cp", classPath, main));
    command.addAll(arguments);
    Path log = Files.createTempFile("errors", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(settings);
    Process process = builder.start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Finished(process.waitFor(), output, Files.readString(log));
    } finally {
      process.destroyForcibly();
      Files.delete(log);
    }
  }

  /** Returns the output of a program that succeeded, or else what it reported. */
  String outcome() {
    return status == 0 ? output : "Exit status " + status + "\n" + output + errors;
  }
}
