package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.internal.transport.ScriptedServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Asynchronous calls that are cancelled: their exchange ends, and the next call succeeds. */
@Timeout(30)
final class AsyncCancelTest {
  /** A script per connection: no response on the first, successful ones on the others. */
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

  private final ScriptedServer.Script silent =
      peer -> {
        peer.request();
        events.add("asked");
        events.add(peer.hasMore() ? "more" : "closed");
      };
  private final ScriptedServer.Script good =
      peer -> {
        while (peer.hasMore()) {
          peer.request();
          peer.send(ScriptedServer.ok("{}"));
        }
      };

  private static Client client(ScriptedServer server) {
    return Session.builder()
        .environment(Map.of())
        .home(Path.of("no-such-home"))
        .region("eu-west-1")
        .credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET))
        .build()
        .client("dynamodb", c -> c.endpointUrl(server.uri("").toString()));
  }

  @Test
  void cancel_withinTheExchange_closesTheConnectionAtOnce() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(silent, good);
        Client client = client(server)) {
      CompletableFuture<Response> call = client.callAsync("ListTables");
      assertThat(events.take()).isEqualTo("asked");

      assertThat(call.cancel(true)).isTrue();

      assertThat(events.take()).isEqualTo("closed");
      assertThatThrownBy(call::join).isInstanceOf(CancellationException.class);
      assertThat(client.callAsync("ListTables").join().metadata().attempts()).hasSize(1);
    }
  }

  @Test
  void interrupt_withinTheExchange_throwsAndSetsTheFlag() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(silent, good);
        Client client = client(server)) {
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      AtomicReference<Boolean> flag = new AtomicReference<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  client.call("ListTables");
                } catch (RuntimeException e) {
                  thrown.set(e);
                }
                flag.set(Thread.currentThread().isInterrupted());
              });
      caller.start();
      assertThat(events.take()).isEqualTo("asked");

      caller.interrupt();
      caller.join();

      assertThat(events.take()).isEqualTo("closed");
      assertThat(thrown.get()).isInstanceOf(CallInterruptedException.class);
      assertThat(((CallInterruptedException) thrown.get()).attempts()).hasSize(1);
      assertThat(flag.get()).isTrue();
      client.call("ListTables");
    }
  }

  @Test
  void cancel_whileWaitingToTryAgain_endsTheWait() throws Exception {
    CountDownLatch asleep = new CountDownLatch(1);
    CountDownLatch woken = new CountDownLatch(1);
    Client client =
        Sessions.with(new Recorder().answer(500, ""))
            .sleeper(
                duration -> {
                  asleep.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } finally {
                    woken.countDown();
                  }
                })
            .build()
            .client("dynamodb");
    CompletableFuture<Response> call = client.callAsync("ListTables");
    asleep.await();

    call.cancel(true);

    woken.await();
    assertThat(call).isCancelled();
  }

  @Test
  void cancel_withoutInterrupt_letsTheCallGoOn() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    BlockingQueue<Boolean> interrupted = new LinkedBlockingQueue<>();
    Client client =
        Sessions.client(
            "dynamodb",
            request -> {
              begun.countDown();
              try {
                go.await();
                interrupted.add(false);
              } catch (InterruptedException e) {
                interrupted.add(true);
              }
              return Recorder.response(200, "{}");
            });
    CompletableFuture<Response> call = client.callAsync("ListTables");
    begun.await();

    call.cancel(false);
    go.countDown();

    assertThat(interrupted.take()).isFalse();
    assertThat(call).isCancelled();
  }

  @Test
  void cancel_afterTheEnd_isTooLate() {
    Client client = Sessions.client("dynamodb", new Recorder());
    CompletableFuture<Response> call = client.callAsync("ListTables");
    call.join();

    assertThat(call.cancel(true)).isFalse();
    assertThat(call.join()).isEmpty();
  }
}
