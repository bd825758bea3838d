package io.boto4j.benchmarks.guards;

import com.sun.management.ThreadMXBean;
import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Prints the bytes that a call allocates, on average over a thousand, without those of sockets. */
final class WarmCallProbe {
  private static final int CALLS = 1_000;

  private WarmCallProbe() {}

  private static final class Canned implements HttpTransport {
    private final Headers headers;
    private final byte[] body;

    Canned(Headers headers, byte[] body) {
      this.headers = headers;
      this.body = body;
    }

    @Override
    public HttpResponse send(HttpRequest request) {
      return HttpResponse.of(200, headers, new Body(body));
    }
  }

  /** Copies the rest without an intermediate buffer, as the bodies of boto4j's own transport do. */
  private static final class Body extends ByteArrayInputStream {
    Body(byte[] bytes) {
      super(bytes);
    }

    @Override
    public byte[] readNBytes(int length) {
      return available() <= length ? readAllBytes() : new byte[0];
    }
  }

  public static void main(String[] args) {
    byte[] response = args[2].getBytes(StandardCharsets.UTF_8);
    Session session =
        Session.builder()
            .region("us-east-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "example-secret-key"))
            .transport(new Canned(Headers.of(Map.of("x-amzn-RequestId", "r-1")), response))
            .build();
    try (Client client = session.client(args[0])) {
      Map<String, ?> parameters =
          args[0].equals("dynamodb")
              ? Map.of("TableName", "auth-users", "Key", Map.of("id", Map.of("S", "user-1")))
              : Map.of("DBInstanceIdentifier", "orders");
      calls(client, args[1], parameters);
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long id = Thread.currentThread().getId();
      long before = threads.getThreadAllocatedBytes(id);
      calls(client, args[1], parameters);
      System.out.println((threads.getThreadAllocatedBytes(id) - before) / CALLS);
    }
  }

  private static void calls(Client client, String operation, Map<String, ?> parameters) {
    for (int i = 0; i < CALLS; i++) {
      client.call(operation, parameters);
    }
  }
}
