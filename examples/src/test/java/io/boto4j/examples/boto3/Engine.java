package io.boto4j.examples.boto3;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The AWS that the programs of this package call: moto, a server in Python. Another engine needs
 * the same three methods, and nothing else in these tests knows which one it is.
 */
final class Engine implements AutoCloseable {
  private final Process server;
  private final URI endpoint;
  private final HttpClient http = HttpClient.newHttpClient();

  private Engine(Process server, URI endpoint) {
    this.server = server;
    this.endpoint = endpoint;
  }

  /** Starts an engine, or skips the test if this machine has none. */
  static Engine start(Path folder) throws IOException, InterruptedException {
    int port = freePort();
    Process server;
    try {
      server =
          new ProcessBuilder(
                  "python3", "-m", "moto.server", "-H", "127.0.0.1", "-p", String.valueOf(port))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("moto.log").toFile())
              .start();
    } catch (IOException e) {
      assumeTrue(false, "There is no python3");
      throw e;
    }
    Engine engine = new Engine(server, URI.create("http://127.0.0.1:" + port));
    try {
      assumeTrue(engine.listens(), "python3 has no moto");
      return engine;
    } catch (Throwable e) {
      engine.close();
      throw e;
    }
  }

  /** Waits until the server responds, or has ended because moto is not installed. */
  private boolean listens() throws InterruptedException {
    while (server.isAlive()) {
      try {
        reset();
        return true;
      } catch (IOException e) {
        server.waitFor(100, TimeUnit.MILLISECONDS);
      }
    }
    return false;
  }

  URI endpoint() {
    return endpoint;
  }

  /** Forgets everything that programs have created. */
  void reset() throws IOException, InterruptedException {
    post("/moto-api/reset", "");
    // Without this, an invocation of Lambda would start a container.
    post("/moto-api/config", "{\"lambda\": {\"use_docker\": false}}");
  }

  private void post(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve(path)).POST(BodyPublishers.ofString(body)).build();
    http.send(request, BodyHandlers.discarding());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    server.destroy();
  }
}
