package io.boto4j.benchmarks.contestants;

import io.boto4j.Client;
import io.boto4j.s3.S3Transfer;
import java.io.IOException;
import java.nio.file.Path;

/** The transfers by boto4j, with its default settings. */
public final class Boto4jTransfer {
  private static final String BUCKET = "benchmark";
  private static final String FILES = "s3://benchmark/files/";

  private Boto4jTransfer() {}

  /**
   * Runs one task.
   *
   * @param args the task, the endpoint URL, the local path, the expected size or number, and
   *     optionally the algorithm of the checksum
   * @throws IOException if anything else than expected was transferred
   */
  public static void main(String[] args) throws IOException {
    Path local = Path.of(args[2]);
    try (Client s3 = LocalServer.session(args[1]).client("s3");
        S3Transfer s3t =
            args.length < 5
                ? S3Transfer.of(s3)
                : S3Transfer.of(s3, c -> c.checksumAlgorithm(args[4]))) {
      long expected = Long.parseLong(args[3]);
      switch (args[0]) {
        case "up" ->
            Expectation.equal(expected, s3t.upload(local, BUCKET, "large.bin").await().size());
        case "down" ->
            Expectation.equal(expected, s3t.download(BUCKET, "large.bin", local).await().size());
        case "copy" ->
            Expectation.equal(
                expected, s3t.copy(BUCKET, "huge.bin", BUCKET, "copy.bin").await().size());
        case "files-up" ->
            Expectation.equal(expected, s3t.uploadDirectory(local, FILES).await().uploaded());
        case "files-down" ->
            Expectation.equal(expected, s3t.downloadDirectory(FILES, local).await().downloaded());
        case "sync" -> Expectation.equal(expected, s3t.sync(local, FILES).await().uploaded());
        default -> throw new IllegalArgumentException("Unknown task: " + args[0]);
      }
    }
  }
}
