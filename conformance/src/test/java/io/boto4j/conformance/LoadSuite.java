package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes calls in 200 threads, over plain HTTP and TLS, to a good, a bad and a silent server, with
 * deadlines, interrupts and cancellations at random times. Its threads are platform threads and, on
 * JDK 21 and later, virtual ones.
 *
 * <p>It is not part of a build; {@code mvn -Pload} runs it. {@code -Dboto4j.load.seed=NUMBER}
 * repeats the plan of a run, and {@code -Dboto4j.load.calls=NUMBER} sets the calls of each thread.
 */
final class LoadSuite {
  private static final long SEED = Long.getLong("boto4j.load.seed", System.currentTimeMillis());
  private static final int CALLS = Integer.getInteger("boto4j.load.calls", 50);

  @TempDir static Path folder;

  @TestFactory
  List<DynamicTest> load() throws Exception {
    System.out.println(
        "Load: -Dboto4j.load.seed="
            + SEED
            + " -Dboto4j.load.calls="
            + CALLS
            + " in Java "
            + Runtime.version());
    // Initializes the JDK's own sockets, which stay open.
    try (ServerSocket listener = LoadServer.listen(null);
        SocketChannel channel = SocketChannel.open(listener.getLocalSocketAddress())) {
      assertThat(channel.isOpen()).isTrue();
    }
    SSLContext tls = LoadServer.tls(folder);
    List<DynamicTest> tests = new ArrayList<>();
    for (boolean virtual :
        Runtime.version().feature() < 21 ? List.of(false) : List.of(false, true)) {
      for (boolean secure : new boolean[] {false, true}) {
        String name = (virtual ? "virtual" : "platform") + " threads, " + (secure ? "TLS" : "HTTP");
        tests.add(dynamicTest("load / " + name, () -> run(name, virtual, secure ? tls : null)));
      }
    }
    return tests;
  }

  private static void run(String name, boolean virtual, SSLContext tls) throws Exception {
    Map<Boolean, ExecutorService> kinds = new LinkedHashMap<>();
    kinds.put(false, Executors.newCachedThreadPool());
    // Asynchronous calls run in virtual threads wherever there are any.
    if (Runtime.version().feature() >= 21) {
      kinds.put(true, virtualThreads());
    }
    try {
      LoadRun run = new LoadRun(name, kinds.get(virtual), SEED, tls, folder);
      Collection<String> problems = run.run(CALLS, List.copyOf(kinds.values()));
      assertThat(problems.stream().limit(20)).as("seed %s", SEED).isEmpty();
    } finally {
      kinds.values().forEach(ExecutorService::shutdownNow);
    }
  }

  /** By name, because the tests are compiled for JDK 17. */
  private static ExecutorService virtualThreads() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }
}
