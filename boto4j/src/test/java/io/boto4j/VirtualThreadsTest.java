package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.boto4j.credentials.Credentials;
import io.boto4j.internal.transport.ScriptedServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A virtual thread that waits for a call releases its carrier, on JDK 21 and later. */
final class VirtualThreadsTest {
  private static final int CALLS = 20;

  /**
   * There is one carrier, and a server that responds only when all requests have arrived: if a
   * single call kept the carrier, the others would never arrive.
   */
  @Test
  @Timeout(120)
  void calls_ofManyVirtualThreads_shareOneCarrier() throws Exception {
    assumeTrue(Runtime.version().feature() >= 21, "JDK 21 has virtual threads");
    CountDownLatch asked = new CountDownLatch(CALLS);
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              while (peer.hasMore()) {
                peer.request();
                asked.countDown();
                asked.await();
                peer.send(ScriptedServer.ok("{\"TableNames\":[\"a\"]}"));
              }
            })) {
      List<String> printed =
          ChildJvm.run(
              Program.class,
              List.of(
                  "-Djdk.virtualThreadScheduler.parallelism=1",
                  "-Djdk.virtualThreadScheduler.maxPoolSize=1"),
              Integer.toString(server.port()));
      assertThat(printed).containsExactly(2 * CALLS + " answers");
    }
  }

  /** Calls from many virtual threads at once, over fewer connections than there are of them. */
  static final class Program {
    public static void main(String[] arguments) throws Exception {
      String url = "http://127.0.0.1:" + arguments[0];
      Client client =
          Session.builder()
              .environment(Map.of())
              .home(Path.of("no-such-home"))
              .region("eu-west-1")
              .credentials(Credentials.of("AKID", "secret"))
              .build()
              .client("dynamodb", c -> c.endpointUrl(url).maxConnections(CALLS));
      CountDownLatch answers = new CountDownLatch(2 * CALLS);
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 2 * CALLS; i++) {
        Runnable call =
            () -> {
              if (client.call("ListTables").list("TableNames").size() == 1) {
                answers.countDown();
              }
            };
        // By name, because the tests are compiled for JDK 17.
        threads.add(
            (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, call));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      System.out.println(2 * CALLS - answers.getCount() + " answers");
    }
  }
}
