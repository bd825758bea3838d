package io.boto4j.local.s3;

import io.boto4j.CallContext;
import io.boto4j.Client;
import io.boto4j.Interceptor;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.local.LocalAws;
import io.boto4j.s3.S3Transfer;
import io.boto4j.s3.TransferConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** S3 in the process, with one bucket, and a client that records its calls and can stop them. */
final class TransferFixture implements AutoCloseable {
  static final String BUCKET = "a-bucket";

  final LocalAws aws = LocalAws.start();
  final List<String> calls = new CopyOnWriteArrayList<>();
  final List<Map<String, ?>> inputs = new CopyOnWriteArrayList<>();
  final Client client;

  /** The operation at which calls wait, and how many of them pass before. */
  private volatile String stopped = "";

  private volatile int passing;
  final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  TransferFixture() {
    client = aws.session().client("s3", c -> c.maxAttempts(2).interceptor(new Recording()));
    aws.session().client("s3").call("CreateBucket", Params.of("Bucket", BUCKET));
  }

  private final class Recording implements Interceptor {
    @Override
    public Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
      calls.add(call.operation());
      inputs.add(parameters);
      return parameters;
    }

    @Override
    public @Nullable Response answer(CallContext call, Map<String, ?> input) {
      if (call.operation().equals(stopped) && !passes()) {
        arrived.countDown();
        try {
          released.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new io.boto4j.error.CallInterruptedException("stopped by the test", e);
        }
      }
      return null;
    }

    private synchronized boolean passes() {
      return passing-- > 0;
    }
  }

  /** Lets calls of an operation wait until they are interrupted, after some have passed. */
  void stopAt(String operation, int after) {
    passing = after;
    stopped = operation;
  }

  void goOn() {
    stopped = "";
    released.countDown();
  }

  S3Transfer transfer() {
    return S3Transfer.of(client);
  }

  S3Transfer transfer(Consumer<? super TransferConfig.Builder> options) {
    return S3Transfer.of(client, options);
  }

  static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  static Path file(Path directory, String name, byte[] content) throws IOException {
    return Files.write(directory.resolve(name), content);
  }

  byte[] content(String key) {
    return S3Fixture.body(
            aws.session().client("s3").call("GetObject", Params.of("Bucket", BUCKET, "Key", key)))
        .readAllBytes();
  }

  void put(String key, byte[] content) {
    aws.session()
        .client("s3")
        .call("PutObject", Params.of("Bucket", BUCKET, "Key", key, "Body", content));
  }

  long unfinished() {
    return aws.session()
        .client("s3")
        .call("ListMultipartUploads", Params.of("Bucket", BUCKET))
        .structures("Uploads")
        .size();
  }

  static List<String> names(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public void close() {
    goOn();
    client.close();
    aws.close();
  }
}
