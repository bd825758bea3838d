package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.conformance.ScriptedStore.Call;
import io.boto4j.conformance.ScriptedStore.Refusal;
import io.boto4j.conformance.ScriptedStore.Script;
import io.boto4j.s3.S3Transfer;
import io.boto4j.s3.TransferException;
import io.boto4j.s3.TransferResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stores that resemble S3, each as its users have reported it: what is tried, what is remembered,
 * what is logged, and that objects arrive intact.
 */
@Timeout(60)
final class LookAlikeStoresTest {
  private static final int CHUNK = 64 * 1024;
  private static final int PART = 5 * 1024 * 1024;
  private static final Logger LOGGER = Logger.getLogger("io.boto4j.s3");

  @TempDir Path folder;

  private final byte[] small = bytes(1000);
  private final byte[] large = bytes(2 * PART + 1000);
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          log.add(entry.getLevel() + " " + entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    handler.setLevel(Level.INFO);
    LOGGER.addHandler(handler);
    LOGGER.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    LOGGER.removeHandler(handler);
    LOGGER.setUseParentHandlers(true);
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static void with(Script script, BiConsumer<ScriptedStore, S3Transfer> test)
      throws IOException {
    try (ScriptedStore store = new ScriptedStore(script);
        Client client = TransferClients.of(store.url());
        S3Transfer s3t =
            S3Transfer.of(
                client,
                c -> c.multipartThreshold(CHUNK).multipartChunksize(CHUNK).maxConcurrency(2))) {
      test.accept(store, s3t);
      assertThat(store.uploads()).as("uploads that are left").isEmpty();
    }
  }

  private void uploadSmall(ScriptedStore store, S3Transfer s3t) {
    s3t.upload(small, "bucket", "small").await();
    assertThat(store.objects().remove("small")).isEqualTo(small);
  }

  private void uploadLarge(ScriptedStore store, S3Transfer s3t) {
    TransferResult result = s3t.upload(large, "bucket", "large").await();
    assertThat(result.parts()).isEqualTo(3);
    assertThat(store.objects().remove("large")).isEqualTo(large);
  }

  /** Downloads in one piece and in ranges, to a file, a stream and memory. */
  private void download(ScriptedStore store, S3Transfer s3t) {
    store.objects().put("small", small);
    store.objects().put("ranges", bytes(5 * CHUNK + 1));
    for (String key : List.of("small", "ranges")) {
      byte[] object = store.objects().get(key);
      Path file = folder.resolve(key);
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      s3t.download("bucket", key, file).await();
      s3t.download("bucket", key, stream).await();
      assertThat(file).hasBinaryContent(object);
      assertThat(stream.toByteArray()).isEqualTo(object);
      assertThat(s3t.downloadBytes("bucket", key).await()).isEqualTo(object);
    }
  }

  private void delete(ScriptedStore store, S3Transfer s3t) {
    store.objects().put("a", small);
    store.objects().put("b", small);
    s3t.delete("bucket", List.of("a", "b")).await();
    assertThat(store.objects()).doesNotContainKeys("a", "b");
  }

  /**
   * Cloudflare R2 in January 2025: "Header 'x-amz-checksum-crc32' with value '8FJbTw==' not
   * implemented" (f2face/cloudflare-r2#12), "Header 'x-amz-checksum-algorithm' with value 'CRC32C'
   * not implemented" (cortexproject/cortex#5829), "All non-trailing parts must have the same
   * length." (apache/opendal#2904).
   */
  private static final class R2 implements Script {
    @Override
    public @Nullable Refusal refuse(Call call) {
      String header = call.firstLike("x-amz-checksum-");
      return header == null || header.equals("x-amz-checksum-mode")
          ? null
          : new Refusal(
              501,
              "NotImplemented",
              "Header '"
                  + header
                  + "' with value '"
                  + call.headers().get(header)
                  + "' not implemented");
    }

    @Override
    public boolean wantsEqualParts() {
      return true;
    }
  }

  @Test
  void r2_learnsAtTheFirstUpload() throws IOException {
    with(
        new R2(),
        (store, s3t) -> {
          uploadSmall(store, s3t);
          assertThat(store.takeCalls())
              .containsExactly("PutObject crc64nvme", "PutObject crc32", "PutObject md5");
          assertThat(log)
              .singleElement()
              .asString()
              .startsWith("INFO")
              .contains("refuses PutObject", "NotImplemented", "Content-MD5");

          uploadSmall(store, s3t);
          assertThat(store.takeCalls()).containsExactly("PutObject md5");
          assertThat(log).hasSize(1);

          uploadLarge(store, s3t);
          assertThat(store.takeCalls())
              .startsWith(
                  "CreateMultipartUpload CRC64NVME FULL_OBJECT",
                  "CreateMultipartUpload CRC32 COMPOSITE",
                  "CreateMultipartUpload")
              .endsWith("CompleteMultipartUpload")
              .filteredOn(each -> each.startsWith("UploadPart"))
              .containsExactly("UploadPart md5", "UploadPart md5", "UploadPart md5");
          uploadLarge(store, s3t);
          assertThat(store.takeCalls()).hasSize(5);
          download(store, s3t);
        });
  }

  @Test
  void r2_streamOfUnknownLength_hasEqualParts() throws IOException {
    with(
        new R2(),
        (store, s3t) -> {
          s3t.upload(new ByteArrayInputStream(large), "bucket", "stream").await();
          assertThat(store.objects().get("stream")).isEqualTo(large);
        });
  }

  /**
   * Backblaze B2 in 2025: "Unsupported header 'x-amz-checksum-crc32' received for this API call."
   * (diced/zipline#746), of x-amz-checksum-mode too (vatesfr/xen-orchestra#8358), and of
   * x-amz-sdk-checksum-algorithm (home-assistant/core#143995).
   */
  private static final class B2 implements Script {
    @Override
    public @Nullable Refusal refuse(Call call) {
      String header = call.firstLike("x-amz-checksum-");
      header = header == null ? call.firstLike("x-amz-sdk-checksum-") : header;
      return header == null
          ? null
          : new Refusal(
              400,
              "InvalidArgument",
              "Unsupported header '" + header + "' received for this API call.");
    }
  }

  @Test
  void b2_uploads_fallBackToMd5() throws IOException {
    with(
        new B2(),
        (store, s3t) -> {
          uploadSmall(store, s3t);
          uploadLarge(store, s3t);
          store.takeCalls();
          uploadSmall(store, s3t);
          uploadLarge(store, s3t);
          assertThat(store.takeCalls())
              .hasSize(6)
              .contains("PutObject md5", "CreateMultipartUpload", "UploadPart md5");
        });
  }

  @Test
  void b2_downloads_doNotAskForChecksums() throws IOException {
    with(new B2(), this::download);
  }

  @Test
  void b2_deletions_haveMd5() throws IOException {
    with(
        new B2(),
        (store, s3t) -> {
          delete(store, s3t);
          store.takeCalls();
          delete(store, s3t);
          assertThat(store.takeCalls()).containsExactly("DeleteObjects md5");
        });
  }

  /**
   * MinIO from 2022 to 2024: it ignores checksums that it does not know, but not algorithms
   * ("Invalid checksum provided.", internal/hash/checksum.go), and wants Content-MD5 of deletions
   * ("Missing required header for this request: Content-Md5.", minio/minio#20849).
   */
  private static final class OldMinio implements Script {
    @Override
    public @Nullable Refusal refuse(Call call) {
      if ("CRC64NVME".equals(call.headers().get("x-amz-checksum-algorithm"))) {
        return new Refusal(400, "InvalidArgument", "Invalid checksum provided.");
      }
      return call.operation().equals("DeleteObjects") && !call.has("content-md5")
          ? new Refusal(
              400, "MissingContentMD5", "Missing required header for this request: Content-Md5.")
          : null;
    }
  }

  @Test
  void oldMinio_uploadsInParts_haveCompositeChecksums() throws IOException {
    with(
        new OldMinio(),
        (store, s3t) -> {
          uploadSmall(store, s3t);
          assertThat(store.takeCalls()).containsExactly("PutObject crc64nvme");
          uploadLarge(store, s3t);
          assertThat(store.takeCalls())
              .startsWith(
                  "CreateMultipartUpload CRC64NVME FULL_OBJECT",
                  "CreateMultipartUpload CRC32 COMPOSITE")
              .contains("UploadPart crc32");
          uploadLarge(store, s3t);
          assertThat(store.takeCalls()).hasSize(5);
          assertThat(log).hasSize(1);
          download(store, s3t);
        });
  }

  @Test
  void oldMinio_deletions_haveMd5() throws IOException {
    with(
        new OldMinio(),
        (store, s3t) -> {
          delete(store, s3t);
          store.takeCalls();
          delete(store, s3t);
          assertThat(store.takeCalls()).containsExactly("DeleteObjects md5");
        });
  }

  /**
   * Google Cloud Storage's interoperability: "ExcessHeaderValues" for PutObject with checksums
   * (milvus-io/milvus-storage#480; the message is that of the XML API's reference).
   */
  private static final class Gcs implements Script {
    @Override
    public @Nullable Refusal refuse(Call call) {
      String header = call.firstLike("x-amz-checksum-");
      return header == null
              || header.equals("x-amz-checksum-mode")
              || call.operation().equals("DeleteObjects")
          ? null
          : new Refusal(
              400,
              "ExcessHeaderValues",
              "Multiple HTTP header values where only one was expected.");
    }
  }

  @Test
  void gcs_uploads_fallBackToMd5() throws IOException {
    with(
        new Gcs(),
        (store, s3t) -> {
          uploadSmall(store, s3t);
          uploadLarge(store, s3t);
          store.takeCalls();
          uploadSmall(store, s3t);
          assertThat(store.takeCalls()).containsExactly("PutObject md5");
          download(store, s3t);
          delete(store, s3t);
        });
  }

  /** Ceph RGW before Squid: it ignores checksums, and returns none (ceph/ceph#49986). */
  @Test
  void oldCeph_ignoresChecksums_andIsNotAskedTwice() throws IOException {
    with(
        call -> null,
        (store, s3t) -> {
          uploadSmall(store, s3t);
          uploadLarge(store, s3t);
          assertThat(store.takeCalls()).hasSize(6);
          assertThat(log).isEmpty();
          download(store, s3t);
          delete(store, s3t);
        });
  }

  /** A store that knows only Content-MD5, and requires it. */
  private static final class OnlyMd5 implements Script {
    @Override
    public @Nullable Refusal refuse(Call call) {
      String header = call.firstLike("x-amz-checksum-");
      if (header != null && !header.equals("x-amz-checksum-mode")) {
        return new Refusal(501, "NotImplemented", "A header you provided is not implemented.");
      }
      boolean needed = call.operation().startsWith("Upload") || call.operation().startsWith("Put");
      return needed && !call.has("content-md5")
          ? new Refusal(
              400, "InvalidRequest", "Missing required header for this request: Content-MD5")
          : null;
    }
  }

  @Test
  void onlyMd5_getsIt() throws IOException {
    with(
        new OnlyMd5(),
        (store, s3t) -> {
          uploadSmall(store, s3t);
          uploadLarge(store, s3t);
          store.takeCalls();
          uploadLarge(store, s3t);
          assertThat(store.takeCalls()).hasSize(5).contains("UploadPart md5");
        });
  }

  /** A store that takes checksums of parts, but not elements for them at the end. */
  @Test
  void malformedXmlAtTheEnd_completesWithoutChecksums() throws IOException {
    with(
        call ->
            call.operation().equals("CompleteMultipartUpload") && call.text().contains("<Checksum")
                ? new Refusal(
                    400,
                    "MalformedXML",
                    "The XML you provided was not well-formed or did not validate against our"
                        + " published schema")
                : null,
        (store, s3t) -> {
          uploadLarge(store, s3t);
          store.takeCalls();
          uploadLarge(store, s3t);
          assertThat(store.takeCalls()).filteredOn(each -> each.startsWith("Complete")).hasSize(1);
        });
  }

  /**
   * MinIO in February 2025 takes FULL_OBJECT for COMPOSITE, and finds no such parts at the end
   * (minio/minio#20944).
   */
  @Test
  void invalidPartAtTheEnd_completesWithoutChecksums() throws IOException {
    with(
        call ->
            call.operation().equals("CompleteMultipartUpload") && call.text().contains("<Checksum")
                ? new Refusal(
                    400,
                    "InvalidPart",
                    "One or more of the specified parts could not be found. The part may not have"
                        + " been uploaded, or the specified entity tag may not match the part's"
                        + " entity tag.")
                : null,
        this::uploadLarge);
  }

  /** A refusal of everything is the store's first, not that of the last thing tried. */
  @Test
  void refusalOfEverything_isTheFirstOne() throws IOException {
    with(
        call -> new Refusal(501, "NotImplemented", "No " + call.protection()),
        (store, s3t) ->
            assertThatThrownBy(() -> s3t.upload(small, "bucket", "small").await())
                .hasMessageContaining("No PutObject crc64nvme"));
  }

  /** An error that is not about checksums is not tried again in another way. */
  @Test
  void anotherError_isNotARefusal() throws IOException {
    with(
        call -> new Refusal(400, "InvalidArgument", "The storage class is not valid"),
        (store, s3t) -> {
          assertThatThrownBy(() -> s3t.upload(small, "bucket", "small").await())
              .hasMessageContaining("storage class");
          assertThat(store.takeCalls()).hasSize(1);
        });
  }

  @Test
  void noETags_transfersAreIntact() throws IOException {
    Script script =
        new Script() {
          @Override
          public @Nullable Refusal refuse(Call call) {
            return null;
          }

          @Override
          public boolean sendsETags() {
            return false;
          }
        };
    with(
        script,
        (store, s3t) -> {
          uploadSmall(store, s3t);
          uploadLarge(store, s3t);
          download(store, s3t);
        });
  }

  @Test
  void noRanges_smallObjectsAreRead_andLargeOnesSayWhatToDo() throws IOException {
    Script script =
        new Script() {
          @Override
          public @Nullable Refusal refuse(Call call) {
            return null;
          }

          @Override
          public boolean knowsRanges() {
            return false;
          }
        };
    with(
        script,
        (store, s3t) -> {
          store.objects().put("small", small);
          store.objects().put("large", bytes(5 * CHUNK));
          assertThat(s3t.downloadBytes("bucket", "small").await()).isEqualTo(small);

          Path file = folder.resolve("large");
          assertThatThrownBy(() -> s3t.download("bucket", "large", file).await())
              .isInstanceOf(TransferException.class)
              .hasMessageContainingAll("the whole object", "multipartThreshold");
          assertThat(Files.exists(file)).isFalse();
        });
  }

  /** Of uploads that run side by side before the store is known, each learns for itself. */
  @Test
  void manyUploadsAtOnce_areAllIntact() throws IOException {
    with(
        new R2(),
        (store, s3t) -> {
          List<io.boto4j.s3.Transfer<TransferResult>> running = new ArrayList<>();
          for (int i = 0; i < 20; i++) {
            running.add(s3t.upload(small, "bucket", "small-" + i));
          }
          running.forEach(io.boto4j.s3.Transfer::await);
          assertThat(store.objects()).hasSize(20);
          assertThat(store.takeCalls()).hasSizeLessThan(30);
        });
  }
}
