package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.conformance.TransferProxy.Strike;
import io.boto4j.error.ServiceException;
import io.boto4j.local.LocalAws;
import io.boto4j.s3.S3Transfer;
import io.boto4j.s3.UnfinishedUpload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills processes in the middle of transfers, and continues with what they have left: the result is
 * identical, and what was complete is not transferred again. {@code -Dboto4j.transfers.kills=}
 * makes more than a build.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class TransferKillTest {
  private static final int FEW = 2;
  private static final int MIB = 1024 * 1024;
  private static final int PART = 5 * MIB;
  private static final Pattern DONE = Pattern.compile("\\[(\\d+), ?(\\d+), ?\"[^\"]*\"]");
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

  @TempDir Path folder;

  private final int kills = Integer.getInteger("boto4j.transfers.kills", FEW);
  private final Random random = new Random();
  private LocalAws aws;
  private Client direct;
  private TransferProxy proxy;

  @BeforeEach
  void start() throws IOException {
    aws = LocalAws.start();
    direct = aws.session().client("s3");
    direct.call("CreateBucket", Map.of("Bucket", "bucket"));
    proxy = new TransferProxy(aws.endpoint().getPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    direct.close();
    aws.close();
  }

  /** Kills a process at one of its requests, and records all of them. */
  private static final class Killer implements TransferProxy.Plan {
    private final int last;
    private final boolean afterResponse;
    private final CompletableFuture<Process> process = new CompletableFuture<>();
    private final AtomicInteger count = new AtomicInteger();
    private final List<TransferExchange> requests = new ArrayList<>();
    private final Set<String> complete = ConcurrentHashMap.newKeySet();
    private volatile boolean completed;

    /**
     * @param last the number of the request at which the process is killed
     * @param afterResponse whether the request is carried out first
     */
    Killer(int last, boolean afterResponse) {
      this.last = last;
      this.afterResponse = afterResponse;
    }

    @Override
    public Strike strike(TransferExchange exchange) {
      synchronized (requests) {
        requests.add(exchange);
      }
      if (count.incrementAndGet() == last && !afterResponse) {
        kill();
        return new Strike(TransferFault.REQUEST_RESET, 0);
      }
      return Strike.NONE;
    }

    @Override
    public void responded(TransferExchange exchange, int status) {
      completed |= exchange.isComplete() && status == 200;
      if (exchange.isPart() && status == 200) {
        complete.add(exchange.parameter("partNumber"));
      }
      if (count.get() >= last && afterResponse) {
        kill();
      }
    }

    private void kill() {
      process.join().destroyForcibly();
    }
  }

  /** Runs a transfer until it is killed or ends; returns whether it ended by itself. */
  private boolean run(Killer killer, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(1, proxy.url());
    proxy.plan(killer);
    Path log = Files.createTempFile("child", ".log");
    Process child = TransferChild.start(log, all);
    killer.process.complete(child);
    int status = child.waitFor();
    proxy.awaitQuiet();
    proxy.plan(exchange -> Strike.NONE);
    boolean killed = killer.count.get() >= killer.last;
    assertThat(killed || status == 0).as("%s", Files.readString(log)).isTrue();
    Files.delete(log);
    return status == 0;
  }

  private byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] object(String key) throws IOException {
    return direct
        .call("GetObject", Map.of("Bucket", "bucket", "Key", key))
        .body("Body")
        .readAllBytes();
  }

  private boolean exists(String key) {
    try {
      direct.call("HeadObject", Map.of("Bucket", "bucket", "Key", key));
      return true;
    } catch (ServiceException e) {
      e.rethrowUnless("404", "NoSuchKey", "NotFound");
      return false;
    }
  }

  @Test
  void uploads_killedAndContinued_sendNoPartAgain() throws Exception {
    int deaths = 0;
    int begun = 0;
    for (int round = 0; round < kills; round++) {
      String key = "up-" + round;
      byte[] content = bytes(3 * PART + random.nextInt(PART));
      Path file = Files.write(folder.resolve("source"), content);
      String journal = folder.resolve("journal").toString();
      Set<String> complete = ConcurrentHashMap.newKeySet();
      boolean ended = false;
      for (int attempt = 0; !ended; attempt++) {
        int last = attempt < 2 ? 2 + random.nextInt(5) : Integer.MAX_VALUE;
        Killer killer = new Killer(last, random.nextBoolean());
        ended = run(killer, "upload", "bucket", key, file.toString(), journal);
        for (TransferExchange each : killer.requests) {
          if (each.isPart()) {
            assertThat(complete)
                .as("parts sent again")
                .doesNotContain(each.parameter("partNumber"));
          }
        }
        if (killer.requests.stream().anyMatch(TransferExchange::isCreate)) {
          begun++;
        }
        complete.addAll(killer.complete);
        if (killer.completed) {
          // The next run finds no upload, and begins again.
          complete.clear();
        }
        deaths += ended ? 0 : 1;
      }
      assertThat(object(key)).isEqualTo(content);
      assertThat(Path.of(journal)).doesNotExist();
    }
    System.out.println(
        "Killed uploads: " + deaths + " kills of " + kills + " uploads, begun " + begun + " times");
  }

  @Test
  void downloads_killedAndContinued_requestNoRangeAgain() throws Exception {
    int deaths = 0;
    long saved = 0;
    for (int round = 0; round < kills; round++) {
      byte[] content = bytes(20 * TransferChild.CHUNK + random.nextInt(10 * TransferChild.CHUNK));
      direct.call("PutObject", Map.of("Bucket", "bucket", "Key", "down", "Body", content));
      Path home = Files.createDirectories(folder.resolve("round-" + round));
      Path file = home.resolve("target");
      byte[] before = random.nextBoolean() ? bytes(100) : null;
      if (before != null) {
        Files.write(file, before);
      }
      Path journal = home.resolve("journal");
      boolean ended = false;
      for (int attempt = 0; !ended; attempt++) {
        List<long[]> done = done(journal);
        int last = attempt < 2 ? 2 + random.nextInt(12) : Integer.MAX_VALUE;
        Killer killer = new Killer(last, random.nextBoolean());
        ended = run(killer, "download", "bucket", "down", file.toString(), journal.toString());
        for (TransferExchange each : killer.requests) {
          assertIsNew(each, done);
        }
        for (long[] range : done) {
          saved += range[1] - range[0];
        }
        if (!ended) {
          deaths++;
          assertThat(Files.exists(file) ? Files.readAllBytes(file) : null).isEqualTo(before);
        }
      }
      assertThat(file).hasBinaryContent(content);
      try (Stream<Path> files = Files.list(home)) {
        assertThat(files).containsExactly(file);
      }
    }
    System.out.println(
        "Killed downloads: "
            + deaths
            + " kills of "
            + kills
            + " downloads, "
            + saved / 1024
            + " KiB not requested again");
  }

  /** Returns the ranges in a journal that are complete. */
  private static List<long[]> done(Path journal) throws IOException {
    List<long[]> done = new ArrayList<>();
    if (Files.exists(journal)) {
      Matcher range = DONE.matcher(Files.readString(journal));
      while (range.find()) {
        done.add(new long[] {Long.parseLong(range.group(1)), Long.parseLong(range.group(2))});
      }
    }
    return done;
  }

  private static void assertIsNew(TransferExchange exchange, List<long[]> done) {
    Matcher requested = RANGE.matcher(exchange.header("Range"));
    boolean isRange = requested.matches();
    assertThat(isRange || done.isEmpty()).as("a range is requested: %s", exchange).isTrue();
    for (long[] range : done) {
      boolean apart =
          Long.parseLong(requested.group(2)) < range[0]
              || Long.parseLong(requested.group(1)) >= range[1];
      assertThat(apart).as("%s of %s", exchange.header("Range"), range).isTrue();
    }
  }

  @Test
  void upload_killedWithoutJournal_isListedAndAborted() throws Exception {
    Path file = Files.write(folder.resolve("source"), bytes(PART + 1));
    assertThat(run(new Killer(2, true), "upload", "bucket", "lost", file.toString())).isFalse();
    assertThat(exists("lost")).isFalse();

    try (S3Transfer s3t = S3Transfer.of(direct)) {
      List<UnfinishedUpload> left = new ArrayList<>();
      s3t.listUnfinished("bucket", "").forEach(left::add);
      assertThat(left).singleElement().extracting(UnfinishedUpload::key).isEqualTo("lost");
      assertThat(s3t.listUnfinished("bucket", "other")).isEmpty();

      assertThat(s3t.abortUnfinished("bucket", "", Duration.ofHours(1))).isEmpty();
      aws.clock().advance(Duration.ofHours(2));
      assertThat(s3t.abortUnfinished("bucket", "", Duration.ofHours(1))).isEqualTo(left);
      assertThat(s3t.listUnfinished("bucket", "")).isEmpty();
    }
  }
}
