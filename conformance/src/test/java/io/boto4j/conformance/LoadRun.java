package io.boto4j.conformance;

import io.boto4j.Attempt;
import io.boto4j.Client;
import io.boto4j.ClientConfig;
import io.boto4j.Session;
import io.boto4j.conformance.LoadPlan.Peer;
import io.boto4j.credentials.Credentials;
import io.boto4j.internal.client.AsyncExecutor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** One run of the load suite: many threads that call three servers through several clients. */
final class LoadRun {
  static final int THREADS = 200;

  private static final long ALLOWED_MILLIS = 500;

  /** Threads of the pool for asynchronous calls end after 30 s without work, on JDK 17. */
  private static final int LONGEST_IDLE_SECONDS = 40;

  private static final int LONGEST_RUN_SECONDS = 600;
  private static final int TIMER_THREADS = 2;
  private static final int READ_TIMEOUT_MILLIS = 1500;
  private static final int WARM_UP_THREADS = 4;
  private static final int WARM_UP_CALLS = 300;
  private static final int START_MILLIS = 2000;

  /** More than one: a machine that is too busy keeps some threads waiting, and others not. */
  private static final int WATCHES = 6;

  /** The call for which the current thread starts an asynchronous call. */
  private static final ThreadLocal<LoadCall> STARTING = new ThreadLocal<>();

  private final String name;
  private final ExecutorService threads;
  private final StallWatch watch = new StallWatch();
  private final long seed;
  private final Path certificate;
  private final int socketsBefore = openSockets();
  private final FaultProxy good;
  private final FaultProxy bad;
  private final ServerSocket silent;
  private final Map<Peer, List<Client>> clients = new EnumMap<>(Peer.class);
  private final AsyncExecutor executor = new AsyncExecutor(THREADS);
  private final AtomicInteger running = new AtomicInteger();
  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(TIMER_THREADS);
  private final Collection<LoadCall> calls = new ConcurrentLinkedQueue<>();
  private final AtomicReferenceArray<LoadCall> current = new AtomicReferenceArray<>(THREADS);
  private final Collection<String> problems = new ConcurrentLinkedQueue<>();

  /** The number of calls that were rightly sent again: the success came after the timeout. */
  private int crossings;

  private long cpuPercent;
  private long seconds;

  /** The most that a call ended after its time, and the same without stalls. */
  private long latest;

  private long latestOurs;
  private int lateCalls;

  /** The number of calls of the good server that a stall made fail. */
  private int stalledCalls;

  /**
   * Creates a run.
   *
   * @param threads makes the calls, each task on a thread of its own
   * @param tls the TLS of the servers, or null
   */
  LoadRun(String name, ExecutorService threads, long seed, SSLContext tls, Path folder)
      throws IOException {
    this.name = name;
    this.threads = threads;
    this.seed = seed;
    this.certificate = tls == null ? null : LoadServer.certificate(folder);
    this.good = new FaultProxy(LoadServer.listen(tls), LoadServer::respond);
    this.bad = new FaultProxy(LoadServer.listen(tls), LoadServer::respond);
    this.silent = LoadServer.listen(tls);
    timer.setRemoveOnCancelPolicy(true);
    Session session =
        Session.builder()
            .environment(Map.of())
            .home(Path.of("no-such-home"))
            .region("eu-west-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
            .executor(this::executeAsync)
            .build();
    // Some clients limit their connections, so that calls wait for each other.
    List<Client> ofGood = clients.computeIfAbsent(Peer.GOOD, peer -> new ArrayList<>());
    ofGood.add(client(session, good.port(), c -> c.maxPoolConnections(THREADS)));
    ofGood.add(client(session, good.port(), c -> c.maxConnections(30)));
    List<Client> ofBad = clients.computeIfAbsent(Peer.BAD, peer -> new ArrayList<>());
    for (int i = 0; i < 3; i++) {
      // A bad server uses up the quota of retries; the mode "legacy" has none.
      ofBad.add(client(session, bad.port(), c -> c.maxPoolConnections(50)));
      ofBad.add(client(session, bad.port(), c -> c.retryMode("legacy").maxPoolConnections(50)));
      ofBad.add(client(session, bad.port(), c -> c.retryMode("legacy").maxConnections(20)));
    }
    clients.put(
        Peer.SILENT, List.of(client(session, silent.getLocalPort(), c -> c.maxConnections(100))));
  }

  private Client client(Session session, int port, Consumer<ClientConfig.Builder> own) {
    return session.client(
        "dynamodb",
        c -> {
          c.endpointUrl((certificate == null ? "http" : "https") + "://127.0.0.1:" + port)
              .maxAttempts(3)
              .connectTimeout(Duration.ofSeconds(5))
              .readTimeout(Duration.ofMillis(READ_TIMEOUT_MILLIS));
          if (certificate != null) {
            c.caBundle(certificate);
          }
          own.accept(c);
        });
  }

  private void executeAsync(Runnable task) {
    LoadCall call = STARTING.get();
    running.incrementAndGet();
    executor.execute(
        () -> {
          try {
            call.run(task);
          } finally {
            running.decrementAndGet();
          }
        });
  }

  /** Returns the time of all processors that this process has used. */
  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Makes the calls, checks everything, and returns the problems. */
  Collection<String> run(int callsPerThread, List<ExecutorService> watching)
      throws InterruptedException, IOException {
    for (ExecutorService each : watching) {
      for (int i = 0; i < WATCHES; i++) {
        each.execute(watch);
      }
    }
    warmUp();
    long begin = System.nanoTime();
    long cpu = cpuNanos();
    Future<?> looking = timer.scheduleWithFixedDelay(this::look, 50, 50, TimeUnit.MILLISECONDS);
    CountDownLatch done = new CountDownLatch(THREADS);
    for (int i = 0; i < THREADS; i++) {
      int worker = i;
      threads.execute(
          () -> {
            try {
              work(worker, callsPerThread);
            } catch (InterruptedException | RuntimeException | Error e) {
              problems.add("caller " + worker + " fails: " + e);
            } finally {
              done.countDown();
            }
          });
    }
    if (!done.await(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
      describeStuck();
    }
    looking.cancel(false);
    long took = System.nanoTime() - begin;
    seconds = TimeUnit.NANOSECONDS.toSeconds(took);
    cpuPercent = 100 * (cpuNanos() - cpu) / took / Runtime.getRuntime().availableProcessors();
    check("asynchronous calls still run", 5000, () -> running.get() == 0);
    judgeTimes();
    for (LoadCall call : calls) {
      if (call.problem() != null) {
        problems.add(call.problem() + ": " + call);
      }
      if (call.plan().mustSucceed() && call.timedOut()) {
        judgeTimeout(call);
      }
      if (call.plan().operation().equals("UpdateItem") && bad.repeated(call.plan().id()) > 0) {
        judgeRepeated(call, bad.success(call.plan().id()));
      }
    }
    int after = clientsWork();
    awaitClosed();
    print(after);
    return problems;
  }

  /** Judges a call of the good server that timed out: only a stall makes that server slow. */
  private void judgeTimeout(LoadCall call) {
    long stall = watch.nanosWithin(call.beginTime(), call.endTime());
    if (stall > TimeUnit.MILLISECONDS.toNanos(READ_TIMEOUT_MILLIS / 2)) {
      stalledCalls++;
    } else {
      problems.add("times out, though the server is good: " + call);
    }
  }

  /**
   * Judges a call that was sent again after the server had sent a success. That is right if the
   * client had given up by then.
   */
  private void judgeRepeated(LoadCall call, FaultProxy.Success success) {
    // A call that was cancelled has no transcript, and may have had to wait before it arrived.
    long arrived =
        success.sentNanos()
            - TimeUnit.MILLISECONDS.toNanos(success.sentMillis() - success.arrivedMillis());
    long before = arrived - TimeUnit.MILLISECONDS.toNanos(READ_TIMEOUT_MILLIS);
    boolean crossed =
        success.sentMillis() - success.arrivedMillis() > READ_TIMEOUT_MILLIS / 2
            || watch.nanosWithin(before, success.sentNanos())
                > TimeUnit.MILLISECONDS.toNanos(ALLOWED_MILLIS);
    for (Attempt attempt : call.attempts()) {
      if (attempt.number() == success.attempt()) {
        Instant end = attempt.startedAt().plus(attempt.duration());
        long waited = TimeUnit.MILLISECONDS.toNanos(end.toEpochMilli() - success.sentMillis());
        // The server may have stalled just before it sent the success.
        long sent = success.sentNanos();
        long stall = watch.nanosWithin(sent, sent + waited);
        crossed =
            attempt.statusCode() == 0
                && waited - stall < TimeUnit.MILLISECONDS.toNanos(ALLOWED_MILLIS);
      }
    }
    if (crossed) {
      crossings++;
    } else {
      problems.add("was sent again after a success: " + call);
    }
  }

  /**
   * Makes calls in a few threads, each on a new connection: the first handshakes of a process are a
   * hundred times slower than later ones, and 200 at once would take many seconds.
   */
  private void warmUp() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(WARM_UP_THREADS);
    for (int i = 0; i < WARM_UP_THREADS; i++) {
      int worker = i;
      threads.execute(
          () -> {
            for (int j = 0; j < WARM_UP_CALLS; j++) {
              String id = "before-" + worker + "-" + j;
              LoadPlan plan = LoadPlan.plain(id, "GetItem", Fault.RESPONSE_TWICE + " once");
              call(clients.get(Peer.BAD).get(j % 3), plan);
            }
            done.countDown();
          });
    }
    if (!done.await(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
      problems.add("the calls before the load do not end");
    }
  }

  private static int call(Client client, LoadPlan plan) {
    return client
        .call(
            plan.operation(),
            plan.parameters(),
            o -> o.header("X-Call", plan.id()).header("X-Fault", plan.fault()))
        .metadata()
        .attempts()
        .size();
  }

  private void work(int worker, int callsPerThread) throws InterruptedException {
    Random random = new Random(seed * THREADS + worker);
    Map<Peer, Integer> counts = new EnumMap<>(Peer.class);
    clients.forEach((peer, all) -> counts.put(peer, all.size()));
    Thread.sleep(random.nextInt(START_MILLIS));
    for (int i = 0; i < callsPerThread; i++) {
      LoadPlan plan = LoadPlan.random(random, "call-" + worker + "-" + i, counts);
      Thread.sleep(plan.idleMillis());
      LoadCall call = new LoadCall(plan);
      calls.add(call);
      current.set(worker, call);
      STARTING.set(call);
      call.make(clients.get(plan.peer()).get(plan.client()), timer);
    }
  }

  private void look() {
    for (int i = 0; i < THREADS; i++) {
      LoadCall call = current.get(i);
      if (call != null) {
        call.look();
      }
    }
  }

  private void describeStuck() {
    for (LoadCall call : calls) {
      Thread runner = call.runner();
      if (runner != null) {
        problems.add(
            "does not end: "
                + call
                + " in "
                + Stream.of(runner.getStackTrace()).map(String::valueOf).toList());
      }
    }
  }

  /** Checks that calls end in time. */
  private void judgeTimes() {
    for (LoadCall call : calls) {
      if (call.timedOutEarly()) {
        problems.add("times out too early: " + call);
      }
      long due = call.dueTime();
      long end = call.endTime();
      if (due != 0 && end - due > 0) {
        long late = TimeUnit.NANOSECONDS.toMillis(end - due);
        long ours = TimeUnit.NANOSECONDS.toMillis(end - due - watch.nanosWithin(due, end));
        latest = Math.max(latest, late);
        latestOurs = Math.max(latestOurs, ours);
        lateCalls += late > ALLOWED_MILLIS ? 1 : 0;
        if (ours > ALLOWED_MILLIS) {
          problems.add(late + " ms late, " + ours + " ms without stalls: " + call);
        }
      }
    }
  }

  /** Checks that the clients' next calls succeed at the first attempt, and returns their number. */
  private int clientsWork() {
    int made = 0;
    for (Peer peer : List.of(Peer.GOOD, Peer.BAD)) {
      for (Client client : clients.get(peer)) {
        for (String operation : List.of("UpdateItem", "GetItem", "UpdateItem")) {
          LoadPlan plan = LoadPlan.plain("after-" + made++, operation, "");
          long begin = System.nanoTime();
          int attempts = call(client, plan);
          long stall = watch.nanosWithin(begin, System.nanoTime());
          if (attempts != 1 && stall < TimeUnit.MILLISECONDS.toNanos(READ_TIMEOUT_MILLIS / 2)) {
            problems.add("a call after the load takes " + attempts + " attempts");
          }
        }
      }
    }
    return made;
  }

  /** Closes all clients and servers, and checks that no socket and no thread stays. */
  private void awaitClosed() throws InterruptedException, IOException {
    for (List<Client> each : clients.values()) {
      each.forEach(Client::close);
    }
    for (FaultProxy proxy : List.of(good, bad)) {
      try {
        proxy.awaitClosed(Duration.ofSeconds(10));
      } catch (TimeoutException e) {
        problems.add("a connection stays open at a server");
      }
      proxy.close();
    }
    silent.close();
    timer.shutdownNow();
    check("sockets stay open", 5000, () -> openSockets() <= socketsBefore);
    check(
        "threads stay",
        TimeUnit.SECONDS.toMillis(LONGEST_IDLE_SECONDS),
        () -> Thread.getAllStackTraces().keySet().stream().noneMatch(LoadRun::isOurs));
  }

  private static boolean isOurs(Thread thread) {
    return thread.getName().startsWith("boto4j");
  }

  private void check(String problem, long millis, BooleanSupplier good)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!good.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        problems.add(problem);
        return;
      }
      Thread.sleep(20);
    }
  }

  /** Returns the number of this process's open sockets; 0 where it cannot be counted. */
  private static int openSockets() {
    int count = 0;
    Path folder = Path.of("/proc/self/fd");
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        try {
          count += Files.readSymbolicLink(file).toString().startsWith("socket:") ? 1 : 0;
        } catch (IOException closedMeanwhile) {
          // Not an open socket.
        }
      }
      return count;
    } catch (IOException e) {
      return 0;
    }
  }

  private void print(int after) {
    Map<String, Integer> outcomes = new TreeMap<>();
    Map<String, Integer> endings = new TreeMap<>();
    int deadlines = 0;
    for (LoadCall call : calls) {
      outcomes.merge(call.plan().peer() + " " + call.outcome(), 1, Integer::sum);
      if (call.plan().ending().aborts() && call.wasAborted()) {
        endings.merge(call.plan().ending().toString(), 1, Integer::sum);
      }
      deadlines += call.plan().totalMillis() > 0 ? 1 : 0;
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "Load, %s: %,d calls in %d s, %,d with deadlines, aborted %s, %d connections, %d calls"
                + " after them%n  late: at most %d ms, without stalls %d ms; %d calls more than"
                + " %d ms; longest stall %d ms; the CPU used %d %%%n  sent again after a success"
                + " that came too late: %d; failed by a stall: %d; problems: %d%n  %s",
            name,
            calls.size(),
            seconds,
            deadlines,
            endings,
            good.connections() + bad.connections(),
            after,
            latest,
            latestOurs,
            lateCalls,
            ALLOWED_MILLIS,
            watch.longestMillis(),
            cpuPercent,
            crossings,
            stalledCalls,
            problems.size(),
            outcomes));
  }
}
