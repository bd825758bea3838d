package io.boto4j.local.s3;

import static io.boto4j.local.s3.TransferFixture.BUCKET;
import static io.boto4j.local.s3.TransferFixture.bytes;
import static io.boto4j.local.s3.TransferFixture.file;
import static io.boto4j.local.s3.TransferFixture.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Params;
import io.boto4j.error.ServiceException;
import io.boto4j.s3.LocalFileException;
import io.boto4j.s3.S3Transfer;
import io.boto4j.s3.SourceChangedException;
import io.boto4j.s3.Transfer;
import io.boto4j.s3.TransferCancelledException;
import io.boto4j.s3.TransferException;
import io.boto4j.s3.TransferResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class TransferDownloadTest {
  private static final int PART = 64 * 1024;

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
  @ValueSource(ints = {0, 1, PART - 1, PART, PART + 1, 20 * PART, 20 * PART + 3})
  void download_anySize_isIdenticalInFileStreamAndMemory(int size) throws IOException {
    byte[] content = bytes(size);
    s3.put("k", content);
    Path target = directory.resolve("f");
    var out = new ByteArrayOutputStream();

    TransferResult result = s3t.download(BUCKET, "k", target).await();
    s3t.download(BUCKET, "k", out).await();

    int parts = Math.max(1, (size + PART - 1) / PART);
    assertThat(Files.readAllBytes(target)).isEqualTo(content);
    assertThat(out.toByteArray()).isEqualTo(content);
    assertThat(s3t.downloadBytes(BUCKET, "k").await()).isEqualTo(content);
    assertThat(result.parts()).isEqualTo(parts);
    assertThat(result.size()).isEqualTo(size);
    // No request but those for the bytes.
    assertThat(s3.calls).hasSize(3 * parts).containsOnly("GetObject");
    assertThat(names(directory)).containsExactly("f");
  }

  @Test
  void download_ofObjectWithoutChecksumOfTheWhole_isIdentical() throws IOException {
    byte[] content = bytes(9_000_000);
    s3t.upload(content, BUCKET, "k", o -> o.set("ChecksumAlgorithm", "SHA256")).await();
    Path journal = directory.resolve("journal");
    Path target = directory.resolve("f");

    s3t.download(BUCKET, "k", target, o -> o.journal(journal)).await();

    assertThat(target).hasBinaryContent(content);
    assertThat(names(directory)).containsExactly("f");
  }

  @Test
  void download_toStream_isInOrderWithinTheMemory() {
    byte[] content = bytes(64 * PART + 1);
    s3.put("k", content);
    var out = new ByteArrayOutputStream();
    try (S3Transfer frugal =
        s3.transfer(
            c ->
                c.multipartThreshold(PART).multipartChunksize(1 << 20).maxBufferedBytes(1 << 20))) {
      Transfer<TransferResult> first = frugal.download(BUCKET, "k", out);
      Transfer<TransferResult> second = frugal.download(BUCKET, "k", new ByteArrayOutputStream());
      first.await();
      second.await();
    }

    assertThat(out.toByteArray()).isEqualTo(content);
  }

  @Test
  void download_replacesContentAndKeepsPermissions() throws IOException {
    byte[] content = bytes(3 * PART);
    s3.put("k", content);
    Path target = file(directory, "f", bytes(7));
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));

    s3t.download(BUCKET, "k", target).await();

    assertThat(Files.readAllBytes(target)).isEqualTo(content);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void download_toLink_writesItsTarget() throws IOException {
    byte[] content = bytes(3 * PART);
    s3.put("k", content);
    Path other = Files.createDirectory(directory.resolve("other"));
    Path target = file(other, "f", bytes(7));
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("other", "f"));

    s3t.download(BUCKET, "k", link).await();

    assertThat(link).isSymbolicLink();
    assertThat(Files.readAllBytes(target)).isEqualTo(content);
    assertThat(names(other)).containsExactly("f");
  }

  @Test
  void download_keepTime_setsTimeOfObject() throws IOException {
    s3.put("k", bytes(3));
    Instant modified =
        s3.client
            .call("HeadObject", Params.of("Bucket", BUCKET, "Key", "k"))
            .instant("LastModified");

    Path target = directory.resolve("f");
    s3t.download(BUCKET, "k", target, o -> o.keepTime()).await();

    assertThat(Files.getLastModifiedTime(target).toInstant()).isEqualTo(modified);
  }

  @Test
  void download_badTarget_failsBeforeTheFirstRequest() throws IOException {
    s3.put("k", bytes(3));
    Path present = file(directory, "f", bytes(7));
    Path lost = directory.resolve("no/f");

    assertThatThrownBy(() -> s3t.download(BUCKET, "k", directory))
        .isInstanceOf(LocalFileException.class)
        .hasMessageContaining("is a directory");
    assertThatThrownBy(() -> s3t.download(BUCKET, "k", lost))
        .isInstanceOf(LocalFileException.class)
        .hasMessage("There is no directory " + lost.getParent());
    assertThatThrownBy(() -> s3t.download(BUCKET, "k", present, o -> o.failIfExists()))
        .isInstanceOf(LocalFileException.class)
        .hasMessage("There is a file already at " + present);
    assertThatThrownBy(() -> s3t.download(BUCKET, "k", present, o -> o.set("Ranje", "x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(s3.calls).isEmpty();
  }

  @Test
  void download_missingKey_throwsErrorOfS3AndKeepsTheFile() throws IOException {
    Path present = file(directory, "f", bytes(7));

    Transfer<TransferResult> download = s3t.download(BUCKET, "none", present);

    assertThatThrownBy(download::await)
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.is("NoSuchKey")).isTrue());
    assertThat(Files.readAllBytes(present)).isEqualTo(bytes(7));
    assertThat(names(directory)).containsExactly("f");
  }

  @Test
  void download_objectChangedMeanwhile_fails() throws Exception {
    s3.put("k", bytes(20 * PART));
    s3.stopAt("GetObject", 3);
    Path target = directory.resolve("f");
    Transfer<TransferResult> download = s3t.download(BUCKET, "k", target);
    s3.arrived.await();

    s3.put("k", bytes(20 * PART + 1));
    s3.goOn();

    assertThatThrownBy(download::await)
        .isInstanceOf(SourceChangedException.class)
        .hasMessage("The object s3://a-bucket/k was changed while it was being downloaded");
    assertThat(names(directory)).isEmpty();
  }

  @Test
  void download_streamThatFails_fails() {
    s3.put("k", bytes(20 * PART));
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("the pipe is broken");
          }
        };

    Transfer<TransferResult> download = s3t.download(BUCKET, "k", broken);

    assertThatThrownBy(download::await)
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("the pipe is broken");
  }

  @Test
  void cancel_leavesNothing() throws Exception {
    s3.put("k", bytes(20 * PART));
    s3.stopAt("GetObject", 5);
    Transfer<TransferResult> download = s3t.download(BUCKET, "k", directory.resolve("f"));
    s3.arrived.await();

    download.cancel();

    assertThatThrownBy(download::await).isInstanceOf(TransferCancelledException.class);
    assertThat(names(directory)).isEmpty();
  }

  @Test
  void await_interrupted_cancels() throws Exception {
    s3.put("k", bytes(20 * PART));
    s3.stopAt("GetObject", 5);
    Transfer<TransferResult> download = s3t.download(BUCKET, "k", directory.resolve("f"));
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () -> {
              try {
                download.await();
              } catch (RuntimeException e) {
                thrown.complete(e);
              }
            });
    waiting.start();
    s3.arrived.await();

    waiting.interrupt();

    assertThat(thrown.get()).hasMessageContaining("Interrupted while waiting for the download");
    assertThatThrownBy(download::await).isInstanceOf(TransferCancelledException.class);
  }

  @Test
  void maxConcurrency_isThatOfAllTransfersTogether() {
    s3.put("k", bytes(20 * PART));
    var threads = Collections.synchronizedSet(new java.util.HashSet<String>());
    try (S3Transfer two =
        s3.transfer(c -> c.maxConcurrency(2).multipartThreshold(PART).multipartChunksize(PART))) {
      OutputStream out =
          new OutputStream() {
            @Override
            public void write(int octet) {
              threads.add(Thread.currentThread().getName());
            }
          };
      for (int i = 0; i < 5; i++) {
        two.download(BUCKET, "k", out);
      }
    }
    assertThat(threads).hasSizeBetween(1, 2);
  }
}
