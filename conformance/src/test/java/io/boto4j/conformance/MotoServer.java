package io.boto4j.conformance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A process of moto_server on the loopback. */
final class MotoServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final URI endpoint;

  private MotoServer(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /** Returns the reason for which there is no moto on this machine; null if there is one. */
  static @Nullable String missing() throws IOException, InterruptedException {
    try {
      Process python =
          new ProcessBuilder("python3", "-c", "import moto.server")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return python.waitFor() == 0 ? null : "python3 does not have moto[server]";
    } catch (IOException e) {
      return "there is no python3";
    }
  }

  /** Starts a server, whose output goes to a file, and returns when it accepts calls. */
  static MotoServer start(Path log) throws IOException, InterruptedException {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            "python3",
            "-c",
            "from moto.server import main; main()",
            "-H",
            "127.0.0.1",
            "-p",
            Integer.toString(port));
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("MOTO_"));
    environment.put("PYTHONWARNINGS", "ignore");
    environment.put("TZ", "UTC");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    MotoServer server = new MotoServer(builder.start(), URI.create("http://127.0.0.1:" + port));
    server.awaitStart(log);
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitStart(Path log) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        reset();
        return;
      } catch (IOException e) {
        // The server has no sign of its readiness other than its port.
        Thread.sleep(100);
      }
    }
    close();
    throw new IOException("moto_server does not accept calls: see " + log);
  }

  URI endpoint() {
    return endpoint;
  }

  /** Removes all state. */
  void reset() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve("/moto-api/reset"))
            .POST(BodyPublishers.noBody())
            .timeout(PATIENCE)
            .build();
    int status = http.send(request, BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IOException("moto_server answered " + status + " to a reset");
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
