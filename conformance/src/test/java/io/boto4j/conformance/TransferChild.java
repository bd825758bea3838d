package io.boto4j.conformance;

import io.boto4j.Client;
import io.boto4j.s3.S3Transfer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that makes one transfer, and may be killed in the middle. */
final class TransferChild {
  /** The size of the ranges of downloads; parts of uploads have S3's least size. */
  static final int CHUNK = 64 * 1024;

  private static final int AT_ONCE = 3;

  private TransferChild() {}

  /**
   * Makes a transfer.
   *
   * @param arguments upload or download, the URL, the bucket, the key, the file, and the journal if
   *     there is one
   */
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[4]);
    Path journal = arguments.length > 5 ? Path.of(arguments[5]) : null;
    try (Client client = TransferClients.of(arguments[1]);
        S3Transfer transfers = transfers(client)) {
      if (arguments[0].equals("upload")) {
        transfers
            .upload(
                file,
                arguments[2],
                arguments[3],
                o -> {
                  if (journal != null) {
                    o.journal(journal);
                  }
                })
            .await();
      } else {
        transfers
            .download(
                arguments[2],
                arguments[3],
                file,
                o -> {
                  if (journal != null) {
                    o.journal(journal);
                  }
                })
            .await();
      }
    }
  }

  static S3Transfer transfers(Client client) {
    return S3Transfer.of(
        client, c -> c.multipartThreshold(CHUNK).multipartChunksize(CHUNK).maxConcurrency(AT_ONCE));
  }

  /** Starts the program in a JVM of its own. */
  static Process start(Path log, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(TransferChild.class.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }
}
