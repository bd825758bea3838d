package io.boto4j.local.s3;

import io.boto4j.CallContext;
import io.boto4j.Client;
import io.boto4j.Interceptor;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.local.LocalAws;
import io.boto4j.s3.S3Transfer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A bucket, a directory, and an S3Transfer whose requests are counted. */
final class TreeFixture implements AutoCloseable {
  static final String BUCKET = "a-bucket";

  /** Before all objects, so that files are not newer than what was uploaded a moment ago. */
  static final Instant EARLIER = Instant.parse("2020-01-02T03:04:05Z");

  final LocalAws aws = LocalAws.start();
  final Client plain = aws.session().client("s3");
  final Counter counter = new Counter();
  final Client client = plain.with(counter);
  final S3Transfer s3t = S3Transfer.of(client);
  final Path directory;

  TreeFixture(Path directory) {
    this.directory = directory;
    plain.call("CreateBucket", Params.of("Bucket", BUCKET));
  }

  /** Counts requests by their operations. */
  static final class Counter implements Interceptor {
    private final Map<String, AtomicInteger> counts = new ConcurrentSkipListMap<>();

    @Override
    public @Nullable HttpResponse beforeSend(CallContext call, HttpRequest request) {
      counts.computeIfAbsent(call.operation(), name -> new AtomicInteger()).incrementAndGet();
      return null;
    }

    /** Returns the counts since the last call. */
    Map<String, Integer> take() {
      Map<String, Integer> taken = new TreeMap<>();
      counts.forEach((name, count) -> taken.put(name, count.get()));
      counts.clear();
      return taken;
    }
  }

  void write(String name, String text) throws IOException {
    write(name, text, EARLIER);
  }

  void write(String name, String text, Instant modified) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  String read(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  void put(String key, String text) {
    plain.call(
        "PutObject",
        Params.of("Bucket", BUCKET, "Key", key, "Body", text.getBytes(StandardCharsets.UTF_8)));
  }

  String get(String key) {
    return S3Fixture.body(plain.call("GetObject", Params.of("Bucket", BUCKET, "Key", key))).text();
  }

  List<String> keys() {
    return keys(BUCKET);
  }

  List<String> keys(String bucket) {
    return plain.items("ListObjectsV2", Params.of("Bucket", bucket)).stream()
        .map((Structure each) -> each.text("Key"))
        .toList();
  }

  /** Returns the relative paths of the files of the directory, sorted. */
  List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return List.copyOf(
          new TreeSet<>(
              all.filter(Files::isRegularFile)
                  .map(each -> directory.relativize(each).toString().replace('\\', '/'))
                  .toList()));
    }
  }

  @Override
  public void close() {
    s3t.close();
    client.close();
    plain.close();
    aws.close();
  }
}
