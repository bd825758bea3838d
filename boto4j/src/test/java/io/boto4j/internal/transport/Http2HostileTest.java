package io.boto4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.HttpClientException;
import io.boto4j.error.ReadTimeoutException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.RequestLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that violate HTTP/2, frame by frame, over plain http. */
@Timeout(30)
final class Http2HostileTest {
  private static final TransportOptions OPTIONS =
      TransportOptions.defaults().withTimeouts(5_000, 5_000);

  /** An empty SETTINGS frame; a head with status 200; the end of the response. */
  private static final String SETTINGS = "000000 04 00 00000000 ";

  private static final String HEAD = "000001 01 04 00000001 88 ";
  private static final String END = "000000 00 01 00000001 ";

  private static String bytes(String hex) {
    return new String(HexFormat.of().parseHex(hex.replace(" ", "")), StandardCharsets.ISO_8859_1);
  }

  /** Waits for the preface and some frames, sends the given frames, and nothing more. */
  private static ScriptedServer saying(String hex) throws IOException {
    return ScriptedServer.start(
        peer -> {
          peer.send(bytes(hex));
          peer.awaitClose();
        });
  }

  private static HttpResponse send(ScriptedServer server) {
    HttpRequest request =
        new HttpRequest(
            "POST", URI.create(server.uri("/x?y").toString()), Headers.empty(), new Silent());
    return new Http2Transport(OPTIONS).send(request);
  }

  @Test
  void answer_wellFormed_isRead() throws IOException {
    String frames =
        SETTINGS
            + "000004 08 00 00000000 00010000 " // the window grows
            + "000008 06 00 00000000 0102030405060708 " // a ping
            + "000005 01 04 00000001 08 03 313030 " // a head of status 100
            + "000001 ff 00 00000001 00 " // a frame of an unknown type
            + "000007 01 2c 00000001 00 0000000000 88 " // the head, padded and with a priority
            + "000007 00 08 00000001 02 61626364 0000 " // data and padding
            + "000001 00 00 00000001 65 "
            + "000004 01 05 00000001 00 01 61 00 "; // a trailer
    try (ScriptedServer server = saying(frames);
        HttpResponse response = send(server)) {
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body().readAllBytes())
          .isEqualTo("abcde".getBytes(StandardCharsets.US_ASCII));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "004001 00 00 00000001, 16385 bytes",
    "000001 00 00 00000001 61, before the head",
    "000001 01 04 00000003 88, stream 3",
    "000001 01 05 00000001 90, without a status",
    "000005 01 05 00000001 08 03 313030, ends before its head",
    "000004 05 04 00000001 00000002, type 5",
    "000001 09 04 00000001 88, type 9",
    "000001 01 00 00000001 88 000001 00 00 00000001 61, too long",
    "000001 01 04 00000001 c0, not in the table",
    "000004 03 00 00000001 00000007, error 7",
    "000008 07 00 00000000 00000000 00000001, error 1",
    "000004 08 00 00000000 00000000, grows by nothing",
    "000004 08 00 00000000 7fffffff, more than 2^31-1",
    "000006 04 00 00000000 0004 ffffffff, more than 2^31-1",
    "000005 04 00 00000000 0004 ffffff, malformed HTTP/2 settings",
    "000007 06 00 00000000 01020304050607, malformed HTTP/2 ping",
    "000001 01 0c 00000001 05, more padding than payload"
  })
  void frame_wrong_endsTheExchange(String frame, String message) throws IOException {
    try (ScriptedServer server = saying(SETTINGS + frame)) {
      assertThatThrownBy(() -> send(server))
          .isInstanceOf(HttpClientException.class)
          .satisfies(
              e -> assertThat(e.getMessage() + " " + e.getCause().getMessage()).contains(message));
    }
  }

  @Test
  void data_beyondTheWindow_isRefused() throws Exception {
    String block = "004000 00 00 00000001 " + "61".repeat(16_384);
    CountDownLatch givenUp = new CountDownLatch(1);
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.send(bytes(SETTINGS + HEAD + block.repeat(65)));
              peer.awaitClose();
              givenUp.countDown();
            })) {
      InputStream body = send(server).body();
      givenUp.await();
      assertThatThrownBy(body::readAllBytes)
          .isInstanceOf(HttpClientException.class)
          .rootCause()
          .hasMessage("more HTTP/2 data than the window allows");
    }
  }

  @Test
  void connection_endsBeforeTheHead_isNoAnswer() throws IOException {
    try (ScriptedServer server = ScriptedServer.start(peer -> peer.send(bytes(SETTINGS)))) {
      assertThatThrownBy(() -> send(server)).isInstanceOf(HttpClientException.class);
    }
  }

  @Test
  void answer_closed_isNotReadAnyMore() throws IOException {
    try (ScriptedServer server = saying(SETTINGS + HEAD)) {
      HttpResponse response = send(server);
      response.close();
      response.close();
      assertThatThrownBy(() -> response.body().read()).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void answer_ended_endsOnce() throws IOException {
    try (ScriptedServer server = saying(SETTINGS + HEAD + END);
        HttpResponse response = send(server)) {
      assertThat(response.body().read()).isEqualTo(-1);
      assertThat(response.body().read()).isEqualTo(-1);
    }
  }

  @Test
  void server_ofHttp1_isNoHttp2Server() throws IOException {
    try (ScriptedServer server =
        ScriptedServer.start(peer -> peer.send("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
      assertThatThrownBy(() -> send(server)).isInstanceOf(HttpClientException.class);
    }
  }

  /** Its pings fill both directions: whoever writes next would wait for good. */
  @ParameterizedTest
  @CsvSource({"READ_TIMEOUT", "DEADLINE", "INTERRUPT"})
  void server_thatSendsPingsAndReadsNothing_blocksNobodyForGood(Limit limit) throws Exception {
    String block = "004000 00 00 00000001 " + "61".repeat(16_384);
    String pings = "000008 06 00 00000000 0102030405060708 ".repeat(3_000);
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.send(bytes(SETTINGS + HEAD + block.repeat(40)));
              while (true) {
                peer.send(bytes(pings));
              }
            })) {
      int readMillis = limit == Limit.READ_TIMEOUT ? 500 : 3_600_000;
      Http2Transport transport =
          new Http2Transport(TransportOptions.defaults().withTimeouts(5_000, readMillis));
      RequestLimits limits =
          limit == Limit.DEADLINE
              ? RequestLimits.until(System.nanoTime() + TimeUnit.SECONDS.toNanos(3))
              : null;
      HttpRequest request =
          new HttpRequest("POST", server.uri("/x"), Headers.empty(), new Silent())
              .withLimits(limits);
      InputStream body = transport.send(request).body();
      // Until the thread that reads is stuck in the response to a ping.
      Thread.sleep(1_500);
      CountDownLatch reading = new CountDownLatch(1);
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      Thread user =
          new Thread(
              () -> {
                reading.countDown();
                try {
                  body.readAllBytes();
                } catch (IOException | RuntimeException e) {
                  thrown.set(e);
                }
              });
      user.start();
      reading.await();
      if (limit == Limit.INTERRUPT) {
        Thread.sleep(300);
        user.interrupt();
      }
      user.join(15_000);
      assertThat(user.isAlive()).isFalse();
      assertThat(thrown.get())
          .isInstanceOf(
              limit == Limit.INTERRUPT
                  ? CallInterruptedException.class
                  : ReadTimeoutException.class);
    }
  }

  enum Limit {
    READ_TIMEOUT,
    DEADLINE,
    INTERRUPT
  }

  @Test
  void server_thatNeverStopsSending_isReadUntilTheDeadline() throws Exception {
    String block = "000400 00 00 00000001 " + "61".repeat(1_024);
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.send(bytes(SETTINGS + HEAD));
              for (int i = 0; i < 1_000; i++) {
                peer.send(bytes(block));
                Thread.sleep(10);
              }
            })) {
      HttpRequest request =
          new HttpRequest("POST", server.uri("/x"), Headers.empty(), new Silent())
              .withLimits(RequestLimits.until(System.nanoTime() + TimeUnit.SECONDS.toNanos(1)));
      InputStream body = new Http2Transport(OPTIONS).send(request).body();
      assertThatThrownBy(body::readAllBytes).isInstanceOf(ReadTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void answer_dropped_endsTheExchange(boolean closeFirst) throws Exception {
    int exchanges = 5;
    CountDownLatch closed = new CountDownLatch(exchanges);
    CountDownLatch stopped = new CountDownLatch(exchanges);
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.send(bytes(SETTINGS + HEAD));
              peer.awaitClose();
              closed.countDown();
            })) {
      Http2Transport transport = new Http2Transport(OPTIONS);
      for (int i = 0; i < exchanges; i++) {
        HttpRequest request =
            new HttpRequest("POST", server.uri("/x"), Headers.empty(), new Silent(stopped));
        assertThat(transport.send(request).statusCode()).isEqualTo(200);
      }
      if (closeFirst) {
        transport.close();
      }
      while (!closed.await(10, TimeUnit.MILLISECONDS)) {
        System.gc();
      }
      stopped.await();
    }
  }

  /** A body whose next part never arrives. */
  private static final class Silent implements HttpBody {
    private final CountDownLatch stopped;

    Silent() {
      this(new CountDownLatch(1));
    }

    Silent(CountDownLatch stopped) {
      this.stopped = stopped;
    }

    @Override
    public long contentLength() {
      return -1;
    }

    @Override
    public boolean replayable() {
      return false;
    }

    @Override
    public InputStream open() {
      return new InputStream() {
        @Override
        public int read() throws IOException {
          try {
            Thread.currentThread().join();
            return -1;
          } catch (InterruptedException e) {
            stopped.countDown();
            throw new IOException(e);
          }
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
          return read();
        }
      };
    }
  }
}
