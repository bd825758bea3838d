package io.boto4j.benchmarks.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boto4j.benchmarks.transfer.store.StoreServer;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server as a process of its own, which ends with this one. */
final class StoreProcess implements Closeable {
  private final Process process;
  private final String http;
  private final String https;

  private StoreProcess(Process process, String http, String https) {
    this.process = process;
    this.http = http;
    this.https = https;
  }

  /**
   * Starts the server.
   *
   * @param java the java program
   * @param jars its class path
   * @param keys the key and certificate for https
   */
  static StoreProcess start(String java, List<String> jars, Path keys) throws IOException {
    List<String> command = new ArrayList<>(List.of(java, "-Xmx512m", "-cp"));
    command.add(String.join(File.pathSeparator, jars));
    command.add(StoreServer.class.getName());
    command.add(keys.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String http = lines.readLine();
    String https = lines.readLine();
    if (https == null) {
      throw new IOException("The server has not started");
    }
    return new StoreProcess(process, http, https);
  }

  String url(Scenario scenario) {
    return scenario.isEncrypted() ? https : http;
  }

  StoreControl control() {
    return new StoreControl(http);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
