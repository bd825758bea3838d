package io.boto4j.benchmarks.local;

import io.boto4j.benchmarks.run.CleanEnvironment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An emulator that runs as a process of its own, on a port of the loopback. */
final class Emulator implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final Process process;
  private final int port;

  /** The milliseconds from the start of the process until its port accepted a connection. */
  private final long started;

  private Emulator(Process process, int port, long started) {
    this.process = process;
    this.port = port;
    this.started = started;
  }

  /**
   * Starts it and waits until its port accepts a connection.
   *
   * @param command the program, with {@code PORT} in the place of the port
   * @param folder a folder for its output
   */
  static Emulator start(List<String> command, Path folder) throws IOException {
    int port = freePort();
    List<String> arguments = new ArrayList<>();
    command.forEach(each -> arguments.add(each.replace("PORT", String.valueOf(port))));
    Path log = folder.resolve("emulator.log");
    ProcessBuilder builder =
        new ProcessBuilder(arguments).redirectErrorStream(true).redirectOutput(log.toFile());
    CleanEnvironment.make(builder.environment(), folder);
    long start = System.nanoTime();
    Process process = builder.start();
    while (!listens(port)) {
      if (!process.isAlive() || System.nanoTime() - start > PATIENCE) {
        process.destroyForcibly();
        throw new IOException(arguments + " does not listen: " + Files.readString(log));
      }
      pause();
    }
    return new Emulator(process, port, (System.nanoTime() - start) / 1_000_000);
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  long startedMillis() {
    return started;
  }

  /** Returns the resident memory in MB, or -1 where the system does not tell. */
  long memory() throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.exists(status)) {
      return -1;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    return -1;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
