package io.boto4j.conformance;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;

/** A Python process that calls a server with botocore. */
final class RoundTripPeer implements AutoCloseable {
  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader answers;

  private RoundTripPeer(Process process) {
    this.process = process;
    this.orders = process.outputWriter();
    this.answers = process.inputReader();
  }

  /**
   * Starts a process without the user's own settings.
   *
   * @param models the folders of its models, in the form of a search path
   */
  static RoundTripPeer start(Path script, String models, Path folder) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("python3", script.toString());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("AWS_"));
    environment.put("AWS_DATA_PATH", models);
    environment.put("AWS_CONFIG_FILE", folder.resolve("none").toString());
    environment.put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_BEARER_TOKEN_CODECATALYST", "token");
    environment.put("TZ", "UTC");
    environment.put("PYTHONWARNINGS", "ignore");
    environment.put("no_proxy", "*");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new RoundTripPeer(builder.start());
  }

  /** Chooses the client of the calls that follow. */
  Map<?, ?> client(String service, String version, String endpoint) throws IOException {
    return ask(
        Node.objectNode()
            .withMember("service", service)
            .withMember("version", version)
            .withMember("endpoint", endpoint));
  }

  /** Makes a call, and returns its result, error or failure. */
  Map<?, ?> call(String operation, Map<String, Object> input) throws IOException {
    return ask(
        Node.objectNode()
            .withMember("operation", operation)
            .withMember("input", OracleValues.encode(input)));
  }

  /** Writes an order, and returns the answer of the process. */
  Map<?, ?> ask(ObjectNode order) throws IOException {
    orders.write(Node.printJson(order));
    orders.write('\n');
    orders.flush();
    String line = answers.readLine();
    if (line == null) {
      throw new IOException(
          "The Python process ended without an answer to " + Node.printJson(order));
    }
    return (Map<?, ?>) Objects.requireNonNull(OracleValues.decode(Node.parse(line)));
  }

  @Override
  public void close() throws IOException {
    orders.close();
    process.destroy();
  }
}
