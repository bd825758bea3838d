package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.s3.ResumeToken;
import io.boto4j.s3.S3Transfer;
import io.boto4j.s3.Transfer;
import io.boto4j.s3.TransferCancelledException;
import io.boto4j.s3.TransferResult;
import io.boto4j.s3.UnfinishedUpload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** What transfers must do with a store that others have written. */
final class StoreProgramme implements AutoCloseable {
  private static final String BUCKET = "transfers";
  private static final int PART = 5 * 1024 * 1024;

  private final Path folder;
  private final Client direct;
  private final TransferProxy proxy;
  private final Client client;
  private final String algorithm;
  private final S3Transfer s3t;
  private final Random random = new Random(4);

  StoreProgramme(Path folder, int port, String algorithm) throws IOException {
    this.folder = folder;
    this.direct = TransferClients.of("http://127.0.0.1:" + port);
    this.proxy = new TransferProxy(port);
    this.client = TransferClients.of(proxy.url());
    this.algorithm = algorithm;
    this.s3t =
        S3Transfer.of(
            client,
            c ->
                c.multipartThreshold(TransferChild.CHUNK)
                    .multipartChunksize(TransferChild.CHUNK)
                    .maxConcurrency(3)
                    .checksumAlgorithm(algorithm));
    direct.call("CreateBucket", Map.of("Bucket", BUCKET));
  }

  private byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] object(String key) throws IOException {
    return direct
        .call("GetObject", Map.of("Bucket", BUCKET, "Key", key))
        .body("Body")
        .readAllBytes();
  }

  /** Uploads and downloads in one request and in parts, by each way. */
  void transferAll() throws IOException {
    for (int size : new int[] {0, 1, TransferChild.CHUNK, 300_000, 2 * PART + 17}) {
      byte[] content = bytes(size);
      Path source = Files.write(folder.resolve("source-" + size), content);
      TransferResult uploaded =
          s3t.upload(
                  source,
                  BUCKET,
                  "file-" + size,
                  o -> o.set("ContentType", "text/x-test").set("Metadata", Map.of("a", "b")))
              .await();
      assertThat(uploaded.size()).isEqualTo(size);
      s3t.upload(content, BUCKET, "bytes-" + size).await();
      s3t.upload(new ByteArrayInputStream(content), BUCKET, "stream-" + size).await();
      for (String key : List.of("file-", "bytes-", "stream-")) {
        assertThat(object(key + size)).as(key + size).isEqualTo(content);
      }
      Path target = folder.resolve("target-" + size);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      s3t.download(BUCKET, "file-" + size, target).await();
      s3t.download(BUCKET, "file-" + size, out).await();
      assertThat(target).hasBinaryContent(content);
      assertThat(out.toByteArray()).isEqualTo(content);
      assertThat(s3t.downloadBytes(BUCKET, "file-" + size).await()).isEqualTo(content);
    }
  }

  /** Copies in one request and in parts; metadata and content type are kept. */
  void copy() throws IOException {
    try (S3Transfer inParts =
        S3Transfer.of(
            client, c -> c.copyThreshold(PART).copyChunksize(PART).checksumAlgorithm(algorithm))) {
      for (int size : new int[] {300_000, 2 * PART + 17}) {
        inParts.copy(BUCKET, "file-" + size, BUCKET, "copy-" + size).await();
        assertThat(object("copy-" + size)).isEqualTo(object("file-" + size));
        Structure head = direct.call("HeadObject", Map.of("Bucket", BUCKET, "Key", "copy-" + size));
        assertThat(head.text("ContentType")).isEqualTo("text/x-test");
        assertThat(head.map("Metadata")).containsEntry("a", "b");
      }
    }
  }

  /** Pauses an upload and a download in the middle, and continues them. */
  void resume() throws IOException {
    byte[] content = bytes(3 * PART + 5);
    Path source = Files.write(folder.resolve("resumed"), content);
    ResumeToken upload = pause(() -> s3t.upload(source, BUCKET, "resumed"), true);
    s3t.resume(upload).await();
    assertThat(object("resumed")).isEqualTo(content);

    Path target = folder.resolve("resumed-target");
    ResumeToken download = pause(() -> s3t.download(BUCKET, "resumed", target), false);
    assertThat(target).doesNotExist();
    s3t.resume(download).await();
    assertThat(target).hasBinaryContent(content);
  }

  private interface Start {
    Transfer<?> start();
  }

  private ResumeToken pause(Start start, boolean upload) {
    CompletableFuture<Transfer<?>> started = new CompletableFuture<>();
    CompletableFuture<ResumeToken> token = new CompletableFuture<>();
    int[] count = new int[1];
    proxy.plan(
        exchange -> {
          synchronized (count) {
            if ((upload ? !exchange.isPart() : !exchange.isGetObject()) || ++count[0] != 3) {
              return TransferProxy.Strike.NONE;
            }
          }
          token.complete(started.join().pause());
          return new TransferProxy.Strike(TransferFault.REQUEST_RESET, 0);
        });
    Transfer<?> transfer = start.start();
    started.complete(transfer);
    assertThatThrownBy(transfer::await).isInstanceOf(TransferCancelledException.class);
    proxy.plan(exchange -> TransferProxy.Strike.NONE);
    return token.join();
  }

  /** Lists and aborts an upload that was begun by another program. */
  void sweep() {
    direct.call("CreateMultipartUpload", Map.of("Bucket", BUCKET, "Key", "begun"));
    List<UnfinishedUpload> found = new ArrayList<>();
    s3t.listUnfinished(BUCKET, "").forEach(found::add);
    assertThat(found).extracting(UnfinishedUpload::key).containsExactly("begun");
    assertThat(s3t.abortUnfinished(BUCKET, "", Duration.ofMinutes(-1))).hasSize(1);
    assertThat(s3t.listUnfinished(BUCKET, "")).isEmpty();
  }

  /** Refuses what is absent, and leaves nothing. */
  void fail() {
    Path target = folder.resolve("absent");
    assertThatThrownBy(() -> s3t.download(BUCKET, "absent", target).await())
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("NoSuchKey");
    assertThat(target).doesNotExist();
    assertThatThrownBy(() -> s3t.upload(bytes(10), "no-such-bucket", "k").await())
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("NoSuchBucket");
  }

  void delete() {
    List<String> keys = new ArrayList<>();
    for (Structure each : direct.items("ListObjectsV2", Map.of("Bucket", BUCKET))) {
      keys.add(each.text("Key"));
    }
    assertThat(keys).hasSizeGreaterThan(10);
    s3t.delete(BUCKET, keys).await();
    assertThat(direct.items("ListObjectsV2", Map.of("Bucket", BUCKET))).isEmpty();
  }

  @Override
  public void close() throws IOException {
    s3t.close();
    client.close();
    proxy.close();
    direct.close();
  }
}
