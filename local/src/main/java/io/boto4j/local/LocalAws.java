package io.boto4j.local;

import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.http.HttpTransport;
import io.boto4j.local.certificate.SelfSigned;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineFactory;
import io.boto4j.local.engine.Partition;
import io.boto4j.local.engine.Principals;
import io.boto4j.local.iam.Identities;
import io.boto4j.local.lambda.LambdaFactory;
import io.boto4j.local.sns.SnsCertificate;
import io.boto4j.local.wire.LocalHandler;
import io.boto4j.local.wire.LocalSettings;
import io.boto4j.local.wire.Principal;
import io.boto4j.local.wire.Routes;
import io.boto4j.local.wire.SignatureMode;
import io.boto4j.local.world.LocalClock;
import io.boto4j.local.world.Stores;
import io.boto4j.local.world.Worlds;
import io.boto4j.model.ModelLoader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /** The access key of the sessions that this class creates. */
  private static final Credentials OWN = Credentials.of("AKIALOCAL", "secret");

  private final Builder settings;
  private final Worlds worlds;
  private final Identities identities;
  private final @Nullable Permissions permissions;
  private final LocalHandler handler;
  private final Journal journal = new Journal();
  private final Faults faults = new Faults(new Random());
  private final @Nullable SelfSigned certificate;
  private @Nullable HttpDoor door;

  private LocalAws(Builder settings) {
    this.settings = settings;
    List<EngineFactory> factories = new ArrayList<>(Engines.all(settings.stateDelay));
    factories.add(new LambdaFactory(settings.functions, () -> endpoint().toString()));
    factories.addAll(settings.engines);
    Set<String> services = new LinkedHashSet<>();
    factories.forEach(factory -> services.add(factory.service()));
    if (!settings.services.isEmpty()) {
      checkServices(settings.services, services);
      factories.removeIf(factory -> !settings.services.contains(factory.service()));
      services.retainAll(settings.services);
    }
    settings.handlers.keySet().forEach(key -> services.add(key.substring(0, key.indexOf(':'))));
    Routes routes = new Routes(ModelLoader.of(settings.dataPath), services);
    settings.handlers.keySet().forEach(key -> check(routes, key));
    this.worlds = new Worlds(new LocalClock(), Stores.open(settings.directory), factories);
    this.identities = new Identities(worlds);
    this.permissions = settings.enforceIam ? new Permissions(identities, routes::model) : null;
    this.handler = new LocalHandler(worlds, routes, new Answers());
    this.certificate = settings.tls ? SelfSigned.ofThisMachine() : null;
  }

  private static void checkServices(Set<String> chosen, Set<String> emulated) {
    for (String service : chosen) {
      if (!emulated.contains(service)) {
        throw new IllegalArgumentException(
            "boto4j-local does not emulate the service " + service + "; it emulates " + emulated);
      }
    }
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
   * Returns a session whose clients call this AWS without a socket, in the region of the builder.
   *
   * @return a new session
   */
  public Session session() {
    return sessionBuilder().build();
  }

  /**
   * Returns a session whose clients call this AWS without a socket.
   *
   * @param region the region
   * @return a new session
   */
  public Session session(String region) {
    return sessionBuilder().region(region).build();
  }

  /**
   * Returns a session whose clients call this AWS without a socket, with an access key that IAM or
   * STS of this AWS has issued.
   *
   * @param credentials the access key
   * @return a new session
   */
  public Session session(Credentials credentials) {
    return sessionBuilder().credentials(credentials).build();
  }

  /**
   * Returns a builder of sessions whose clients call this AWS without a socket. Region, access key
   * and everything else can be changed; the environment and the user's files are not read.
   *
   * @return a new builder
   */
  public Session.Builder sessionBuilder() {
    Session.Builder session = Session.builder();
    settings.dataPath.forEach(session::dataPath);
    return session
        .environment(Map.of())
        .home(Path.of("no-such-home"))
        .region(settings.region)
        .credentials(OWN)
        .clock(worlds.clock())
        .transport(transport());
  }

  /**
   * Returns the way into this AWS without a socket, for sessions with settings of their own.
   *
   * @return a transport that answers on the calling thread; closing it has no effect
   */
  public HttpTransport transport() {
    return new InProcessTransport(handler);
  }

  /**
   * Returns the address for other SDKs and tools, and opens it at the first call.
   *
   * @return the address, such as {@code http://127.0.0.1:4566}
   * @throws java.io.UncheckedIOException if the port is in use
   */
  public synchronized URI endpoint() {
    HttpDoor open = door;
    if (open == null) {
      open = HttpDoor.open(settings.host, settings.port, certificate, handler, this::reset);
      door = open;
      worlds.reachedAt(open.uri().toString());
    }
    return open.uri();
  }

  /**
   * Returns what is emulated.
   *
   * @return the operations by service, both in the order of their names
   */
  public SortedMap<String, SortedSet<String>> emulated() {
    SortedMap<String, SortedSet<String>> emulated = new TreeMap<>();
    for (String service : worlds.services()) {
      Engine engine = worlds.engine(ACCOUNT, settings.region, service);
      emulated.put(service, new TreeSet<>(engine == null ? Set.of() : engine.operations()));
    }
    return emulated;
  }

  /**
   * Returns the certificate of {@link #endpoint()}, which clients have to trust.
   *
   * @return the certificate in PEM, or null if the address is not for https
   */
  public @Nullable String certificate() {
    return certificate == null ? null : certificate.pem();
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

  /**
   * Copies the state of all services. No call may be under way.
   *
   * @return the copy, for {@link #restore}
   */
  public Snapshot snapshot() {
    return new Snapshot(this, worlds.copy());
  }

  /**
   * Returns all services to an earlier state. The clock is not set back, and journal and faults
   * stay as they are. No call may be under way.
   *
   * @param snapshot the copy
   * @throws IllegalArgumentException if the copy is of another AWS
   */
  public void restore(Snapshot snapshot) {
    if (snapshot.source != this) {
      throw new IllegalArgumentException("The snapshot is of another LocalAws");
    }
    worlds.replace(snapshot.content);
  }

  /**
   * Removes the state of all services, of all accounts and regions. The clock is not set back, and
   * journal and faults stay as they are. No call may be under way.
   */
  public void reset() {
    worlds.clear();
  }

  /** The state of all services at a moment. */
  public static final class Snapshot {
    private final LocalAws source;
    private final Stores.Content content;

    private Snapshot(LocalAws source, Stores.Content content) {
      this.source = source;
      this.content = content;
    }
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
      return settings.region;
    }

    @Override
    public Principal principal(String accessKeyId, String region) {
      Principals.Principal holder = identities.find(accessKeyId, region);
      if (holder != null) {
        return new Principal(
            holder.account(),
            holder.arn(),
            holder.secretAccessKey(),
            holder.sessionToken(),
            holder.expiration(),
            holder.active());
      }
      String account = account(accessKeyId);
      String root = "arn:" + Partition.of(region) + ":iam::" + account + ":root";
      Credentials own = settings.rootKeys.get(accessKeyId);
      return own == null
          ? new Principal(account, root)
          : new Principal(
              account, root, own.secretAccessKey(), own.sessionToken(), null, /* active= */ true);
    }

    @Override
    public @Nullable String document(String path) {
      return SnsCertificate.isPath(path) ? SnsCertificate.pem() : null;
    }

    @Override
    public SignatureMode signatures() {
      return SignatureMode.valueOf(settings.signatures.name());
    }

    @Override
    public void before(String service, String region, EngineCall call) {
      journal.add(new Journal.Entry(service, call.operation(), call.input()));
      faults.meet(service);
      if (permissions != null) {
        permissions.check(service, region, call);
      }
      identities.used(call.caller().accessKeyId(), service, region);
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
    private final Set<String> services = new LinkedHashSet<>();
    private final List<Path> seeds = new ArrayList<>();
    private final List<Path> dataPath = new ArrayList<>();
    private final Map<String, LambdaHandler.WithContext> functions = new LinkedHashMap<>();
    private @Nullable Path directory;
    private String region = REGION;
    private final Map<String, Credentials> rootKeys = new LinkedHashMap<>();
    private Signatures signatures = Signatures.KNOWN_KEYS;
    private boolean enforceIam;
    private @Nullable Duration stateDelay;
    private String host = "127.0.0.1";
    private int port;
    private boolean tls;

    private Builder() {
      rootKeys.put(OWN.accessKeyId(), OWN);
    }

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
     * Sets the address on which {@link LocalAws#endpoint()} listens. Whoever reaches it can do
     * everything: nothing but 127.0.0.1 keeps other machines out.
     *
     * @param address the address; 127.0.0.1 unless set
     * @return this
     */
    public Builder host(String address) {
      this.host = address;
      return this;
    }

    /**
     * Sets whether {@link LocalAws#endpoint()} is for https, with a certificate that is made at the
     * start: {@link LocalAws#certificate()}.
     *
     * @param on true for https; false unless set
     * @return this
     */
    public Builder tls(boolean on) {
      this.tls = on;
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
     * Makes calls at the start that files list. A file is a JSON list of objects with {@code
     * service}, {@code operation}, {@code input} and, if it is another, {@code region}:
     *
     * <pre>{@code
     * [{"service": "sqs", "operation": "CreateQueue", "input": {"QueueName": "orders"}}]
     * }</pre>
     *
     * @param path a file, or a folder of files whose names end in {@code .json}, which are read in
     *     the order of their names
     * @return this
     */
    public Builder seed(Path path) {
      seeds.add(path);
      return this;
    }

    /**
     * Sets the region of sessions and of requests that name none.
     *
     * @param name the region; us-east-1 unless set
     * @return this
     */
    public Builder region(String name) {
      this.region = name;
      return this;
    }

    /**
     * Emulates some services only. All others are answered with an error.
     *
     * @param names the services, such as {@code dynamodb}
     * @return this
     */
    public Builder services(String... names) {
      services.addAll(List.of(names));
      return this;
    }

    /**
     * Sets whether the policies of IAM decide about every call, as they do in AWS. Access keys that
     * IAM and STS have not issued are those of the account's root user, who may do everything.
     *
     * @param enforce true to refuse what no policy allows; false unless set
     * @return this
     */
    public Builder enforceIam(boolean enforce) {
      this.enforceIam = enforce;
      return this;
    }

    /**
     * Sets how long databases and instances stay in a state between two others, such as {@code
     * creating} or {@code pending}.
     *
     * @param delay the time by the clock; zero to let each change end at once. Unless set, a
     *     database takes a second and an instance no time
     * @return this
     * @throws IllegalArgumentException if the time is negative
     */
    public Builder stateDelay(Duration delay) {
      if (delay.isNegative()) {
        throw new IllegalArgumentException("stateDelay is " + delay + ", and must not be negative");
      }
      this.stateDelay = delay;
      return this;
    }

    /**
     * Sets how the signatures of requests are verified.
     *
     * @param mode the mode; {@link Signatures#KNOWN_KEYS} unless set
     * @return this
     */
    public Builder signatures(Signatures mode) {
      this.signatures = mode;
      return this;
    }

    /**
     * Adds an access key of an account's root user, which signatures can be verified with.
     *
     * @param credentials the access key and its secret
     * @return this
     */
    public Builder rootCredentials(Credentials credentials) {
      rootKeys.put(credentials.accessKeyId(), credentials);
      return this;
    }

    /**
     * Adds models of services that AWS does not have, or of other versions than the built-in ones.
     *
     * @param folder a folder, as of {@code Session.Builder.dataPath}
     * @return this
     */
    public Builder dataPath(Path folder) {
      dataPath.add(folder);
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
     * @throws IllegalArgumentException if a handler is for an operation that does not exist, or a
     *     seed is not in its form
     * @throws IllegalStateException if the data cannot be opened, or a call of a seed fails
     * @throws java.io.UncheckedIOException if a seed cannot be read
     */
    public LocalAws start() {
      LocalAws aws = new LocalAws(this);
      try (Seed seed = new Seed(name -> name == null ? aws.session() : aws.session(name))) {
        seeds.forEach(seed::plant);
        return aws;
      } catch (RuntimeException e) {
        aws.close();
        throw e;
      }
    }
  }
}
