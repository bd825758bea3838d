package io.boto4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.ConnectTimeoutException;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.RequestLimits;
import io.boto4j.internal.credentials.Logged;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void close_endsCallsThatWaitForAPlace() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (ScriptedServer server =
        ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("x")))) {
      SocketTransport transport = limited(1, 3_600_000);
      HttpResponse first = transport.send(Calls.get(server.uri("/")));
      List<Thread> waiting = new CopyOnWriteArrayList<>();
      List<Future<HttpResponse>> calls = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        calls.add(
            threads.submit(
                () -> {
                  waiting.add(Thread.currentThread());
                  return transport.send(Calls.get(server.uri("/")));
                }));
      }
      while (waiting.size() < 3
          || !waiting.stream().allMatch(t -> t.getState() == Thread.State.TIMED_WAITING)) {
        Thread.sleep(1);
      }
      transport.close();
      for (Future<HttpResponse> call : calls) {
        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
            .hasCauseInstanceOf(IllegalStateException.class)
            .rootCause()
            .hasMessage("The transport is closed");
      }
      assertThat(Calls.text(first)).as("the call in progress").isEqualTo("x");
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void closedTransport_refusesEveryCall() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("x")))) {
      SocketTransport transport = limited(1, 200);
      assertThat(Calls.text(transport.send(Calls.get(server.uri("/"))))).isEqualTo("x");
      transport.close();
      transport.close();
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> transport.send(Calls.get(server.uri("/"))))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("The transport is closed");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void droppedTransport_losesItsConnectionsAndIsReported(int calls) throws Exception {
    CountDownLatch closed = new CountDownLatch(calls);
    try (Logged log = Logged.leaks();
        ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  peer.send(ScriptedServer.ok("x"));
                  peer.awaitClose();
                  closed.countDown();
                })) {
      forgetTransport(server, calls);
      while (!closed.await(10, TimeUnit.MILLISECONDS)) {
        System.gc();
      }
      String warning =
          "WARNING A client was dropped without being closed. Its idle connections ("
              + calls
              + ", the first to 127.0.0.1:"
              + server.port()
              + ") were closed only now: share clients between calls, or close them.";
      while (!log.lines().contains(warning)) {
        Thread.sleep(1);
      }
    }
  }

  private static void forgetTransport(ScriptedServer server, int calls) throws Exception {
    SocketTransport transport = new SocketTransport(TransportOptions.defaults());
    List<HttpResponse> responses = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      responses.add(transport.send(Calls.get(server.uri("/"))));
    }
    for (HttpResponse response : responses) {
      assertThat(Calls.text(response)).isEqualTo("x");
    }
    assertThat(transport.idleCount()).isEqualTo(calls);
  }

  @Test
  void droppedTransport_doesNotEndABodyThatIsStillRead() throws Exception {
    CountDownLatch rest = new CountDownLatch(1);
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.request();
              peer.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nab");
              rest.await();
              peer.send("cd");
              peer.awaitClose();
            })) {
      InputStream body =
          new SocketTransport(TransportOptions.defaults()).send(Calls.get(server.uri("/"))).body();
      BodyStream.lend(body);
      for (int i = 0; i < 3; i++) {
        System.gc();
        Thread.sleep(20);
      }
      rest.countDown();
      assertThat(new String(body.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo("abcd");
    }
  }

  @Test
  void droppedBody_ofAClosedTransport_losesItsConnection() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.request();
              peer.send("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nx");
              peer.awaitClose();
              closed.countDown();
            })) {
      SocketTransport transport = new SocketTransport(TransportOptions.defaults());
      forget(transport, server);
      transport.close();
      while (!closed.await(10, TimeUnit.MILLISECONDS)) {
        System.gc();
      }
    }
  }

  @Test
  void droppedBody_losesItsConnectionAndIsReported() throws Exception {
    List<String> urls = new CopyOnWriteArrayList<>();
    List<Throwable> places = new CopyOnWriteArrayList<>();
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
      while (places.isEmpty()) {
        Thread.sleep(1);
      }
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
