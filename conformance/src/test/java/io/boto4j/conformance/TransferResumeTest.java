package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.conformance.TransferProxy.Strike;
import io.boto4j.local.LocalAws;
import io.boto4j.s3.ResumeToken;
import io.boto4j.s3.S3Transfer;
import io.boto4j.s3.SourceChangedException;
import io.boto4j.s3.Transfer;
import io.boto4j.s3.TransferCancelledException;
import io.boto4j.s3.TransferException;
import io.boto4j.s3.TransferResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Transfers that are paused, and continued with their token or journal. */
@Timeout(60)
final class TransferResumeTest {
  private static final int PART = 5 * 1024 * 1024;
  private static final String CUSTOMER_KEY = "0123456789abcdefghijklmnopqrstuv";

  @TempDir Path folder;

  private final Random random = new Random(18);
  private LocalAws aws;
  private Client direct;
  private TransferProxy proxy;
  private Client client;
  private S3Transfer s3t;

  @BeforeEach
  void start() throws IOException {
    aws = LocalAws.start();
    direct = aws.session().client("s3");
    direct.call("CreateBucket", Map.of("Bucket", "bucket"));
    proxy = new TransferProxy(aws.endpoint().getPort());
    client = TransferClients.of(proxy.url());
    s3t = TransferChild.transfers(client);
  }

  @AfterEach
  void stop() throws IOException {
    s3t.close();
    client.close();
    proxy.close();
    direct.close();
    aws.close();
  }

  /** Pauses a transfer at a request, and records the requests. */
  private final class Pause implements TransferProxy.Plan {
    private final Predicate<TransferExchange> when;
    private final int number;
    private final CompletableFuture<Transfer<?>> transfer = new CompletableFuture<>();
    private final CompletableFuture<ResumeToken> token = new CompletableFuture<>();
    private final List<TransferExchange> requests = Collections.synchronizedList(new ArrayList<>());
    private int count;

    Pause(int number, Predicate<TransferExchange> when) {
      this.number = number;
      this.when = when;
      proxy.plan(this);
    }

    @Override
    public Strike strike(TransferExchange exchange) {
      requests.add(exchange);
      synchronized (this) {
        if (!when.test(exchange) || ++count != number) {
          return Strike.NONE;
        }
      }
      token.complete(transfer.join().pause());
      return new Strike(TransferFault.REQUEST_RESET, 0);
    }

    /** Returns the token once the transfer is paused. */
    ResumeToken of(Transfer<?> started) {
      transfer.complete(started);
      assertThatThrownBy(started::await).isInstanceOf(TransferCancelledException.class);
      return token.join();
    }
  }

  /** Records requests. */
  private List<TransferExchange> record() {
    List<TransferExchange> requests = Collections.synchronizedList(new ArrayList<>());
    proxy.plan(
        exchange -> {
          requests.add(exchange);
          return Strike.NONE;
        });
    return requests;
  }

  private byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  private Path source(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("source"), content);
    return Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
  }

  private byte[] object(String key) throws IOException {
    return direct
        .call("GetObject", Map.of("Bucket", "bucket", "Key", key))
        .body("Body")
        .readAllBytes();
  }

  private void put(String key, byte[] content) {
    direct.call("PutObject", Map.of("Bucket", "bucket", "Key", key, "Body", content));
  }

  private long uploads() {
    return direct
        .call("ListMultipartUploads", Map.of("Bucket", "bucket"))
        .structures("Uploads")
        .size();
  }

  @Test
  void upload_pausedInTheMiddle_isContinued() throws IOException {
    byte[] content = bytes(4 * PART + 1);
    Path file = source(content);
    ResumeToken token = new Pause(5, TransferExchange::isPart).of(s3t.upload(file, "bucket", "up"));
    assertThat(uploads()).isEqualTo(1);
    List<TransferExchange> requests = record();

    TransferResult result = s3t.resume(ResumeToken.parse(token.toJson())).await();

    assertThat(object("up")).isEqualTo(content);
    assertThat(result.parts()).isEqualTo(5);
    assertThat(requests).noneMatch(TransferExchange::isCreate);
    assertThat(requests).filteredOn(TransferExchange::isPart).hasSizeLessThan(5).isNotEmpty();
    assertThat(uploads()).isZero();
  }

  @Test
  void upload_pausedAfterItsLastPart_isCompleted() throws IOException {
    byte[] content = bytes(2 * PART + 1);
    Path file = source(content);
    ResumeToken token = new Pause(3, TransferExchange::isPart).of(s3t.upload(file, "bucket", "up"));
    String uploadId = Json.read(token.toJson(), Structure.class).text("uploadId");
    for (int number = 1; number <= 3; number++) {
      int from = (number - 1) * PART;
      direct.call(
          "UploadPart",
          Params.of("Bucket", "bucket", "Key", "up", "UploadId", uploadId, "PartNumber", number)
              .with(
                  "Body", Arrays.copyOfRange(content, from, Math.min(from + PART, content.length)))
              .with("ChecksumAlgorithm", "CRC64NVME"));
    }
    List<TransferExchange> requests = record();

    s3t.resume(token).await();

    assertThat(object("up")).isEqualTo(content);
    assertThat(requests).noneMatch(TransferExchange::isPart);
    assertThat(requests).filteredOn(TransferExchange::isComplete).hasSize(1);
  }

  @Test
  void upload_whoseFileWasChanged_isRefused() throws IOException {
    Path file = source(bytes(2 * PART));
    ResumeToken token = new Pause(2, TransferExchange::isPart).of(s3t.upload(file, "bucket", "up"));
    record();
    Files.write(file, bytes(2 * PART));

    assertThatThrownBy(() -> s3t.resume(token).await())
        .isInstanceOf(SourceChangedException.class)
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> object("up")).hasMessageContaining("NoSuchKey");
    assertThat(uploads()).as("uploads of the old file").isZero();
  }

  @Test
  void upload_thatWasAborted_isRefused() throws IOException {
    Path file = source(bytes(2 * PART));
    ResumeToken token = new Pause(2, TransferExchange::isPart).of(s3t.upload(file, "bucket", "up"));
    record();
    aws.clock().advance(java.time.Duration.ofHours(1));
    try (S3Transfer sweeper = S3Transfer.of(direct)) {
      assertThat(sweeper.abortUnfinished("bucket", "", java.time.Duration.ofMinutes(1))).hasSize(1);
    }

    assertThatThrownBy(() -> s3t.resume(token).await())
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("does not have the paused upload");
  }

  @Test
  void download_pausedInTheMiddle_isContinued() throws IOException {
    byte[] content = bytes(20 * TransferChild.CHUNK + 1);
    put("down", content);
    Path file = folder.resolve("target");
    ResumeToken token =
        new Pause(10, TransferExchange::isGetObject).of(s3t.download("bucket", "down", file));
    assertThat(file).doesNotExist();
    List<TransferExchange> requests = record();

    s3t.resume(ResumeToken.parse(token.toJson())).await();

    assertThat(file).hasBinaryContent(content);
    assertThat(requests).hasSizeLessThan(20);
    assertThat(requests).allMatch(each -> !each.header("Range").isEmpty());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void download_whoseObjectWasChanged_isRefused() throws IOException {
    put("down", bytes(20 * TransferChild.CHUNK));
    Path file = folder.resolve("target");
    ResumeToken token =
        new Pause(10, TransferExchange::isGetObject).of(s3t.download("bucket", "down", file));
    record();
    put("down", bytes(20 * TransferChild.CHUNK));

    assertThatThrownBy(() -> s3t.resume(token).await())
        .isInstanceOf(SourceChangedException.class)
        .hasMessageContaining("s3://bucket/down");
    assertThat(file).doesNotExist();
  }

  @Test
  void download_whoseTemporaryFileWasDeleted_beginsAgain() throws IOException {
    byte[] content = bytes(20 * TransferChild.CHUNK);
    put("down", content);
    Path file = folder.resolve("target");
    ResumeToken token =
        new Pause(10, TransferExchange::isGetObject).of(s3t.download("bucket", "down", file));
    record();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }

    s3t.resume(token).await();

    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void download_whoseTemporaryFileWasDamaged_repairsIt() throws IOException {
    byte[] content = bytes(20 * TransferChild.CHUNK);
    put("down", content);
    Path file = folder.resolve("target");
    ResumeToken token =
        new Pause(10, TransferExchange::isGetObject).of(s3t.download("bucket", "down", file));
    record();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        Files.write(each, new byte[(int) Files.size(each)]);
      }
    }

    s3t.resume(token).await();

    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void journal_ofAnotherTransfer_isRefused() throws IOException {
    Path file = source(bytes(2 * PART));
    Path journal = folder.resolve("journal");
    Pause pause = new Pause(2, TransferExchange::isPart);
    pause.of(s3t.upload(file, "bucket", "up", o -> o.journal(journal)));
    record();
    assertThat(journal).exists();

    assertThatThrownBy(() -> s3t.upload(file, "bucket", "other", o -> o.journal(journal)))
        .isInstanceOf(TransferException.class)
        .hasMessageContainingAll("is of another transfer", "'up'", "'other'");
    assertThatThrownBy(
            () -> s3t.download("bucket", "up", folder.resolve("x"), o -> o.journal(journal)))
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("is of another transfer");

    s3t.upload(file, "bucket", "up", o -> o.journal(journal)).await();
    assertThat(journal).doesNotExist();
    assertThat(uploads()).isZero();
  }

  @Test
  void token_ofAnUploadWithACustomersKey_doesNotContainIt() throws IOException {
    byte[] content = bytes(2 * PART);
    Map<String, Object> keys =
        Map.of("SSECustomerAlgorithm", "AES256", "SSECustomerKey", CUSTOMER_KEY);
    Path file = source(content);
    ResumeToken token =
        new Pause(2, TransferExchange::isPart)
            .of(s3t.upload(file, "bucket", "up", o -> o.set(keys)));
    record();
    assertThat(token.toJson()).doesNotContain(CUSTOMER_KEY, "SSECustomer");
    assertThat(token).hasToString(token.toJson());

    s3t.resume(token, keys).await();

    byte[] found = s3t.downloadBytes("bucket", "up", o -> o.set(keys)).await();
    assertThat(found).isEqualTo(content);
  }

  @Test
  void token_ofADownloadWithACustomersKey_doesNotContainIt() throws IOException {
    byte[] content = bytes(20 * TransferChild.CHUNK);
    Map<String, Object> keys =
        Map.of("SSECustomerAlgorithm", "AES256", "SSECustomerKey", CUSTOMER_KEY);
    s3t.upload(content, "bucket", "down", o -> o.set(keys)).await();
    Path file = folder.resolve("target");
    ResumeToken token =
        new Pause(10, TransferExchange::isGetObject)
            .of(s3t.download("bucket", "down", file, o -> o.set(keys)));
    record();
    assertThat(token.toJson()).doesNotContain(CUSTOMER_KEY, "SSECustomer");

    s3t.resume(token, keys).await();

    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void token_ofNoTransfer_isRefused() {
    for (String text : List.of("", "{}", "[1]", "{\"version\": 2, \"kind\": \"upload\"}", "{")) {
      assertThatThrownBy(() -> ResumeToken.parse(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Not a resume token");
    }
    assertThatThrownBy(
            () -> s3t.resume(ResumeToken.parse("{\"version\": 1, \"kind\": \"upload\"}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bucket");
  }
}
