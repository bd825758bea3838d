package io.boto4j.local.s3;

import static io.boto4j.local.s3.TransferFixture.BUCKET;
import static io.boto4j.local.s3.TransferFixture.bytes;
import static io.boto4j.local.s3.TransferFixture.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Checksum;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.error.ServiceException;
import io.boto4j.local.LocalAws;
import io.boto4j.s3.LocalFileException;
import io.boto4j.s3.S3Transfer;
import io.boto4j.s3.SourceChangedException;
import io.boto4j.s3.Transfer;
import io.boto4j.s3.TransferCancelledException;
import io.boto4j.s3.TransferException;
import io.boto4j.s3.TransferProgress;
import io.boto4j.s3.TransferResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class TransferUploadTest {
  private static final int MIB = 1024 * 1024;
  private static final int PART = 5 * MIB;

  private final TransferFixture s3 = new TransferFixture();
  private final S3Transfer s3t =
      s3.transfer(c -> c.multipartThreshold(PART).multipartChunksize(PART));
  @TempDir Path directory;

  @AfterEach
  void close() {
    s3t.close();
    s3.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4096, 200_000, PART - 1})
  void upload_belowThreshold_isOneRequest(int size) throws IOException {
    byte[] content = bytes(size);

    TransferResult result = s3t.upload(file(directory, "f", content), BUCKET, "k").await();

    assertThat(s3.content("k")).isEqualTo(content);
    assertThat(s3.calls).containsExactly("PutObject");
    assertThat(result.size()).isEqualTo(size);
    assertThat(result.parts()).isEqualTo(1);
    assertThat(result.eTag()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {PART, PART + 1, 2 * PART, 3 * PART + 77})
  void upload_fromThreshold_isInPartsWithOneChecksumOfAll(int size) throws IOException {
    byte[] content = bytes(size);

    TransferResult result = s3t.upload(file(directory, "f", content), BUCKET, "k").await();

    int parts = (size + PART - 1) / PART;
    assertThat(s3.content("k")).isEqualTo(content);
    assertThat(Collections.frequency(s3.calls, "UploadPart")).isEqualTo(parts);
    assertThat(s3.calls).hasSize(parts + 2);
    assertThat(result.parts()).isEqualTo(parts);
    assertThat(result.response().text("ChecksumType")).isEqualTo("FULL_OBJECT");
    assertThat(result.response().text("ChecksumCRC64NVME"))
        .isEqualTo(Checksum.of("CRC64NVME").update(content).base64());
  }

  @ParameterizedTest
  @ValueSource(strings = {"CRC32", "CRC32C", "SHA256"})
  void upload_withAlgorithm_hasChecksumOfThatAlgorithm(String algorithm) {
    byte[] content = bytes(PART + 9);

    Response answer =
        (Response)
            s3t.upload(content, BUCKET, "k", o -> o.set("ChecksumAlgorithm", algorithm))
                .await()
                .response();
    s3t.upload(bytes(9), BUCKET, "small", o -> o.set("ChecksumAlgorithm", algorithm)).await();

    String checksum = answer.text("Checksum" + algorithm);
    assertThat(answer.text("ChecksumType"))
        .isEqualTo(algorithm.startsWith("CRC") ? "FULL_OBJECT" : "COMPOSITE");
    assertThat(checksum).isNotNull();
    assertThat(
            s3.client
                .call(
                    "HeadObject",
                    Params.of("Bucket", BUCKET, "Key", "small", "ChecksumMode", "ENABLED"))
                .text("Checksum" + algorithm))
        .isEqualTo(Checksum.of(algorithm).update(bytes(9)).base64());
  }

  @Test
  void upload_withWrongChecksumOfUser_leavesNoObject() {
    String wrong = Checksum.of("CRC64NVME").update(new byte[1]).base64();

    Transfer<TransferResult> small =
        s3t.upload(bytes(9), BUCKET, "k", o -> o.set("ChecksumCRC64NVME", wrong));
    Transfer<TransferResult> large =
        s3t.upload(bytes(PART + 9), BUCKET, "k", o -> o.set("ChecksumCRC64NVME", wrong));

    assertThatThrownBy(small::await)
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("BadDigest");
    assertThatThrownBy(large::await)
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("is not the one that was set");
    assertThat(s3.unfinished()).isZero();
    assertThatThrownBy(() -> s3.content("k")).isInstanceOf(ServiceException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, PART - 1, PART, 2 * PART, 2 * PART + 5})
  void upload_streamOfUnknownLength_arrives(int size) {
    byte[] content = bytes(size);

    TransferResult result = s3t.upload(new Dribbling(content), BUCKET, "k").await();

    assertThat(s3.content("k")).isEqualTo(content);
    assertThat(result.size()).isEqualTo(size);
  }

  @Test
  void upload_streamLargerThanBuffers_arrivesThroughTemporaryFiles() {
    byte[] content = bytes(2 * PART + 5);
    try (S3Transfer frugal =
        s3.transfer(
            c -> c.multipartThreshold(PART).multipartChunksize(PART).maxBufferedBytes(MIB))) {
      frugal.upload(new ByteArrayInputStream(content), BUCKET, "k").await();
    }

    assertThat(s3.content("k")).isEqualTo(content);
  }

  @Test
  void upload_channel_arrives() {
    byte[] content = bytes(PART + 5);

    s3t.upload(Channels.newChannel(new ByteArrayInputStream(content)), BUCKET, "k").await();

    assertThat(s3.content("k")).isEqualTo(content);
  }

  @Test
  void upload_streamIsNotClosed() {
    var stream =
        new ByteArrayInputStream(bytes(10)) {
          boolean closed;

          @Override
          public void close() {
            closed = true;
          }
        };

    s3t.upload(stream, BUCKET, "k").await();

    assertThat(stream.closed).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 11, PART + 1})
  void upload_streamOfOtherLengthThanAnnounced_leavesNoObject(long announced) {
    Transfer<TransferResult> upload =
        s3t.upload(
            new ByteArrayInputStream(bytes(10)), BUCKET, "k", o -> o.contentLength(announced));

    assertThatThrownBy(upload::await)
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("announced with " + announced + " bytes");
    assertThatThrownBy(() -> s3.content("k")).isInstanceOf(ServiceException.class);
  }

  @Test
  void upload_parametersGoToTheRequestsThatTakeThem() {
    s3t.upload(
            bytes(PART + 5),
            BUCKET,
            "k",
            o ->
                o.set("ContentType", "text/css")
                    .set("Metadata", Map.of("a", "b"))
                    .set("IfNoneMatch", "*")
                    .set("ExpectedBucketOwner", LocalAws.ACCOUNT))
        .await();

    Response head = s3.client.call("HeadObject", Params.of("Bucket", BUCKET, "Key", "k"));
    assertThat(head.text("ContentType")).isEqualTo("text/css");
    assertThat(head.map("Metadata")).containsEntry("a", "b");
    Transfer<TransferResult> again =
        s3t.upload(bytes(PART + 6), BUCKET, "k", o -> o.set("IfNoneMatch", "*"));
    assertThatThrownBy(again::await).hasMessageContaining("PreconditionFailed");
    assertThat(s3.unfinished()).isZero();
  }

  @Test
  void upload_badInput_failsBeforeTheFirstRequest() throws IOException {
    Path missing = directory.resolve("missing");
    assertThatThrownBy(() -> s3t.upload(missing, BUCKET, "k"))
        .isInstanceOf(LocalFileException.class)
        .hasMessage("There is no file to upload at " + missing);
    assertThatThrownBy(() -> s3t.upload(directory, BUCKET, "k"))
        .isInstanceOf(LocalFileException.class)
        .hasMessageContaining("is a directory");
    Path present = file(directory, "f", bytes(1));
    assertThatThrownBy(() -> s3t.upload(present, BUCKET, "k", o -> o.set("ContentTyp", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Did you mean ContentType?");
    assertThatThrownBy(() -> s3t.upload(present, BUCKET, "k", o -> o.set("UploadId", "x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(s3.calls).isEmpty();
  }

  @Test
  void upload_toMissingBucket_throwsErrorOfS3() {
    Transfer<TransferResult> upload = s3t.upload(bytes(PART), "no-such-bucket", "k");

    assertThatThrownBy(upload::await)
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.is("NoSuchBucket")).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"touched", "truncated", "replaced", "deleted"})
  void upload_fileChangedMeanwhile_leavesNoObject(String how) throws Exception {
    Path changing = file(directory, "f", bytes(2 * PART));
    s3.stopAt("UploadPart", 0);
    Transfer<TransferResult> upload = s3t.upload(changing, BUCKET, "k");
    s3.arrived.await();

    switch (how) {
      case "touched" -> Files.setLastModifiedTime(changing, FileTime.fromMillis(0));
      case "truncated" -> Files.write(changing, bytes(7));
      case "replaced" -> {
        FileTime time = Files.getLastModifiedTime(changing);
        Path other = file(directory, "g", bytes(2 * PART));
        Files.setLastModifiedTime(other, time);
        Files.move(other, changing, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
      default -> Files.delete(changing);
    }
    s3.goOn();

    assertThatThrownBy(upload::await)
        .isInstanceOf(SourceChangedException.class)
        .hasMessageContaining(changing.toString());
    assertThat(s3.unfinished()).isZero();
    assertThatThrownBy(() -> s3.content("k")).isInstanceOf(ServiceException.class);
  }

  @Test
  void cancel_abortsTheUpload() throws Exception {
    s3.stopAt("UploadPart", 1);
    Transfer<TransferResult> upload = s3t.upload(bytes(4 * PART), BUCKET, "k");
    s3.arrived.await();

    upload.cancel();

    assertThatThrownBy(upload::await)
        .isInstanceOfSatisfying(
            TransferCancelledException.class, e -> assertThat(e.paused()).isFalse());
    assertThat(s3.unfinished()).isZero();
    assertThat(upload.progress().ended()).isTrue();
  }

  @Test
  void toFuture_cancelled_cancelsTheTransfer() throws Exception {
    s3.stopAt("PutObject", 0);
    Transfer<TransferResult> upload = s3t.upload(bytes(4), BUCKET, "k");
    s3.arrived.await();

    assertThat(upload.toFuture().cancel(true)).isTrue();

    assertThatThrownBy(upload::await).isInstanceOf(TransferCancelledException.class);
  }

  @Test
  void onProgress_isMonotonicAndComplete() {
    List<TransferProgress> seen = new CopyOnWriteArrayList<>();

    s3t.upload(bytes(3 * PART), BUCKET, "k").onProgress(seen::add).await();

    assertThat(seen).isSortedAccordingTo((a, b) -> Long.compare(a.transferred(), b.transferred()));
    TransferProgress last = seen.get(seen.size() - 1);
    assertThat(last.ended()).isTrue();
    assertThat(last.transferred()).isEqualTo(3 * PART);
    assertThat(last.total()).isEqualTo(3 * PART);
    assertThat(last.partsDone()).isEqualTo(3);
    assertThat(last.fraction()).isEqualTo(1);
  }

  @Test
  void onProgress_listenerThatThrowsOrBlocks_doesNotHarm() {
    CountDownLatch never = new CountDownLatch(1);

    s3t.upload(bytes(PART), BUCKET, "k")
        .onProgress(
            progress -> {
              throw new IllegalStateException("a listener's own fault");
            })
        .await();
    s3t.upload(bytes(PART), BUCKET, "k2")
        .onProgress(
            progress -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            })
        .await();

    never.countDown();
    assertThat(s3.content("k2")).hasSize(PART);
  }

  @Test
  void upload_withoutThreads_endsBeforeItReturns() {
    try (S3Transfer inline =
        s3.transfer(c -> c.threads(false).multipartThreshold(PART).multipartChunksize(PART))) {
      Thread here = Thread.currentThread();
      Transfer<TransferResult> file = inline.upload(bytes(3 * PART), BUCKET, "k");
      Transfer<TransferResult> stream =
          inline.upload(new Dribbling(bytes(3 * PART + 1)), BUCKET, "s");

      assertThat(file.isDone()).isTrue();
      assertThat(stream.isDone()).isTrue();
      assertThat(Thread.currentThread()).isSameAs(here);
    }
    assertThat(s3.content("s")).isEqualTo(bytes(3 * PART + 1));
  }

  @Test
  void close_waitsAndRefusesLaterTransfers() {
    S3Transfer closing = s3.transfer();
    Transfer<TransferResult> upload = closing.upload(bytes(9 * MIB), BUCKET, "k");

    closing.close();

    assertThat(upload.isDone()).isTrue();
    assertThat(s3.content("k")).hasSize(9 * MIB);
    assertThatThrownBy(() -> closing.upload(bytes(1), BUCKET, "k"))
        .isInstanceOf(IllegalStateException.class);
  }

  /** A stream that returns few bytes at a time, as a socket does. */
  private static final class Dribbling extends InputStream {
    private final InputStream in;

    Dribbling(byte[] bytes) {
      this.in = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return in.read(target, offset, Math.min(length, 50_000));
    }
  }
}
