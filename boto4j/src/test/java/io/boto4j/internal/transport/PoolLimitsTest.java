package io.boto4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.ConnectTimeoutException;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.RequestLimits;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The limit on connections, and the connections of responses that were dropped. */
@Timeout(60)
final class PoolLimitsTest {
  private static SocketTransport limited(int most, int connectMillis) {
    return new SocketTransport(
        TransportOptions.defaults().withTimeouts(connectMillis, 10_000).withMaxPerHost(most));
  }

  @Test
  void connections_areNeverMoreThanAllowed() throws Exception {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try (SocketTransport transport = limited(3, 30_000);
        ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  while (peer.hasMore()) {
                    peer.request();
                    most.accumulateAndGet(open.incrementAndGet(), Math::max);
                    open.decrementAndGet();
                    peer.send(ScriptedServer.ok("x"));
                  }
                })) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        answers.add(threads.submit(() -> Calls.text(transport.send(Calls.get(server.uri("/"))))));
      }
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo("x");
      }
      assertThat(most.get()).isLessThanOrEqualTo(3);
      assertThat(server.connections()).isLessThanOrEqualTo(3);
      assertThat(transport.idleCount()).isEqualTo(server.connections());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void streamLeftOpen_keepsTheNextOneWaitingAndSaysWhy() throws Exception {
    try (SocketTransport transport = limited(1, 200);
        ScriptedServer server =
            ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("large")))) {
      HttpResponse first = transport.send(Calls.get(server.uri("/")));
      assertThatThrownBy(() -> transport.send(Calls.get(server.uri("/p?q"))))
          .isInstanceOf(ConnectTimeoutException.class)
          .cause()
          .hasMessage(
              "All 1 connections to 127.0.0.1:"
                  + server.port()
                  + " were busy (maxConnections): was the stream of a response left open?");
      assertThatThrownBy(
              () ->
                  transport.send(
                      Calls.get(server.uri("/"))
                          .withLimits(RequestLimits.until(System.nanoTime() + 1_000_000))))
          .isInstanceOf(ConnectTimeoutException.class);
      first.close();
      assertThat(Calls.text(transport.send(Calls.get(server.uri("/"))))).isEqualTo("large");
    }
  }

  @Test
  void failedCalls_giveTheirPlaceBack() throws Exception {
    try (SocketTransport transport = limited(1, 5_000);
        ScriptedServer server =
            ScriptedServer.start(
                ScriptedServer.Peer::reset,
                peer -> {
                  peer.request();
                  peer.send("garbage\r\n\r\n");
                },
                peer -> {
                  peer.request();
                  peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nx");
                },
                // Closes after the first response, so that the pooled connection is found closed.
                peer -> {
                  peer.request();
                  peer.send(ScriptedServer.ok("x"));
                  peer.request();
                },
                ScriptedServer.answering(ScriptedServer.ok("x")))) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> transport.send(Calls.get(server.uri("/"))))
            .isInstanceOf(RuntimeException.class);
      }
      assertThatThrownBy(() -> Calls.text(transport.send(Calls.get(server.uri("/")))))
          .isInstanceOf(RuntimeException.class);
      for (int i = 0; i < 4; i++) {
        assertThat(Calls.text(transport.send(Calls.get(server.uri("/"))))).isEqualTo("x");
      }
    }
  }

  @Test
  void interrupt_whileWaitingForAPlace_endsTheCall() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    try (SocketTransport transport = limited(1, 3_600_000);
        ScriptedServer server =
            ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("x")));
        HttpResponse first = transport.send(Calls.get(server.uri("/")))) {
      waiting.countDown();
      assertThat(Calls.interrupted(waiting, () -> transport.send(Calls.get(server.uri("/")))))
          .isInstanceOf(CallInterruptedException.class);
      assertThat(first.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void droppedBody_losesItsConnectionAndIsReported() throws Exception {
    List<String> urls = new ArrayList<>();
    List<Throwable> places = new ArrayList<>();
    LeakReport report =
        (url, opened) -> {
          urls.add(url);
          places.add(opened);
        };
    CountDownLatch closed = new CountDownLatch(1);
    try (SocketTransport transport =
            new SocketTransport(TransportOptions.defaults().withLeakReport(report));
        ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  peer.send("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nx");
                  peer.awaitClose();
                  closed.countDown();
                },
                ScriptedServer.answering(ScriptedServer.ok("x")))) {
      forget(transport, server);
      assertThat(transport.lentCount()).isEqualTo(1);
      while (transport.lentCount() > 0) {
        System.gc();
        assertThat(Calls.text(transport.send(Calls.get(server.uri("/"))))).isEqualTo("x");
      }
      closed.await();
      assertThat(urls).containsExactly("http://127.0.0.1:" + server.port() + "/forgotten");
      assertThat(places.get(0).getStackTrace())
          .anyMatch(frame -> frame.getMethodName().equals("forget"));
    }
  }

  private static void forget(SocketTransport transport, ScriptedServer server) {
    BodyStream.lend(transport.send(Calls.get(server.uri("/forgotten?secret"))).body());
  }

  @Test
  void bodyThatIsReadOrClosed_isNotLentAnyLonger() throws Exception {
    try (SocketTransport transport = new SocketTransport(TransportOptions.defaults());
        ScriptedServer server =
            ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("hello")))) {
      for (int i = 0; i < 3; i++) {
        InputStream body = transport.send(Calls.get(server.uri("/"))).body();
        BodyStream.lend(body);
        assertThat(transport.lentCount()).isEqualTo(1);
        if (i == 0) {
          body.readAllBytes();
        } else if (i == 1) {
          body.close();
        } else {
          BodyStream.discard(body);
        }
        assertThat(transport.lentCount()).isZero();
      }
      BodyStream.lend(InputStream.nullInputStream());
      assertThat(transport.lentCount()).isZero();
    }
  }
}
