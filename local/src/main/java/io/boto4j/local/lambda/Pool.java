package io.boto4j.local.lambda;

import io.boto4j.Structure;
import io.boto4j.local.LambdaHandler;
import io.boto4j.local.lambda.runtime.Environment;
import io.boto4j.local.lambda.runtime.Environments;
import io.boto4j.local.lambda.runtime.FunctionSpec;
import io.boto4j.local.lambda.runtime.RegisteredEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The environments that wait for the next invocation, by function and version. */
final class Pool implements AutoCloseable {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu/MM/dd").withZone(ZoneOffset.UTC);

  /** The time for which an environment is reused. */
  private static final Duration LIFE = Duration.ofHours(6);

  private final Functions functions;
  private final Layers layers;
  private final Environments environments;
  private final Map<String, LambdaHandler.WithContext> registered;
  private final ReentrantLock lock = new ReentrantLock();

  /** Idle environments by name, version and revision; guarded by the lock. */
  private final Map<String, Deque<Warm>> idle = new HashMap<>();

  /** All environments, also those that run; guarded by the lock. */
  private final List<Warm> all = new ArrayList<>();

  private boolean closed;

  Pool(
      Functions functions,
      Layers layers,
      Environments environments,
      Map<String, LambdaHandler.WithContext> registered) {
    this.functions = functions;
    this.layers = layers;
    this.environments = environments;
    this.registered = registered;
  }

  /**
   * An environment and what it runs.
   *
   * @param name the name of the function
   * @param key identifies the version and its revision
   * @param spec describes the version
   * @param environment runs it
   * @param end the time from which it is not used again, before its credentials expire
   */
  record Warm(String name, String key, FunctionSpec spec, Environment environment, Instant end) {
    boolean isUsable(Instant now) {
      return environment.isUsable() && now.isBefore(end);
    }
  }

  /** Takes an environment that waits, or creates one. */
  Warm take(Structure version) {
    Structure configuration = version.map("Configuration");
    String name = Functions.text(configuration, "FunctionName");
    String key =
        name + ":" + configuration.text("Version") + ":" + configuration.text("RevisionId");
    lock.lock();
    try {
      Deque<Warm> waiting = idle.get(key);
      Warm warm = waiting == null ? null : waiting.pollFirst();
      while (warm != null) {
        if (warm.isUsable(functions.now())) {
          return warm;
        }
        discard(warm);
        warm = waiting == null ? null : waiting.pollFirst();
      }
    } finally {
      lock.unlock();
    }
    FunctionSpec spec = spec(version);
    Warm created = new Warm(name, key, spec, create(spec), functions.now().plus(LIFE));
    lock.lock();
    try {
      all.add(created);
    } finally {
      lock.unlock();
    }
    return created;
  }

  private Environment create(FunctionSpec spec) {
    LambdaHandler.WithContext handler =
        spec.handler().equals(RegisteredFunction.HANDLER) ? registered.get(spec.name()) : null;
    return handler == null ? environments.create(spec) : new RegisteredEnvironment(spec, handler);
  }

  private FunctionSpec spec(Structure version) {
    Structure configuration = version.map("Configuration");
    String name = Functions.text(configuration, "FunctionName");
    Map<String, String> variables = new LinkedHashMap<>();
    configuration
        .map("Environment", "Variables")
        .forEach((variable, value) -> variables.put(variable, String.valueOf(value)));
    List<byte[]> archives = new ArrayList<>();
    for (Structure layer : configuration.structures("Layers")) {
      archives.add(layers.archive(Functions.text(layer, "Arn")));
    }
    String number = Functions.text(configuration, "Version");
    String key = version.text("Source", "Key");
    return new FunctionSpec(
        name,
        number,
        "Image".equals(configuration.text("PackageType"))
            ? "a container image"
            : Functions.text(configuration, "Runtime"),
        Functions.text(configuration, "Handler"),
        Duration.ofSeconds(number(configuration.integer("Timeout"), 3)),
        number(configuration.integer("MemorySize"), 128),
        variables,
        functions.context.account(),
        functions.context.region(),
        Functions.text(configuration, "LoggingConfig", "LogGroup"),
        stream(number),
        isRegistered(configuration)
            ? Map.of()
            : RoleCredentials.of(functions.context, Functions.text(configuration, "Role"), name),
        key == null ? new byte[0] : functions.archive(key),
        archives);
  }

  private static boolean isRegistered(Structure configuration) {
    return RegisteredFunction.HANDLER.equals(configuration.text("Handler"));
  }

  private static int number(@Nullable Integer number, int other) {
    return number == null ? other : number;
  }

  private String stream(String version) {
    return DAY.format(functions.now()) + "/[" + version + "]" + Functions.newId().replace("-", "");
  }

  /** Gives an environment back. */
  void release(Warm warm) {
    lock.lock();
    try {
      if (!closed && all.contains(warm) && warm.isUsable(functions.now())) {
        idle.computeIfAbsent(warm.key(), key -> new ArrayDeque<>()).addFirst(warm);
        return;
      }
      discard(warm);
    } finally {
      lock.unlock();
    }
  }

  /** Ends the environments of a function whose code or configuration changed. */
  void changed(String name) {
    lock.lock();
    try {
      for (Map.Entry<String, Deque<Warm>> entry : idle.entrySet()) {
        if (entry.getKey().startsWith(name + ":")) {
          entry.getValue().forEach(this::discard);
          entry.getValue().clear();
        }
      }
      // Those that run are discarded when they are released.
      all.removeIf(warm -> warm.name().equals(name));
    } finally {
      lock.unlock();
    }
  }

  private void discard(Warm warm) {
    all.remove(warm);
    warm.environment().close();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      for (Warm warm : List.copyOf(all)) {
        discard(warm);
      }
      idle.clear();
    } finally {
      lock.unlock();
    }
  }
}
