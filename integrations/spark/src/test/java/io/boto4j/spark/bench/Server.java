package io.boto4j.spark.bench;

import io.boto4j.local.LocalAws;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** boto4j-local in a process of its own, as the service that is measured against. */
final class Server implements AutoCloseable {
  private final Process process;
  private final String endpoint;

  private Server(Process process, String endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /**
   * Runs until the input ends, which is when the benchmark does.
   *
   * @param arguments the delay of each call in milliseconds
   */
  public static void main(String[] arguments) throws IOException {
    int delay = Integer.parseInt(arguments[0]);
    try (LocalAws aws = LocalAws.start()) {
      if (delay > 0) {
        aws.faults().delay("dynamodb", 1.0, Duration.ofMillis(delay));
      }
      System.out.println(aws.endpoint());
      while (System.in.read() >= 0) {
        // Nothing is sent.
      }
    }
  }

  /**
   * Starts the process.
   *
   * @param heap the size of its heap, such as 8g
   * @param delay the milliseconds by which each call is delayed, as a network would
   */
  static Server start(String heap, int delay) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-Xmx" + heap,
            "-cp",
            System.getProperty("java.class.path"),
            Server.class.getName(),
            Integer.toString(delay));
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String endpoint = output.readLine();
    while (endpoint != null && !endpoint.startsWith("http")) {
      endpoint = output.readLine();
    }
    if (endpoint == null) {
      throw new IOException("boto4j-local did not start");
    }
    return new Server(process, endpoint);
  }

  String endpoint() {
    return endpoint;
  }

  /** The processor time that the service has used. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.destroy();
  }
}
