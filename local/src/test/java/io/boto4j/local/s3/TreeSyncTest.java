package io.boto4j.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.CallContext;
import io.boto4j.Interceptor;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.error.ServiceException;
import io.boto4j.s3.LocalFileException;
import io.boto4j.s3.S3Transfer;
import io.boto4j.s3.TransferException;
import io.boto4j.s3.TreeFailedException;
import io.boto4j.s3.TreeFile;
import io.boto4j.s3.TreeResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code sync} transfers, deletes and requests, in its three directions. */
final class TreeSyncTest {
  private static final String PLACE = "s3://" + TreeFixture.BUCKET + "/p/";

  @TempDir private Path temporary;
  private TreeFixture f;

  @BeforeEach
  void open() throws IOException {
    f = new TreeFixture(Files.createDirectory(temporary.resolve("d")));
  }

  @AfterEach
  void close() {
    f.close();
  }

  @Test
  void upload_newChangedAndUnchangedFiles_transfersWhatDiffers() throws IOException {
    f.write("same", "1");
    f.write("size", "1");
    f.write("newer", "1");
    f.s3t.sync(f.directory, PLACE).await();
    f.write("size", "22");
    f.write("newer", "2", Instant.now().plusSeconds(60));
    f.write("sub/new", "3");

    TreeResult result = f.s3t.sync(f.directory, PLACE).await();

    assertThat(result.uploaded()).isEqualTo(3);
    assertThat(result.unchanged()).isEqualTo(1);
    assertThat(result.bytes()).isEqualTo(4);
    assertThat(result).hasToString("3 uploaded (4 bytes), 1 unchanged");
    assertThat(f.keys()).containsExactly("p/newer", "p/same", "p/size", "p/sub/new");
    assertThat(f.get("p/newer")).isEqualTo("2");
  }

  @Test
  void upload_thousandUnchangedFiles_makesOneRequest() throws IOException {
    for (int i = 0; i < 1000; i++) {
      f.write("d" + i % 7 + "/" + i, "x");
    }
    TreeResult first = f.s3t.sync(f.directory, PLACE).await();
    assertThat(first.uploaded()).isEqualTo(1000);
    assertThat(f.counter.take()).isEqualTo(Map.of("ListObjectsV2", 1, "PutObject", 1000));

    TreeResult again = f.s3t.sync(f.directory, PLACE).await();
    assertThat(again.unchanged()).isEqualTo(1000);
    assertThat(f.counter.take()).isEqualTo(Map.of("ListObjectsV2", 1));
  }

  @Test
  void download_objects_makesOneRequestEachAndSetsTimes() throws IOException {
    f.put("p/a", "1");
    f.put("p/b/c", "22");
    f.put("p/b/", "");
    f.put("q", "elsewhere");
    TreeResult first = f.s3t.sync(PLACE, f.directory).await();
    assertThat(first.downloaded()).isEqualTo(2);
    assertThat(f.counter.take()).isEqualTo(Map.of("ListObjectsV2", 1, "GetObject", 2));
    assertThat(f.files()).containsExactly("a", "b/c");
    assertThat(Files.getLastModifiedTime(f.directory.resolve("a")).toInstant())
        .isEqualTo(
            f.plain
                .call("HeadObject", Params.of("Bucket", TreeFixture.BUCKET, "Key", "p/a"))
                .instant("LastModified"));

    TreeResult again = f.s3t.sync(PLACE, f.directory).await();
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(f.counter.take()).isEqualTo(Map.of("ListObjectsV2", 1));
  }

  /** The trap of {@code aws s3 sync}: an object that was changed later is newer, and skipped. */
  @Test
  void download_newerObjectOfTheSameSize_needsAnOption() throws IOException {
    f.put("p/a", "1");
    f.write("a", "2");

    assertThat(f.s3t.sync(PLACE, f.directory).await().unchanged()).isEqualTo(1);
    assertThat(f.s3t.sync(PLACE, f.directory, o -> o.sizeOnly(true)).await().unchanged())
        .isEqualTo(1);
    assertThat(f.s3t.sync(PLACE, f.directory, o -> o.checksum(true).dryRun(true)).await().plan())
        .hasSize(1);
    assertThat(f.s3t.sync(PLACE, f.directory, o -> o.exactTimestamps(true)).await().downloaded())
        .isEqualTo(1);
    assertThat(f.read("a")).isEqualTo("1");
    assertThat(f.s3t.sync(PLACE, f.directory, o -> o.exactTimestamps(true)).await().unchanged())
        .isEqualTo(1);

    f.write("a", "3", Instant.now().plusSeconds(60));
    assertThat(f.s3t.sync(PLACE, f.directory).await().downloaded()).isEqualTo(1);
  }

  @Test
  void checksum_equalSizes_comparesContents() throws IOException {
    f.put("p/same", "1");
    f.put("p/other", "1");
    f.write("same", "1", Instant.now().plusSeconds(60));
    f.write("other", "2");

    TreeResult up = f.s3t.sync(f.directory, PLACE, o -> o.checksum(true)).await();
    assertThat(up).hasToString("1 uploaded (1 byte), 1 unchanged");
    assertThat(f.get("p/other")).isEqualTo("2");
    assertThat(f.counter.take()).containsEntry("ListObjectsV2", 1).containsEntry("PutObject", 1);

    f.write("other", "3");
    TreeResult down = f.s3t.sync(PLACE, f.directory, o -> o.checksum(true)).await();
    assertThat(down).hasToString("1 downloaded (1 byte), 1 unchanged");
    assertThat(f.read("other")).isEqualTo("2");
  }

  @Test
  void checksum_objectInParts_usesItsChecksum() throws IOException {
    f.write("large", "x".repeat(6 << 20));
    try (S3Transfer parts =
        S3Transfer.of(f.client, c -> c.multipartThreshold(5 << 20).multipartChunksize(5 << 20))) {
      assertThat(parts.sync(f.directory, PLACE).await().uploaded()).isEqualTo(1);
      f.counter.take();
      f.write("large", "x".repeat(6 << 20), Instant.now().plusSeconds(60));
      assertThat(parts.sync(f.directory, PLACE, o -> o.checksum(true)).await().unchanged())
          .isEqualTo(1);
      assertThat(f.counter.take()).isEqualTo(Map.of("ListObjectsV2", 1, "HeadObject", 1));
      f.write("large", "y".repeat(6 << 20));
      assertThat(parts.sync(f.directory, PLACE, o -> o.checksum(true)).await().uploaded())
          .isEqualTo(1);
    }
  }

  @Test
  void copy_betweenBuckets_copiesWhatDiffersWithoutHead() throws IOException {
    f.plain.call("CreateBucket", Params.of("Bucket", "other"));
    f.put("p/a", "1");
    f.put("p/b//c ?+é", "22");
    TreeResult first = f.s3t.sync(PLACE, "s3://other/q").await();
    assertThat(first).hasToString("2 copied (3 bytes)");
    assertThat(f.keys("other")).containsExactly("q/a", "q/b//c ?+é");
    assertThat(f.counter.take()).isEqualTo(Map.of("ListObjectsV2", 2, "CopyObject", 2));

    f.plain.call("PutObject", Params.of("Bucket", "other", "Key", "q/gone"));
    f.put("p/a", "333");
    TreeResult again =
        f.s3t.sync(PLACE, "s3://other/q/", o -> o.delete(true).checksum(true)).await();
    assertThat(again).hasToString("1 copied (3 bytes), 1 deleted, 1 unchanged");
    assertThat(f.keys("other")).containsExactly("q/a", "q/b//c ?+é");
  }

  @Test
  void copy_intoItself_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> f.s3t.sync(PLACE, PLACE));
    assertThatIllegalArgumentException().isThrownBy(() -> f.s3t.sync("s3://b", "s3://b/backup"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> f.s3t.sync("s3://b/p/", "s3://b/", o -> o.delete(true)));
    f.put("a", "1");
    f.put("backup/old", "1");
    String bucket = "s3://" + TreeFixture.BUCKET;
    f.s3t.sync(bucket, bucket + "/backup", o -> o.exclude("backup/*")).await();
    assertThat(f.keys()).containsExactly("a", "backup/a", "backup/old");
  }

  @Test
  void delete_manyObjects_deletesLastAndInBatches() throws IOException {
    for (int i = 0; i < 1001; i++) {
      f.put("p/" + i, "");
    }
    f.put("p/empty/", "");
    f.put("p/used/", "");
    f.put("p/kept/", "");
    Files.createDirectory(f.directory.resolve("kept"));
    f.put("p/", "");
    f.put("pother", "");
    f.write("used/a", "1");
    List<String> lines = new ArrayList<>();
    TreeResult result =
        f.s3t
            .sync(f.directory, PLACE, o -> o.delete(true).onFile(each -> lines.add("" + each)))
            .await();
    assertThat(result.deleted()).isEqualTo(1002);
    assertThat(f.counter.take())
        .isEqualTo(Map.of("ListObjectsV2", 2, "PutObject", 1, "DeleteObjects", 2));
    assertThat(f.keys()).containsExactly("p/", "p/kept/", "p/used/", "p/used/a", "pother");
    assertThat(lines).hasSize(1003).contains("delete: " + PLACE + "17", "delete: " + PLACE + "0");
    assertThat(lines.get(0))
        .isEqualTo("upload: " + f.directory.resolve("used/a") + " to " + PLACE + "used/a");
  }

  @Test
  void delete_files_removesDirectoriesThatAreEmptyThen() throws IOException {
    f.put("p/a", "1");
    f.write("gone/deep/er/x", "1");
    f.write("gone/kept.tmp", "1");
    f.write("gone2/y", "1");
    TreeResult result =
        f.s3t.sync(PLACE, f.directory, o -> o.delete(true).exclude("*.tmp")).await();
    assertThat(result).hasToString("1 downloaded (1 byte), 2 deleted");
    assertThat(f.files()).containsExactly("a", "gone/kept.tmp");
    assertThat(f.directory.resolve("gone/deep")).doesNotExist();
    assertThat(f.directory.resolve("gone2")).doesNotExist();
  }

  @Test
  void delete_excludedObjects_areProtected() throws IOException {
    f.put("p/keep.tmp", "1");
    f.put("p/gone", "1");
    f.write("new", "1");
    f.write("new.tmp", "1");
    TreeResult result =
        f.s3t.sync(f.directory, PLACE, o -> o.delete(true).exclude("*.tmp")).await();
    assertThat(result).hasToString("1 uploaded (1 byte), 1 deleted");
    assertThat(f.keys()).containsExactly("p/keep.tmp", "p/new");
  }

  @Test
  void delete_belowWhatCannotBeRead_deletesNothingThere() throws IOException {
    f.put("p/link", "1");
    f.put("p/gone", "1");
    Files.createSymbolicLink(f.directory.resolve("link"), temporary.resolve("nowhere"));
    TreeResult result = f.s3t.sync(f.directory, PLACE, o -> o.delete(true)).await();
    assertThat(result).hasToString("1 deleted, 1 warning");
    assertThat(f.keys()).containsExactly("p/link");
  }

  @Test
  void delete_emptySource_isRefused() throws IOException {
    f.write("a", "1");
    TransferException e =
        catchThrowableOfType(
            TransferException.class,
            () -> f.s3t.sync(PLACE, f.directory, o -> o.delete(true)).await());
    assertThat(e).hasMessageContaining("nothing was deleted");
    assertThat(f.files()).containsExactly("a");
  }

  @Test
  void source_thatCannotBeListed_failsAndDeletesNothing() throws IOException {
    f.write("a", "1");
    ServiceException e =
        catchThrowableOfType(
            ServiceException.class,
            () -> f.s3t.sync("s3://missing-bucket", f.directory, o -> o.delete(true)).await());
    assertThat(e.code()).isEqualTo("NoSuchBucket");
    assertThat(f.files()).containsExactly("a");
  }

  @Test
  void source_missingOrAFile_isRefusedAtOnce() throws IOException {
    f.write("a", "1");
    Path missing = temporary.resolve("missing");
    assertThat(catchThrowableOfType(LocalFileException.class, () -> f.s3t.sync(missing, PLACE)))
        .hasMessageContaining("There is no directory");
    Path file = f.directory.resolve("a");
    assertThat(catchThrowableOfType(LocalFileException.class, () -> f.s3t.sync(file, PLACE)))
        .hasMessageContaining("is not a directory");
    assertThat(catchThrowableOfType(LocalFileException.class, () -> f.s3t.sync(PLACE, file)))
        .hasMessageContaining("is not a directory");
    assertThatIllegalArgumentException().isThrownBy(() -> f.s3t.sync(f.directory, "bucket/p"));
    assertThatIllegalArgumentException().isThrownBy(() -> f.s3t.sync("/tmp/a", "/tmp/b"));
    assertThat(f.counter.take()).isEmpty();
  }

  @Test
  void dryRun_everyAction_isPlannedAndNotDone() throws IOException {
    f.put("p/gone", "1");
    f.write("new", "1");
    TreeResult result = f.s3t.sync(f.directory, PLACE, o -> o.delete(true).dryRun(true)).await();
    assertThat(result.plan().stream().map(TreeFile::toString))
        .containsExactly(
            "(dryrun) upload: " + f.directory.resolve("new") + " to " + PLACE + "new",
            "(dryrun) delete: " + PLACE + "gone");
    assertThat(f.keys()).containsExactly("p/gone");
    assertThat(f.counter.take()).isEqualTo(Map.of("ListObjectsV2", 1));

    Path absent = temporary.resolve("absent");
    assertThat(f.s3t.sync(PLACE, absent, o -> o.dryRun(true)).await().plan()).hasSize(1);
    assertThat(absent).doesNotExist();
  }

  @Test
  void noOverwrite_existingFiles_staysAsTheyAre() throws IOException {
    f.put("p/a", "1");
    f.write("a", "22");
    f.write("b", "22");
    TreeResult up = f.s3t.sync(f.directory, PLACE, o -> o.noOverwrite(true)).await();
    assertThat(up).hasToString("1 uploaded (2 bytes), 1 skipped");
    assertThat(f.get("p/a")).isEqualTo("1");
    TreeResult down = f.s3t.sync(PLACE, f.directory, o -> o.noOverwrite(true)).await();
    assertThat(down).hasToString("2 skipped");
    TreeResult all = f.s3t.uploadDirectory(f.directory, PLACE, o -> o.noOverwrite(true)).await();
    assertThat(all).hasToString("2 skipped");
    assertThat(f.get("p/a")).isEqualTo("1");
  }

  /** A store such as a directory bucket, whose listings have another order. */
  @Test
  void listing_outOfOrder_failsAndDeletesNothing() throws IOException {
    f.put("p/a", "1");
    f.put("p/b", "1");
    f.write("a", "1");
    f.write("b", "1");
    Interceptor reversed =
        new Interceptor() {
          @Override
          public @Nullable Response answer(CallContext call, Map<String, ?> input) {
            if (!call.operation().equals("ListObjectsV2")) {
              return null;
            }
            return f.plain
                .responses()
                .response(
                    "ListObjectsV2",
                    Params.of(
                        "Contents",
                        List.of(
                            Params.of("Key", "p/b", "Size", 1),
                            Params.of("Key", "p/a", "Size", 1))));
          }
        };
    try (S3Transfer other = S3Transfer.of(f.client.with(reversed))) {
      TransferException e =
          catchThrowableOfType(
              TransferException.class,
              () -> other.sync(f.directory, PLACE, o -> o.delete(true)).await());
      assertThat(e)
          .hasMessageContaining("not in the order of the keys")
          .hasMessageContaining("'a'");
      assertThat(other.downloadDirectory(PLACE, temporary.resolve("e")).await().downloaded())
          .isEqualTo(2);
    }
    assertThat(f.keys()).containsExactly("p/a", "p/b");
  }

  @Test
  void failure_ofOneFile_doesNotStopTheOthers() throws IOException {
    f.put("p/a", "1");
    f.put("p/../b", "1");
    f.put("p/c", "1");
    TreeFailedException e =
        catchThrowableOfType(
            TreeFailedException.class, () -> f.s3t.sync(PLACE, f.directory).await());
    assertThat(e.result()).hasToString("2 downloaded (2 bytes), 1 failed");
    assertThat(e.result().failures())
        .singleElement()
        .asString()
        .startsWith("download failed: " + PLACE + "../b to ")
        .contains("parent directory");
    assertThat(e).hasMessageContaining("1 failed");
    assertThat(f.files()).containsExactly("a", "c");
    assertThat(temporary.resolve("b")).doesNotExist();
  }
}
