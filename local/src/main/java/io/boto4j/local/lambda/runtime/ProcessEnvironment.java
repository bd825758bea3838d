package io.boto4j.local.lambda.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a function in a process of its own, which asks for events at the Runtime API. */
final class ProcessEnvironment implements Environment {
  /** The line with which our bootstraps end the output of an invocation. */
  static final String END = "\u0001boto4j-local-end";

  /** The time to start. It is longer than AWS's, because test machines are busy. */
  private static final Duration START = Duration.ofSeconds(60);

  private static final Duration LAST_OUTPUT = Duration.ofMillis(500);

  private final FunctionSpec spec;
  private final Unpacked code;
  private final RuntimeEvents events;
  private final RuntimeApi api;
  private final Process process;
  private final boolean marksEnds;
  private final Semaphore ends = new Semaphore(0);
  private volatile @Nullable Consumer<String> log;
  private volatile boolean closed;

  private ProcessEnvironment(
      FunctionSpec spec,
      Unpacked code,
      RuntimeEvents events,
      RuntimeApi api,
      Process process,
      boolean marksEnds) {
    this.spec = spec;
    this.code = code;
    this.events = events;
    this.api = api;
    this.process = process;
    this.marksEnds = marksEnds;
    Thread reader = new Thread(this::read, "boto4j-local-lambda-output");
    reader.setDaemon(true);
    reader.start();
  }

  static ProcessEnvironment start(
      FunctionSpec spec,
      List<String> interpreter,
      String bootstrap,
      Supplier<String> endpoint,
      Map<String, String> more) {
    Unpacked code = Unpacked.of(spec);
    RuntimeEvents events = new RuntimeEvents();
    RuntimeApi api = new RuntimeApi(events);
    List<String> command = new ArrayList<>(interpreter);
    if (interpreter.isEmpty()) {
      Path own = code.task().resolve("bootstrap");
      command.add((own.toFile().exists() ? own : code.layers().resolve("bootstrap")).toString());
    } else {
      command.add(code.add(bootstrap).toString());
    }
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(code.task().toFile()).redirectErrorStream(true);
    ProcessVariables.set(builder.environment(), spec, code, api.address(), endpoint.get());
    builder.environment().putAll(more);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return new ProcessEnvironment(
          spec, code, events, api, process, /* marksEnds= */ !interpreter.isEmpty());
    } catch (IOException e) {
      api.close();
      code.close();
      throw new io.boto4j.local.engine.EngineException(
          "InvalidRuntimeException",
          "boto4j-local cannot start the function " + spec.name() + ": " + e.getMessage(),
          502,
          Map.of("Type", "User"));
    }
  }

  @Override
  public Outcome invoke(Invocation invocation) {
    log = invocation.log();
    CompletableFuture<Outcome> exit =
        process
            .onExit()
            .thenApply(
                ended ->
                    Outcome.error(
                        "Runtime.ExitError",
                        "RequestId: "
                            + invocation.requestId()
                            + " Error: Runtime exited "
                            + (ended.exitValue() == 0
                                ? "without providing a reason"
                                : "with error: exit status " + ended.exitValue())));
    try {
      Outcome early = awaitStart(exit);
      if (early != null) {
        close();
        return early;
      }
      CompletableFuture<Outcome> outcome = events.offer(invocation, spec.timeout());
      CompletableFuture<Object> any = CompletableFuture.anyOf(outcome, exit);
      any.get(spec.timeout().toMillis(), TimeUnit.MILLISECONDS);
      if (outcome.isDone()) {
        finishOutput();
        return outcome.join();
      }
      close();
      return exit.join();
    } catch (TimeoutException e) {
      close();
      return Outcome.timedOut(invocation, spec);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      return Outcome.error("Runtime.Unknown", "The invocation was interrupted");
    } catch (java.util.concurrent.ExecutionException | CompletionException e) {
      close();
      return Outcome.error("Runtime.Unknown", String.valueOf(e.getMessage()));
    } finally {
      log = null;
    }
  }

  /** Waits until the process asks for its first event. Returns an error if it does not. */
  private @Nullable Outcome awaitStart(CompletableFuture<Outcome> exit)
      throws InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (!events.ready().await(5, TimeUnit.MILLISECONDS)) {
      if (events.initError().isDone()) {
        finishOutput();
        return events.initError().join();
      }
      if (exit.isDone()) {
        return exit.join();
      }
      if (System.nanoTime() > end) {
        return Outcome.error("Sandbox.Timedout", "The function did not start in time");
      }
    }
    return null;
  }

  /** Waits for the last lines that the function wrote. */
  private void finishOutput() throws InterruptedException {
    if (!marksEnds) {
      Thread.sleep(20);
    } else if (!ends.tryAcquire(LAST_OUTPUT.toMillis(), TimeUnit.MILLISECONDS)) {
      System.getLogger("io.boto4j.local")
          .log(System.Logger.Level.DEBUG, "The output of " + spec.name() + " has no end");
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      StringBuilder line = new StringBuilder();
      for (int c = lines.read(); c >= 0; c = lines.read()) {
        if (c == '\n') {
          line(line.toString());
          line.setLength(0);
        } else {
          line.append((char) c);
        }
      }
      if (line.length() > 0) {
        line(line.toString());
      }
    } catch (IOException e) {
      // The process was ended.
      closed = true;
    }
  }

  private void line(String text) {
    int end = text.indexOf(END);
    String own = end < 0 ? text : text.substring(0, end);
    Consumer<String> receiver = log;
    if (receiver != null && (end < 0 || !own.isEmpty())) {
      // Our bootstraps write the lines of one log event with \r between them.
      receiver.accept(own.replace('\r', '\n'));
    }
    if (end >= 0) {
      ends.release();
    }
  }

  @Override
  public boolean isUsable() {
    return !closed && process.isAlive();
  }

  @Override
  public void close() {
    closed = true;
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    events.end();
    api.close();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    code.close();
  }
}
