package io.boto4j.benchmarks.contestants;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The transfers written by hand, with nothing else: sockets, a signature, file channels and ten
 * threads. It hashes what must be signed, and sends and verifies a CRC32, the cheapest checksum
 * that a JDK has; but it retries nothing, resumes nothing and reports nothing.
 */
public final class TransferFloor {
  static final int THREADS = 10;
  static final String BUCKET = "/benchmark/";

  final URI endpoint;
  private final String time;

  private TransferFloor(URI endpoint) {
    this.endpoint = endpoint;
    this.time =
        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC)
            .format(Instant.now());
  }

  /**
   * Runs one task.
   *
   * @param args the task, the endpoint URL, the local path, and the expected size or number
   * @throws Exception if it fails, or has transferred anything else than expected
   */
  public static void main(String[] args) throws Exception {
    TransferFloor floor = new TransferFloor(URI.create(args[1]));
    Path local = Path.of(args[2]);
    long expected = Long.parseLong(args[3]);
    FloorLarge large = new FloorLarge(floor);
    FloorFiles files = new FloorFiles(floor);
    long seen =
        switch (args[0]) {
          case "up" -> large.upload(local, "large.bin");
          case "down" -> large.download("large.bin", local);
          case "copy" -> large.copy("huge.bin", "copy.bin");
          case "files-up" -> files.upload(local);
          case "files-down" -> files.download(local);
          case "sync" -> files.sync(local);
          default -> throw new IllegalArgumentException("Unknown task: " + args[0]);
        };
    Expectation.equal(expected, seen);
  }

  /** A connection and its signature. */
  record Worker(FloorConnection connection, FloorSignature signature, boolean signsPayload)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      connection.close();
    }

    /** Sends a request without a body, and returns the length of the body of the response. */
    long exchange(String method, String path, String query, String... headers) throws IOException {
      String hash = signsPayload ? signature.hash(new byte[0], 0) : FloorSignature.UNSIGNED;
      StringBuilder head = signature.head(method, path, query, hash, headers);
      connection.send(head.append("content-length: 0\r\n\r\n"), new byte[0], 0);
      return connection.receive("200");
    }

    /** Sends a request with a small body, and returns the body of the response. */
    String exchange(String method, String path, String query, byte[] body, String... headers)
        throws IOException {
      String hash = signsPayload ? signature.hash(body, body.length) : FloorSignature.UNSIGNED;
      StringBuilder head = signature.head(method, path, query, hash, headers);
      head.append("content-length: ").append(body.length).append("\r\n\r\n");
      connection.send(head, body, body.length);
      return new String(connection.body(connection.receive("200")), UTF_8);
    }
  }

  Worker worker() throws IOException {
    try {
      String host = endpoint.getHost() + ":" + endpoint.getPort();
      return new Worker(
          new FloorConnection(endpoint),
          new FloorSignature(host, time),
          endpoint.getScheme().equals("http"));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** The work of a thread for each number. */
  interface Step {
    void run(Worker worker, int number) throws IOException;
  }

  /** Runs steps from 0 up on ten threads, each with a connection of its own. */
  void inParallel(int count, Step step) throws Exception {
    AtomicInteger next = new AtomicInteger();
    Callable<Void> loop =
        () -> {
          try (Worker worker = worker()) {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
              step.run(worker, i);
            }
          }
          return null;
        };
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<Void>> all = new ArrayList<>();
    for (int i = 0; i < Math.min(count, THREADS); i++) {
      all.add(threads.submit(loop));
    }
    threads.shutdown();
    for (Future<Void> each : all) {
      each.get();
    }
  }
}
