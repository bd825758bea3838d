package io.boto4j.benchmarks.contestants;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/** The transfers by the transfer manager of AWS SDK 2.x, with its default settings. */
public final class AwsSdkTransfer {
  private static final String BUCKET = "benchmark";
  private static final String PREFIX = "files/";

  private AwsSdkTransfer() {}

  /**
   * Runs one task.
   *
   * @param args the task, the endpoint URL, the local path, the expected size or number, and the
   *     client: {@code java} (Netty, multipart) or {@code crt}
   * @throws IOException if anything else than expected was transferred
   */
  public static void main(String[] args) throws IOException {
    if (args[4].equals("crt")) {
      try (S3AsyncClient s3 = crt(args[1])) {
        run(s3, args[0], Path.of(args[2]), Long.parseLong(args[3]));
      }
    } else {
      // Never closed: that would wait two seconds for Netty, whose threads are daemons.
      run(netty(args[1]), args[0], Path.of(args[2]), Long.parseLong(args[3]));
    }
  }

  private static void run(S3AsyncClient s3, String task, Path local, long expected)
      throws IOException {
    S3TransferManager manager = S3TransferManager.builder().s3Client(s3).build();
    switch (task) {
      case "up" -> {
        manager
            .uploadFile(
                u -> u.source(local).putObjectRequest(p -> p.bucket(BUCKET).key("large.bin")))
            .completionFuture()
            .join();
        Expectation.equal(expected, Files.size(local));
      }
      case "down" -> {
        manager
            .downloadFile(
                d -> d.destination(local).getObjectRequest(g -> g.bucket(BUCKET).key("large.bin")))
            .completionFuture()
            .join();
        Expectation.equal(expected, Files.size(local));
      }
      case "copy" ->
          manager
              .copy(
                  c ->
                      c.copyObjectRequest(
                          o ->
                              o.sourceBucket(BUCKET)
                                  .sourceKey("huge.bin")
                                  .destinationBucket(BUCKET)
                                  .destinationKey("copy.bin")))
              .completionFuture()
              .join();
      case "files-up" ->
          none(
              manager
                  .uploadDirectory(u -> u.source(local).bucket(BUCKET).s3Prefix(PREFIX))
                  .completionFuture()
                  .join()
                  .failedTransfers());
      case "files-down" ->
          none(
              manager
                  .downloadDirectory(
                      d ->
                          d.destination(local)
                              .bucket(BUCKET)
                              .listObjectsV2RequestTransformer(l -> l.prefix(PREFIX)))
                  .completionFuture()
                  .join()
                  .failedTransfers());
      default -> throw new IllegalArgumentException("Unknown task: " + task);
    }
  }

  private static void none(List<?> failed) throws IOException {
    if (!failed.isEmpty()) {
      throw new IOException(failed.size() + " files failed, the first: " + failed.get(0));
    }
  }

  private static S3AsyncClient netty(String url) {
    return S3AsyncClient.builder()
        .httpClientBuilder(NettyNioAsyncHttpClient.builder())
        .multipartEnabled(true)
        .forcePathStyle(true)
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials())
        .endpointOverride(URI.create(url))
        .build();
  }

  private static S3AsyncClient crt(String url) {
    return S3AsyncClient.crtBuilder()
        .forcePathStyle(true)
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials())
        .endpointOverride(URI.create(url))
        // It knows only the certificates of the system.
        .httpConfiguration(h -> h.trustAllCertificatesEnabled(true))
        .build();
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create("AKIDEXAMPLE", "example-secret-key"));
  }
}
