package io.boto4j.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.CallContext;
import io.boto4j.Interceptor;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.s3.S3Transfer;
import io.boto4j.s3.Transfer;
import io.boto4j.s3.TransferCancelledException;
import io.boto4j.s3.TransferProgress;
import io.boto4j.s3.TreeFailedException;
import io.boto4j.s3.TreeFile;
import io.boto4j.s3.TreeOptions.CaseConflict;
import io.boto4j.s3.TreeResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the single files of a tree. */
final class TreeFilesTest {
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

  private static TreeFailedException failure(Transfer<TreeResult> transfer) {
    return catchThrowableOfType(TreeFailedException.class, transfer::await);
  }

  private Response head(String key) {
    return f.plain.call("HeadObject", Params.of("Bucket", TreeFixture.BUCKET, "Key", key));
  }

  @Test
  void directory_upAndDown_isTheSame() throws IOException {
    f.write("a", "1");
    f.write("b/c/d é", "22");
    f.write("b/\uD83D\uDCA9", "");
    TreeResult up = f.s3t.uploadDirectory(f.directory, PLACE, o -> o.exclude("x*")).await();
    assertThat(up).hasToString("3 uploaded (3 bytes)");
    assertThat(f.counter.take()).isEqualTo(Map.of("PutObject", 3));

    Path other = temporary.resolve("new/other");
    TreeResult down = f.s3t.downloadDirectory(PLACE, other, o -> o.pageSize(2)).await();
    assertThat(down).hasToString("3 downloaded (3 bytes)");
    assertThat(f.counter.take()).isEqualTo(Map.of("ListObjectsV2", 2, "GetObject", 3));
    assertThat(other.resolve("b/c/d é")).hasContent("22");
    assertThat(other.resolve("b/\uD83D\uDCA9")).isEmptyFile();
  }

  @Test
  void directory_optionsOfSync_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> f.s3t.uploadDirectory(f.directory, PLACE, o -> o.delete(true)))
        .withMessageContaining("delete is an option of sync");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> f.s3t.sync(f.directory, PLACE, o -> o.sizeOnly(true).checksum(true)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> f.s3t.sync(f.directory, PLACE, o -> o.set("ContentTipe", "x")))
        .withMessageContaining("ContentType");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> f.s3t.sync(f.directory, PLACE, o -> o.pageSize(1001)));
  }

  @Test
  void upload_contentType_isGuessedUnlessSet() throws IOException {
    f.write("a.html", "1");
    f.write("b.unknown", "1");
    f.write("c.css", "1");
    f.s3t
        .sync(
            f.directory,
            PLACE,
            o ->
                o.set("CacheControl", "max-age=60")
                    .parameters(
                        name -> name.endsWith(".css") ? Map.of("ContentType", "x/y") : Map.of()))
        .await();
    assertThat(head("p/a.html").text("ContentType")).isEqualTo("text/html");
    assertThat(head("p/a.html").text("CacheControl")).isEqualTo("max-age=60");
    assertThat(head("p/b.unknown").text("ContentType")).isEqualTo("binary/octet-stream");
    assertThat(head("p/c.css").text("ContentType")).isEqualTo("x/y");

    f.s3t.uploadDirectory(f.directory, PLACE, o -> o.guessContentType(false)).await();
    assertThat(head("p/a.html").text("ContentType")).isEqualTo("binary/octet-stream");
  }

  @Test
  void upload_parametersFunctionFails_failsTheFile() throws IOException {
    f.write("a", "1");
    f.write("b", "1");
    TreeFailedException e =
        failure(
            f.s3t.uploadDirectory(
                f.directory,
                PLACE,
                o -> o.parameters(name -> name.equals("a") ? Map.of("Nonsense", 1) : Map.of())));
    assertThat(e.result()).hasToString("1 uploaded (1 byte), 1 failed");
    assertThat(e).hasMessageContaining("'Nonsense' is not a parameter");
  }

  @Test
  void download_unsafeKeys_areRefusedAndNothingIsOutside() throws IOException {
    List<String> keys =
        List.of("../x", "/x", "a/../../b", "a//b", "./a", "a/.", "a/..", "../d/y", "fine", "b/");
    keys.forEach(key -> f.put("p/" + key, "1"));
    List<String> before = entries(temporary);

    TreeFailedException e = failure(f.s3t.downloadDirectory(PLACE, f.directory));

    assertThat(e.result().failed()).isEqualTo(9);
    assertThat(e.result().downloaded()).isEqualTo(1);
    assertThat(f.files()).containsExactly("fine");
    assertThat(entries(temporary)).isEqualTo(before);
  }

  private static List<String> entries(Path directory) throws IOException {
    try (var all = Files.list(directory)) {
      return all.map(Path::toString).sorted().toList();
    }
  }

  @Test
  void download_throughLinksThatLeadOutside_isRefused() throws IOException {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Path secret = Files.writeString(outside.resolve("secret"), "s");
    Files.createSymbolicLink(f.directory.resolve("link"), outside);
    Files.createSymbolicLink(f.directory.resolve("file"), secret);
    Files.createSymbolicLink(f.directory.resolve("dangling"), outside.resolve("new"));
    Files.createDirectory(f.directory.resolve("inside"));
    Files.createSymbolicLink(f.directory.resolve("within"), f.directory.resolve("inside"));
    List.of("link/x", "link/deep/er/x", "file", "dangling", "within/x", "inside/x", "link/secret")
        .forEach(key -> f.put("p/" + key, "12"));

    for (boolean sync : new boolean[] {false, true}) {
      TreeFailedException e =
          failure(
              sync
                  ? f.s3t.sync(PLACE, f.directory, o -> o.delete(true).exactTimestamps(true))
                  : f.s3t.downloadDirectory(PLACE, f.directory));
      assertThat(e.result().failed()).isEqualTo(5);
      assertThat(e.result().failures()).allMatch(each -> !each.source().contains("within"));
      assertThat(entries(outside)).containsExactly(secret.toString());
      assertThat(secret).hasContent("s");
    }
    assertThat(f.directory.resolve("inside/x")).hasContent("12");
  }

  @Test
  void delete_throughALink_isRefused() throws IOException {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Path kept = Files.writeString(outside.resolve("kept"), "s");
    Files.createSymbolicLink(f.directory.resolve("link"), outside);
    Files.createSymbolicLink(f.directory.resolve("file"), kept);
    f.put("p/a", "1");
    TreeResult result = f.s3t.sync(PLACE, f.directory, o -> o.delete(true)).await();
    assertThat(result).hasToString("1 downloaded (1 byte), 1 deleted, 1 warning");
    assertThat(kept).hasContent("s");
    assertThat(Files.isSymbolicLink(f.directory.resolve("file"))).isFalse();
  }

  @Test
  void download_fileAndDirectoryOfOneName_failsOneFile() throws IOException {
    f.put("p/a", "1");
    f.put("p/a/b", "1");
    f.put("p/c", "1");
    TreeFailedException e = failure(f.s3t.downloadDirectory(PLACE, f.directory));
    assertThat(e.result()).hasToString("2 downloaded (2 bytes), 1 failed");
    assertThat(f.files()).hasSize(2).contains("c");
  }

  @Test
  void download_namesThatDifferByCase_followThePolicy() throws IOException {
    f.put("p/A", "1");
    f.put("p/a", "2");
    Path d = f.directory;
    TreeResult warned =
        f.s3t.sync(PLACE, d, o -> o.caseConflict(CaseConflict.WARN).dryRun(true)).await();
    assertThat(warned).hasToString("2 downloaded (2 bytes), 1 warning");
    TreeResult ignored =
        f.s3t.sync(PLACE, d, o -> o.caseConflict(CaseConflict.IGNORE).dryRun(true)).await();
    assertThat(ignored).hasToString("2 downloaded (2 bytes)");
    TreeFailedException failed =
        failure(f.s3t.sync(PLACE, d, o -> o.caseConflict(CaseConflict.ERROR).dryRun(true)));
    assertThat(failed.result()).hasToString("1 downloaded (1 byte), 1 failed");
    TreeResult skipped = f.s3t.sync(PLACE, d, o -> o.caseConflict(CaseConflict.SKIP)).await();
    assertThat(skipped).hasToString("1 downloaded (1 byte), 1 skipped, 1 warning");
    assertThat(f.files()).containsExactly("A");
  }

  /** Answers listings with objects of storage classes that the local engine does not restore. */
  private static Interceptor frozen(TreeFixture f) {
    return new Interceptor() {
      @Override
      public @Nullable Response answer(CallContext call, Map<String, ?> input) {
        if (!call.operation().equals("ListObjectsV2")) {
          return null;
        }
        assertThat(input.get("OptionalObjectAttributes")).isIn(null, List.of("RestoreStatus"));
        Params object = Params.of("Size", 1, "LastModified", TreeFixture.EARLIER);
        Params restored =
            Params.of("IsRestoreInProgress", false, "RestoreExpiryDate", Instant.now());
        return f.plain
            .responses()
            .response(
                "ListObjectsV2",
                Params.of(
                    "Contents",
                    List.of(
                        object.with("Key", "p/a").with("StorageClass", "GLACIER"),
                        object.with("Key", "p/b").with("StorageClass", "GLACIER_IR"),
                        object
                            .with("Key", "p/c")
                            .with("StorageClass", "DEEP_ARCHIVE")
                            .with("RestoreStatus", restored),
                        object
                            .with("Key", "p/d")
                            .with("StorageClass", "DEEP_ARCHIVE")
                            .with("RestoreStatus", Params.of("IsRestoreInProgress", true)))));
      }
    };
  }

  @Test
  void download_objectsInGlacier_areSkippedUnlessRestoredOrForced() throws IOException {
    try (S3Transfer s3t = S3Transfer.of(f.client.with(frozen(f)))) {
      TreeResult result = s3t.sync(PLACE, f.directory, o -> o.dryRun(true)).await();
      assertThat(result).hasToString("2 downloaded (2 bytes), 2 skipped, 2 warnings");
      assertThat(result.warnings()).allMatch(each -> each.contains("forceGlacier"));
      assertThat(result.plan().stream().map(TreeFile::source))
          .containsExactly(PLACE + "b", PLACE + "c");
      assertThat(s3t.sync(PLACE, f.directory, o -> o.dryRun(true).forceGlacier(true)).await())
          .hasToString("4 downloaded (4 bytes)");
    }
  }

  @Test
  void progress_ofATree_countsFilesAndBytes() throws IOException {
    for (int i = 0; i < 50; i++) {
      f.write("" + i, "12345");
    }
    Transfer<TreeResult> transfer = f.s3t.uploadDirectory(f.directory, PLACE);
    List<TransferProgress> seen = new ArrayList<>();
    transfer.onProgress(seen::add).await();
    TransferProgress last = seen.get(seen.size() - 1);
    assertThat(last.ended()).isTrue();
    assertThat(last.transferred()).isEqualTo(250);
    assertThat(last.total()).isEqualTo(250);
    assertThat(last.partsDone()).isEqualTo(50);
    assertThat(last.parts()).isEqualTo(50);
  }

  @Test
  void listener_thatThrows_doesNotFailTheTree() throws IOException {
    f.write("a", "1");
    TreeResult result =
        f.s3t
            .uploadDirectory(
                f.directory,
                PLACE,
                o ->
                    o.onFile(
                        file -> {
                          throw new IllegalStateException("from a test");
                        }))
            .await();
    assertThat(result.uploaded()).isEqualTo(1);
  }

  @Test
  void threads_none_runsOnTheCallingThread() throws IOException {
    for (int i = 0; i < 100; i++) {
      f.write("" + i, "1");
    }
    ConcurrentLinkedQueue<Thread> threads = new ConcurrentLinkedQueue<>();
    try (S3Transfer s3t = S3Transfer.of(f.client, c -> c.threads(false))) {
      Transfer<TreeResult> transfer =
          s3t.sync(
              f.directory,
              PLACE,
              o -> o.checksum(true).onFile(file -> threads.add(Thread.currentThread())));
      assertThat(transfer.isDone()).isTrue();
      assertThat(transfer.await().uploaded()).isEqualTo(100);
      f.write("7", "2");
      assertThat(s3t.sync(f.directory, PLACE, o -> o.checksum(true)).await())
          .hasToString("1 uploaded (1 byte), 99 unchanged");
    }
    assertThat(threads).hasSize(100).containsOnly(Thread.currentThread());
  }

  /** Holds every PutObject until it is released. */
  private static final class Gate implements Interceptor {
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    @Override
    public @Nullable HttpResponse beforeSend(CallContext call, HttpRequest request) {
      if (call.operation().equals("PutObject")) {
        arrived.countDown();
        try {
          open.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted", e);
        }
      }
      return null;
    }
  }

  @Test
  void cancel_whileFilesAreSent_cancelsAllAndDeletesNothing() throws Exception {
    for (int i = 0; i < 500; i++) {
      f.write("" + i, "1");
    }
    f.put("p/gone", "1");
    Gate gate = new Gate();
    try (S3Transfer s3t = S3Transfer.of(f.client.with(gate))) {
      Transfer<TreeResult> transfer = s3t.sync(f.directory, PLACE, o -> o.delete(true));
      gate.arrived.await();
      transfer.cancel();
      assertThatThrownBy(transfer::await).isInstanceOf(TransferCancelledException.class);
      assertThatThrownBy(transfer::pause).isInstanceOf(IllegalStateException.class);
    }
    assertThat(f.keys()).containsExactly("p/gone");
  }

  @Test
  void close_whileATreeRuns_waitsForAllOfIt() throws Exception {
    for (int i = 0; i < 500; i++) {
      f.write("" + i, "1");
    }
    Gate gate = new Gate();
    Transfer<TreeResult> transfer;
    try (S3Transfer s3t = S3Transfer.of(f.client.with(gate))) {
      transfer = s3t.uploadDirectory(f.directory, PLACE);
      gate.arrived.await();
      gate.open.countDown();
    }
    assertThat(transfer.isDone()).isTrue();
    assertThat(transfer.await().uploaded()).isEqualTo(500);
  }

  @Test
  void failures_ofRequests_areReportedPerFile() throws IOException {
    f.write("a", "1");
    f.write("b", "1");
    Interceptor refuses =
        new Interceptor() {
          @Override
          public @Nullable Response answer(CallContext call, Map<String, ?> input) {
            if ("p/a".equals(input.get("Key"))) {
              throw f.plain.responses().error(call.operation(), "AccessDenied", "not yours", 403);
            }
            return null;
          }
        };
    try (S3Transfer s3t = S3Transfer.of(f.client.with(refuses))) {
      TreeFailedException e = failure(s3t.sync(f.directory, PLACE));
      assertThat(e.result()).hasToString("1 uploaded (1 byte), 1 failed");
      assertThat(e.result().failures().get(0).toString())
          .startsWith("upload failed: " + f.directory.resolve("a") + " to " + PLACE + "a")
          .contains("AccessDenied");
    }
    assertThat(f.keys()).containsExactly("p/b");
  }
}
