package io.boto4j.examples.boto3;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** moto's server, where python3 has it: a second opinion on what the programs print. */
final class MotoServer implements AutoCloseable {
  private static final int ATTEMPTS = 300;

  private final Process process;
  private final URI endpoint;

  private MotoServer(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /** Starts the server, or returns null where python3 or moto is missing. */
  static @Nullable MotoServer start(Path folder) throws IOException, InterruptedException {
    if (!hasMoto()) {
      return null;
    }
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    String command =
        "from moto.server import main; main(['-H', '127.0.0.1', '-p', '" + port + "'])";
    Process process =
        new ProcessBuilder("python3", "-W", "ignore", "-c", command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("moto.log").toFile())
            .start();
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return new MotoServer(process, URI.create("http://127.0.0.1:" + port));
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    process.destroy();
    throw new IOException("moto did not start: " + Files.readString(folder.resolve("moto.log")));
  }

  private static boolean hasMoto() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "-c", "import moto.server")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  URI endpoint() {
    return endpoint;
  }

  /** Begins again with an AWS in which nothing has been created. */
  void reset() throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) endpoint.resolve("/moto-api/reset").toURL().openConnection();
    connection.setRequestMethod("POST");
    if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
      throw new IOException("moto was not reset: " + connection.getResponseCode());
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
