package io.boto4j.benchmarks.observed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.ThreadMXBean;
import io.boto4j.Client;
import io.boto4j.Interceptor;
import io.boto4j.Session;
import io.boto4j.benchmarks.run.Medians;
import io.boto4j.benchmarks.run.Table;
import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The CPU time and allocations of the calling thread for a GetItem with each {@link Observer}. They
 * run in turn, many times, in one process; the figures are medians of the rounds.
 */
public final class ObservedCosts {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int CALLS = 400;
  private static final byte[] ITEM =
      ("{\"Item\":{\"id\":{\"S\":\"user-1\"},\"email\":{\"S\":\"ada@example.com\"},"
              + "\"logins\":{\"N\":\"1815\"},\"active\":{\"BOOL\":true}},"
              + "\"ConsumedCapacity\":{\"TableName\":\"users\",\"CapacityUnits\":0.5}}")
          .getBytes(UTF_8);
  private static final Map<String, Object> INPUT =
      Map.of("TableName", "users", "Key", Map.of("id", Map.of("S", "user-1")));

  private final int rounds;

  private ObservedCosts(int rounds) {
    this.rounds = rounds;
  }

  /**
   * Measures.
   *
   * @param args the number of rounds, then {@code --markdown} if wanted
   */
  public static void main(String[] args) {
    Table table = new ObservedCosts(Integer.parseInt(args[0])).measure();
    System.out.print(List.of(args).contains("--markdown") ? table.markdown() : table.text());
    System.exit(0); // the threads of the span processors
  }

  private Table measure() {
    Observer[] observers = Observer.values();
    List<Client> clients = new ArrayList<>();
    for (Observer each : observers) {
      clients.add(client(each));
    }
    double[][] nanos = new double[observers.length][rounds];
    double[][] bytes = new double[observers.length][rounds];
    // As many rounds warm up.
    for (int round = -rounds; round < rounds; round++) {
      for (int i = 0; i < observers.length; i++) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        call(clients.get(i));
        if (round >= 0) {
          nanos[i][round] = (double) (THREADS.getCurrentThreadCpuTime() - start) / CALLS;
          bytes[i][round] = (double) (THREADS.getCurrentThreadAllocatedBytes() - allocated) / CALLS;
        }
      }
    }
    return table(observers, nanos, bytes);
  }

  private Table table(Observer[] observers, double[][] nanos, double[][] bytes) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("GetItem observed by", "ns", "bytes", "ns more", "bytes more"));
    for (int i = 0; i < observers.length; i++) {
      rows.add(
          List.of(
              observers[i].label(),
              whole(Medians.of(nanos[i])),
              whole(Medians.of(bytes[i])),
              i == 0 ? "" : whole(Medians.of(differences(nanos[i], nanos[0]))),
              i == 0 ? "" : whole(Medians.of(differences(bytes[i], bytes[0])))));
    }
    return new Table(rows);
  }

  /** The differences round by round: neighbours meet the same noise. */
  private double[] differences(double[] values, double[] base) {
    double[] differences = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      differences[i] = values[i] - base[i];
    }
    return differences;
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private static void call(Client client) {
    for (int i = 0; i < CALLS; i++) {
      if (!"user-1".equals(client.call("GetItem", INPUT).text("Item", "id", "S"))) {
        throw new IllegalStateException("Not the item");
      }
    }
  }

  private static Client client(Observer observer) {
    Session.Builder session =
        Session.builder()
            .environment(Map.of())
            .region("us-east-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "example-secret-key"))
            .transport(new Canned());
    Interceptor interceptor = observer.create();
    if (interceptor != null) {
      session.interceptor(interceptor);
    }
    return session.build().client("dynamodb");
  }

  /** Reads each request, as a network would, and returns the item. */
  private static final class Canned implements HttpTransport {
    private final Headers headers =
        Headers.of(
            Map.of(
                "Content-Type",
                "application/x-amz-json-1.0",
                "Content-Length",
                Integer.toString(ITEM.length),
                "x-amzn-RequestId",
                "9135fff3-8509-11e0-bd9b-a7b1ece36d51"));

    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
      try (InputStream body = request.body().open()) {
        body.transferTo(OutputStream.nullOutputStream());
      }
      return HttpResponse.of(200, headers, new ByteArrayInputStream(ITEM));
    }
  }
}
