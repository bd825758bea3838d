package io.boto4j.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One resource in many threads, some of which change it. */
final class SharedResourceTest {
  private static final int THREADS = 16;
  private static final int ROUNDS = 200;

  private final AtomicInteger version = new AtomicInteger();

  /** The two members of each response belong together. */
  private final class Attributes implements HttpTransport {
    @Override
    public HttpResponse send(HttpRequest request) {
      int number = version.incrementAndGet();
      String body =
          "{\"Attributes\":{\"QueueArn\":\"" + number + "\",\"Policy\":\"" + number + "\"}}";
      return HttpResponse.of(
          200,
          Headers.of(Map.of("Content-Type", "application/x-amz-json-1.0")),
          new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {}
  }

  @Test
  void resource_inManyThreads_neverMixesTwoResponses() throws Exception {
    Session session =
        Session.builder()
            .region("eu-west-1")
            .environment(Map.of())
            .credentials(Credentials.of("AKID", "secret"))
            .transport(new Attributes())
            .build();
    Resource queue = session.resource("sqs").resource("Queue", "https://sqs/1/q");
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<Boolean>> results = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      boolean changes = i % 4 == 0;
      results.add(threads.submit(() -> readsWhole(queue, changes)));
    }
    for (Future<Boolean> each : results) {
      assertThat(each.get()).isTrue();
    }
    threads.shutdown();
    assertThat(version).hasValueGreaterThan(ROUNDS);
  }

  private static boolean readsWhole(Resource queue, boolean changes) {
    boolean whole = true;
    for (int i = 0; i < ROUNDS; i++) {
      if (changes) {
        queue.action("purge");
      }
      Map<String, ?> read = queue.map("attributes");
      whole &= read.get("QueueArn").equals(read.get("Policy"));
    }
    return whole;
  }
}
