package io.boto4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Requests and responses for the tests of this package. */
final class Calls {
  private Calls() {}

  static HttpRequest get(URI uri) {
    return request("GET", uri, HttpBody.empty());
  }

  static HttpRequest post(URI uri, String body) {
    return request("POST", uri, HttpBody.of(body.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Returns a request with headers, listed as names and values in turn. */
  static HttpRequest request(String method, URI uri, HttpBody body, String... headers) {
    Headers.Builder builder = Headers.builder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.add(headers[i], headers[i + 1]);
    }
    return new HttpRequest(method, uri, builder.build(), body);
  }

  static String text(HttpResponse response) throws IOException {
    try (response) {
      return new String(response.body().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /**
   * Returns a body whose length may differ from the announced one. It writes the announced number
   * of bytes first, so that a careless writer would have sent a complete request.
   */
  static HttpBody body(byte[] bytes, long announced, boolean replayable) {
    return new HttpBody() {
      @Override
      public long contentLength() {
        return announced;
      }

      @Override
      public boolean replayable() {
        return replayable;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        int first = (int) Math.min(bytes.length, Math.max(0, announced));
        out.write(bytes, 0, first);
        out.flush();
        out.write(bytes, first, bytes.length - first);
      }
    };
  }

  /**
   * Runs a call on a thread of its own, interrupts it at the given time, and returns its exception.
   */
  static Throwable interrupted(CountDownLatch when, Runnable call) throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                call.run();
              } catch (RuntimeException e) {
                thrown.set(e);
              }
              flag.set(Thread.currentThread().isInterrupted());
            });
    thread.start();
    when.await();
    thread.interrupt();
    thread.join();
    assertThat(flag).as("the interrupt flag").hasValue(true);
    return thrown.get();
  }

  /** Returns 127.0.0.x, without name resolution. */
  static InetAddress loopback(int last) throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
  }

  static byte[] pattern(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) ('a' + i % 23);
    }
    return bytes;
  }
}
