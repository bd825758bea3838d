package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.boto4j.Attempt;
import io.boto4j.Attempt.Decision;
import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.conformance.page.SuiteRecord;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.EndpointConnectionException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Makes thousands of calls through a proxy that causes faults: each call ends with the right
 * outcome, nothing that may do harm is sent again after a success, and the pool is intact
 * afterwards.
 */
@Timeout(120)
final class FaultSuiteTest {
  private static final int THREADS = 64;
  private static final Map<String, Object> KEY =
      Map.of("TableName", "t", "Key", Map.of("id", Map.of("S", "x".repeat(200))));
  private static final String BODY =
      "{\"ConsumedCapacity\": {\"TableName\": \"" + "t".repeat(100) + "\"}}";

  private static final SuiteRecord RECORD = new SuiteRecord("faults");

  private final Map<String, AtomicInteger> carriedOut = new ConcurrentHashMap<>();
  private final ExecutorService callers = Executors.newFixedThreadPool(THREADS);
  private final ExecutorService serving = Executors.newCachedThreadPool();
  private HttpServer server;
  private FaultProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
    server.setExecutor(serving);
    server.createContext("/", this::carryOut);
    server.start();
    proxy = new FaultProxy(server.getAddress().getPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    server.stop(0);
    serving.shutdownNow();
    callers.shutdownNow();
  }

  @AfterAll
  static void write() throws IOException {
    RECORD.write();
  }

  private void carryOut(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    carriedOut
        .computeIfAbsent(exchange.getRequestHeaders().getFirst("X-Call"), c -> new AtomicInteger())
        .incrementAndGet();
    byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
    CRC32 crc = new CRC32();
    crc.update(body);
    exchange.getResponseHeaders().add("x-amz-crc32", Long.toString(crc.getValue()));
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Client client(String url) {
    return Session.builder()
        .environment(Map.of())
        .home(Path.of("no-such-home"))
        .region("eu-west-1")
        .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
        .sleeper(duration -> {})
        .build()
        .client(
            "dynamodb",
            c ->
                c.endpointUrl(url)
                    .maxAttempts(3)
                    .connectTimeout(Duration.ofSeconds(5))
                    .readTimeout(Duration.ofMillis(1500)));
  }

  /** The outcome of one call. */
  private record Outcome(String call, Decision last, int attempts, String text) {
    boolean good() {
      return last == null;
    }

    /** Returns the outcome in words, without what depends on the time. */
    String ending() {
      return good()
          ? "succeeds"
          : last == Decision.ALREADY_CARRIED_OUT
              ? "fails: it was carried out"
              : "fails after " + attempts + " attempts";
    }
  }

  private static Outcome call(Client client, String operation, String call, String fault) {
    try {
      List<Attempt> attempts =
          client
              .call(operation, KEY, o -> o.header("X-Call", call).header("X-Fault", fault))
              .metadata()
              .attempts();
      return new Outcome(call, null, attempts.size(), "success");
    } catch (Boto4jException e) {
      Attempt last = e.attempts().get(e.attempts().size() - 1);
      return new Outcome(call, last.decision(), e.attempts().size(), e.getClass().getSimpleName());
    }
  }

  @Test
  void calls_spoiledInEveryPhase_endRightly() throws Exception {
    warmUp();
    Map<String, Map<String, Integer>> table = new TreeMap<>();
    Map<String, Set<String>> endings = new TreeMap<>();
    List<Client> clients = new ArrayList<>();
    List<Spoiled> running = new ArrayList<>();
    for (Fault fault : Fault.values()) {
      for (String operation : List.of("GetItem", "UpdateItem")) {
        // Only so many calls of one client can be retried before its quota is used up.
        int rounds = fault.slow() ? 1 : 5;
        for (int round = 0; round < rounds; round++) {
          submit(running, clients, fault, operation, "once", fault.slow() ? 12 : 25);
        }
        submit(running, clients, fault, operation, "always", fault.slow() ? 5 : 10);
      }
    }
    for (Spoiled each : running) {
      Outcome outcome = each.outcome().get(60, TimeUnit.SECONDS);
      check(each.fault(), each.operation(), each.times().equals("once"), outcome);
      RECORD.passed(each.fault().phase());
      endings.computeIfAbsent(each.column(), column -> new TreeSet<>()).add(outcome.ending());
      table
          .computeIfAbsent(each.row(), row -> new TreeMap<>())
          .merge(outcome.text(), 1, Integer::sum);
    }
    int served = 0;
    for (Client client : clients) {
      served += poolIsWhole(client);
    }
    proxy.awaitClosed();
    record(endings);
    RECORD.passed("none, after a fault", served);
    table.forEach((row, outcomes) -> System.out.println("| " + row + " | " + outcomes + " |"));
    System.out.println(
        "Faults: "
            + running.size()
            + " calls with faults, "
            + served
            + " calls without faults after them, "
            + proxy.connections()
            + " connections, all closed");
    assertThat(running.size()).isGreaterThan(3000);
  }

  /** Records the outcomes of each fault, with a column for each operation. */
  private static void record(Map<String, Set<String>> endings) {
    for (Fault fault : Fault.values()) {
      List<String> cells = new ArrayList<>();
      cells.add(fault.phase());
      cells.add(fault.name().toLowerCase(Locale.ROOT).replace('_', ' '));
      for (String times : List.of("once", "always")) {
        for (String operation : List.of("GetItem", "UpdateItem")) {
          cells.add(String.join(" or ", endings.get(Spoiled.column(fault, operation, times))));
        }
      }
      RECORD.row(cells);
    }
  }

  /**
   * Makes calls in one thread: the first ones of a process are slow, and 64 of them at once take a
   * busy machine longer than the read timeout.
   */
  private void warmUp() {
    try (Client client = client("http://127.0.0.1:" + proxy.port())) {
      for (int i = 0; i < 300; i++) {
        call(client, i % 2 == 0 ? "GetItem" : "UpdateItem", "warm-up-" + i, "RESPONSE_TWICE once");
      }
    }
  }

  private record Spoiled(Fault fault, String operation, String times, Future<Outcome> outcome) {
    static String column(Fault fault, String operation, String times) {
      return fault + " " + operation + " " + times;
    }

    String column() {
      return column(fault, operation, times);
    }

    String row() {
      return fault.phase() + " | " + fault + " | " + operation + " | " + times;
    }
  }

  /** Makes calls with their own client. */
  private void submit(
      List<Spoiled> running,
      List<Client> clients,
      Fault fault,
      String operation,
      String times,
      int count) {
    Client client = client("http://127.0.0.1:" + proxy.port());
    clients.add(client);
    for (int i = 0; i < count; i++) {
      String call = "call-" + running.size();
      running.add(
          new Spoiled(
              fault,
              operation,
              times,
              callers.submit(() -> call(client, operation, call, fault + " " + times))));
    }
  }

  private void check(Fault fault, String operation, boolean once, Outcome outcome) {
    String what = fault + " " + operation + (once ? " once: " : " always: ") + outcome;
    boolean reads = operation.equals("GetItem");
    boolean good = fault.harmless() || (once && (reads || !fault.afterSuccess()));
    assertThat(outcome.good()).as(what).isEqualTo(good);
    if (!reads) {
      assertThat(proxy.repeated(outcome.call())).as(what).isZero();
    }
    if (!good) {
      Decision expected =
          reads || !fault.afterSuccess()
              ? Decision.MAX_ATTEMPTS_REACHED
              : Decision.ALREADY_CARRIED_OUT;
      assertThat(outcome.last()).as(what).isEqualTo(expected);
      assertThat(outcome.attempts()).as(what).isLessThanOrEqualTo(3);
    }
    if (good || fault.afterSuccess()) {
      assertThat(carriedOut).as(what).containsKey(outcome.call());
    }
  }

  /**
   * Checks that the client's next calls succeed at the first attempt and that its connections are
   * closed, and returns the number of calls.
   */
  private static int poolIsWhole(Client client) {
    int good = 0;
    for (; good < 3; good++) {
      assertThat(
              client
                  .call("UpdateItem", KEY, o -> o.header("X-Call", "after"))
                  .metadata()
                  .attempts())
          .hasSize(1);
    }
    client.close();
    return good;
  }

  @Test
  void calls_whoseInterceptorsThrow_releaseTheirConnections() throws Exception {
    List<Client> clients = new ArrayList<>();
    List<Future<?>> running = new ArrayList<>();
    for (ThrowingInterceptor.Stage stage : ThrowingInterceptor.Stage.values()) {
      for (boolean error : new boolean[] {false, true}) {
        Client client = client("http://127.0.0.1:" + proxy.port());
        clients.add(client);
        Client throwing = client.with(new ThrowingInterceptor(stage, error));
        for (int i = 0; i < 40; i++) {
          String operation = i % 2 == 0 ? "GetItem" : "UpdateItem";
          running.add(callers.submit(() -> assertThrows(throwing, operation, stage)));
        }
      }
    }
    for (Future<?> each : running) {
      each.get(60, TimeUnit.SECONDS);
    }
    int served = 0;
    for (Client client : clients) {
      served += poolIsWhole(client);
    }
    proxy.awaitClosed();
    RECORD.passed("interceptor that throws", running.size());
    RECORD.passed("none, after a fault", served);
    System.out.println(
        "Interceptors: "
            + running.size()
            + " calls whose interceptor throws, "
            + served
            + " calls after them, "
            + proxy.connections()
            + " connections, all closed");
  }

  private static void assertThrows(
      Client client, String operation, ThrowingInterceptor.Stage stage) {
    assertThatThrownBy(
            () ->
                client.call(
                    operation,
                    KEY,
                    o -> {
                      o.header("X-Call", "throwing").readTimeout(Duration.ofSeconds(30));
                      if (stage.onError()) {
                        o.header("X-Fault", Fault.RESPONSE_500 + " always");
                      }
                    }))
        .hasMessage(stage.name());
  }

  @Test
  void connect_refused_isTriedThreeTimes() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (Client client = client("http://127.0.0.1:" + port)) {
      for (int i = 0; i < 5; i++) {
        Outcome outcome = call(client, "UpdateItem", "refused", "RESPONSE_500 once");
        assertThat(outcome)
            .isEqualTo(
                new Outcome(
                    "refused",
                    Decision.MAX_ATTEMPTS_REACHED,
                    3,
                    EndpointConnectionException.class.getSimpleName()));
        RECORD.passed("connect");
      }
    }
  }

  @Test
  void connect_tlsHandshakeCut_isTriedThreeTimes() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      serving.execute(() -> cutHandshakes(listener));
      try (Client client = client("https://127.0.0.1:" + listener.getLocalPort())) {
        Outcome outcome = call(client, "UpdateItem", "cut", "RESPONSE_500 once");
        assertThat(outcome.last()).as("%s", outcome).isEqualTo(Decision.MAX_ATTEMPTS_REACHED);
        assertThat(outcome.attempts()).isEqualTo(3);
        RECORD.passed("connect");
      }
    }
  }

  private static void cutHandshakes(ServerSocket listener) {
    while (true) {
      try (Socket client = listener.accept()) {
        client.getInputStream().readNBytes(20);
      } catch (IOException closed) {
        return;
      }
    }
  }
}
