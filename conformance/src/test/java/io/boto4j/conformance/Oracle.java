package io.boto4j.conformance;

import io.boto4j.Client;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.node.Node;

/** A Python process that makes calls with botocore. */
final class Oracle implements AutoCloseable {
  private static final List<String> ENDPOINTS =
      List.of(
          "https://oracle.example.com",
          "http://oracle.example.com",
          "https://oracle.example.com:8443/base",
          "http://127.0.0.1:8080");

  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader done;
  private final Path folder;

  private Oracle(Process process, Path folder) {
    this.process = process;
    this.orders = process.outputWriter();
    this.done = process.inputReader();
    this.folder = folder;
  }

  /** Returns the reason for which there is no oracle on this machine; null if there is one. */
  static @Nullable String missing() throws IOException, InterruptedException {
    return missing("botocore");
  }

  /** Returns the reason for which Python does not have a module; null if it has. */
  static @Nullable String missing(String module) throws IOException, InterruptedException {
    try {
      Process python =
          new ProcessBuilder("python3", "-c", "import " + module)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return python.waitFor() == 0 ? null : "python3 does not have " + module;
    } catch (IOException e) {
      return "there is no python3";
    }
  }

  /** Returns the name and version of a module that Python has. */
  static String version(String module) throws IOException {
    Process python =
        new ProcessBuilder(
                "python3", "-c", "import " + module + "; print(" + module + ".__version__)")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = python.inputReader()) {
      return module + " " + out.readLine();
    }
  }

  /**
   * Starts an oracle without the user's own settings.
   *
   * @param models the folders of its models, in the form of a search path
   */
  static Oracle start(Path script, String models, Path folder) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("python3", script.toString());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("AWS_"));
    environment.put("AWS_DATA_PATH", models);
    environment.put("AWS_CONFIG_FILE", folder.resolve("none").toString());
    environment.put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("TZ", "UTC");
    environment.put("PYTHONWARNINGS", "ignore");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new Oracle(builder.start(), folder);
  }

  /** Returns an endpoint for a service: with or without TLS, a port, a path. */
  static String endpoint(String service) {
    return ENDPOINTS.get(Math.floorMod(service.hashCode(), ENDPOINTS.size()));
  }

  /** Returns botocore's result for each case of a service. */
  List<Node> ask(Client client, List<OracleCase> cases) throws IOException {
    Path calls = folder.resolve("calls.jsonl");
    Path results = folder.resolve("results.jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(calls)) {
      out.write(
          Node.printJson(
              Node.objectNode()
                  .withMember("service", client.service())
                  .withMember("version", client.model().apiVersion())
                  .withMember("endpoint", endpoint(client.service()))));
      for (OracleCase each : cases) {
        out.write('\n');
        out.write(each.line());
      }
    }
    orders.write(calls + " " + results + "\n");
    orders.flush();
    if (!"done".equals(done.readLine())) {
      throw new IOException("The oracle ended without a result for " + client.service());
    }
    return Files.readAllLines(results).stream().map(Node::parse).toList();
  }

  @Override
  public void close() throws IOException {
    orders.close();
    process.destroy();
  }
}
