package io.boto4j.local;

import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineFactory;
import io.boto4j.local.engine.Principals;
import io.boto4j.local.lambda.LambdaFactory;
import io.boto4j.local.wire.LocalHandler;
import io.boto4j.local.wire.LocalSettings;
import io.boto4j.local.wire.Principal;
import io.boto4j.local.wire.Routes;
import io.boto4j.local.world.LocalClock;
import io.boto4j.local.world.Stores;
import io.boto4j.local.world.Worlds;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * AWS inside the process, for tests and first steps: engines behind the protocols of AWS.
 *
 * <pre>{@code
 * try (LocalAws aws = LocalAws.start()) {
 *   Client dynamodb = aws.session().client("dynamodb");
 *   …
 * }
 * }</pre>
 *
 * <p>boto4j's clients of {@link #session()} call it without a socket. {@link #endpoint()} opens a
 * port on the loopback for every other SDK and for command-line tools. Access keys of 12 digits
 * choose an account; all others belong to account {@value #ACCOUNT}. Safe for use by multiple
 * threads.
 */
public final class LocalAws implements AutoCloseable {
  /** The account of access keys that do not name one. */
  public static final String ACCOUNT = "123456789012";

  private static final String REGION = "us-east-1";

  /** The services that issue access keys. */
  private static final List<String> ISSUERS = List.of("iam", "sts");

  private final Builder settings;
  private final Worlds worlds;
  private final LocalHandler handler;
  private final Journal journal = new Journal();
  private final Faults faults = new Faults(new Random());
  private @Nullable HttpDoor door;

  private LocalAws(Builder settings) {
    this.settings = settings;
    List<EngineFactory> factories = new ArrayList<>(Engines.all());
    factories.add(new LambdaFactory(settings.functions, () -> endpoint().toString()));
    factories.addAll(settings.engines);
    Set<String> services = new LinkedHashSet<>();
    factories.forEach(factory -> services.add(factory.service()));
    settings.handlers.keySet().forEach(key -> services.add(key.substring(0, key.indexOf(':'))));
    this.worlds = new Worlds(new LocalClock(), Stores.open(settings.directory), factories);
    Routes routes = new Routes(services);
    settings.handlers.keySet().forEach(key -> check(routes, key));
    this.handler = new LocalHandler(worlds, routes, new Answers());
  }

  private static String account(String accessKeyId) {
    if (accessKeyId.length() == 12 && accessKeyId.chars().allMatch(Character::isDigit)) {
      return accessKeyId;
    }
    String issued = Principals.accountOf(accessKeyId);
    return issued == null ? ACCOUNT : issued;
  }

  private static void check(Routes routes, String key) {
    int colon = key.indexOf(':');
    routes.model(key.substring(0, colon)).operation(key.substring(colon + 1));
  }

  /**
   * Starts AWS in memory.
   *
   * @return a running AWS
   */
  public static LocalAws start() {
    return builder().start();
  }

  /**
   * Returns a builder.
   *
   * @return a builder with the defaults
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a session whose clients call this AWS without a socket, in region us-east-1.
   *
   * @return a new session
   */
  public Session session() {
    return session(REGION);
  }

  /**
   * Returns a session whose clients call this AWS without a socket.
   *
   * @param region the region
   * @return a new session
   */
  public Session session(String region) {
    return Session.builder()
        .environment(Map.of())
        .home(Path.of("no-such-home"))
        .region(region)
        .credentials(Credentials.of("AKIALOCAL", "secret"))
        .clock(worlds.clock())
        .transport(new InProcessTransport(handler))
        .build();
  }

  /**
   * Returns the address for other SDKs and tools, and opens it at the first call.
   *
   * @return an address on the loopback, such as {@code http://127.0.0.1:4566}
   * @throws java.io.UncheckedIOException if the port is in use
   */
  public synchronized URI endpoint() {
    HttpDoor open = door;
    if (open == null) {
      open = HttpDoor.open(settings.port, handler);
      door = open;
    }
    return open.uri();
  }

  /**
   * Returns the clock, which can be advanced.
   *
   * @return the clock of all engines and of the sessions
   */
  public LocalClock clock() {
    return worlds.clock();
  }

  /**
   * Returns the calls so far.
   *
   * @return the journal
   */
  public Journal journal() {
    return journal;
  }

  /**
   * Returns the faults that calls meet.
   *
   * @return the faults, none at first
   */
  public Faults faults() {
    return faults;
  }

  /** Closes the port, the engines and the store. */
  @Override
  public synchronized void close() {
    if (door != null) {
      door.close();
    }
    worlds.close();
  }

  @Override
  public String toString() {
    return "LocalAws[" + (door == null ? "in process" : door.uri()) + "]";
  }

  private final class Answers implements LocalSettings {
    @Override
    public String region() {
      return REGION;
    }

    @Override
    public Principal principal(String accessKeyId) {
      String account = account(accessKeyId);
      for (String service : ISSUERS) {
        if (worlds.engine(account, REGION, service) instanceof Principals issued) {
          Principals.Principal holder = issued.find(accessKeyId);
          if (holder != null) {
            return new Principal(holder.account(), holder.arn(), holder.secretAccessKey());
          }
        }
      }
      return new Principal(account, "arn:aws:iam::" + account + ":root", null);
    }

    @Override
    public boolean verifiesSignatures() {
      return true;
    }

    @Override
    public void before(String service, EngineCall call) {
      journal.add(new Journal.Entry(service, call.operation(), call.input()));
      faults.meet(service);
    }

    @Override
    public @Nullable Map<String, ?> answer(String service, EngineCall call) {
      Function<EngineCall, Map<String, ?>> own =
          settings.handlers.get(service + ":" + call.operation());
      return own == null ? null : own.apply(call);
    }
  }

  /** What can be set before AWS starts. */
  public static final class Builder {
    private final List<EngineFactory> engines = new ArrayList<>();
    private final Map<String, Function<EngineCall, Map<String, ?>>> handlers =
        new LinkedHashMap<>();
    private final Map<String, LambdaHandler.WithContext> functions = new LinkedHashMap<>();
    private @Nullable Path directory;
    private int port;

    private Builder() {}

    /**
     * Sets the port of {@link LocalAws#endpoint()}.
     *
     * @param number the port, or 0 for any that is free, the default
     * @return this
     */
    public Builder port(int number) {
      this.port = number;
      return this;
    }

    /**
     * Keeps all state in a directory, so that it survives the process.
     *
     * @param path the directory, which is created
     * @return this
     */
    public Builder data(Path path) {
      this.directory = path;
      return this;
    }

    /**
     * Answers an operation, also in place of an engine.
     *
     * @param service the service, such as {@code ses}
     * @param operation the operation, such as {@code SendEmail}
     * @param answer returns the output, or throws an {@code EngineException}
     * @return this
     */
    public Builder on(
        String service, String operation, Function<EngineCall, Map<String, ?>> answer) {
      handlers.put(service + ":" + operation, answer);
      return this;
    }

    /**
     * Adds a Lambda function to every account and region.
     *
     * @param name the name of the function
     * @param handler the function
     * @return this
     */
    public Builder lambda(String name, LambdaHandler handler) {
      return lambda(name, (event, context) -> handler.handle(event));
    }

    /**
     * Adds a Lambda function to every account and region.
     *
     * @param name the name of the function
     * @param handler the function, which receives the event and a description of the invocation
     * @return this
     */
    public Builder lambda(String name, LambdaHandler.WithContext handler) {
      functions.put(name, handler);
      return this;
    }

    /**
     * Adds an engine of your own, also in place of one of ours.
     *
     * @param factory creates the engine
     * @return this
     */
    public Builder engine(EngineFactory factory) {
      engines.add(factory);
      return this;
    }

    /**
     * Starts AWS.
     *
     * @return a running AWS
     * @throws IllegalArgumentException if a handler is for an operation that does not exist
     * @throws IllegalStateException if the data cannot be opened
     */
    public LocalAws start() {
      return new LocalAws(this);
    }
  }
}
