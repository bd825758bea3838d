package io.boto4j;

import io.boto4j.credentials.CredentialReport;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.UnknownRegionException;
import io.boto4j.error.UnknownServiceException;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.config.Profiles;
import io.boto4j.internal.config.Region;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.credentials.AssumedRole;
import io.boto4j.internal.credentials.CredentialsChain;
import io.boto4j.internal.credentials.CredentialsDoctor;
import io.boto4j.internal.endpoint.Partitions;
import io.boto4j.internal.endpoint.ServiceRegions;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.ModelLoader;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who you are and where you work: profile, credentials, region; the maker of clients.
 *
 * <p>Nothing in boto4j is static and mutable: clock, environment, home directory, transport belong
 * to a session and can be given to it. Immutable; safe to share between threads, unlike boto3's.
 *
 * <pre>{@code
 * Session session = Session.create();
 * Session test = Session.builder()
 *     .region("eu-west-1")
 *     .credentials(Credentials.of("AKID", "secret"))
 *     .build();
 * }</pre>
 */
public final class Session {
  private final Settings settings;
  private final ModelLoader models;
  private final Partitions partitions;
  private final CredentialsProvider credentials;
  private final @Nullable String region;
  private final Clock clock;
  private final Sleeper sleeper;
  private final DoubleSupplier random;
  private final List<Consumer<? super ClientConfig.Builder>> defaults;
  private final ClientMaker maker;

  /** Null until the first asynchronous call of a session that was given none. */
  private @Nullable Executor executor;

  private final int asyncThreads;

  private Session(Builder builder) {
    Map<String, String> environment =
        builder.environment == null ? System.getenv() : builder.environment;
    Path home = builder.home == null ? Path.of(System.getProperty("user.home")) : builder.home;
    this.settings =
        new Settings(
            environment,
            builder.systemProperties,
            new Profiles(environment, home),
            builder.profile);
    this.models = ModelLoader.of(modelFolders(builder, settings, home));
    this.partitions = new Partitions(models);
    this.region = builder.region;
    this.clock = builder.clock == null ? Clock.systemUTC() : builder.clock;
    this.sleeper = builder.sleeper == null ? JvmSources.INSTANCE : builder.sleeper;
    this.random = builder.random == null ? JvmSources.INSTANCE : builder.random;
    this.defaults = List.copyOf(builder.defaults);
    this.executor = builder.executor;
    this.asyncThreads = builder.asyncThreads;
    this.maker = new ClientMaker(this, settings, home, builder);
    this.credentials =
        builder.credentials == null ? CredentialsChain.of(settings, maker) : builder.credentials;
  }

  /** The same session with other credentials. */
  private Session(Session other, CredentialsProvider credentials) {
    this.settings = other.settings;
    this.models = other.models;
    this.partitions = other.partitions;
    this.region = other.region;
    this.clock = other.clock;
    this.sleeper = other.sleeper;
    this.random = other.random;
    this.defaults = other.defaults;
    this.executor = other.executor();
    this.asyncThreads = other.asyncThreads;
    this.maker = new ClientMaker(this, other.maker);
    this.credentials = credentials;
  }

  /**
   * A session of the environment and the default profile, as boto3's default session.
   *
   * @return a new session
   * @throws io.boto4j.error.ProfileNotFoundException if the environment names a profile that does
   *     not exist
   */
  public static Session create() {
    return builder().build();
  }

  /**
   * Begins a session with nothing set.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Makes a client of a service.
   *
   * @param service the service by botocore's name, as {@code dynamodb}
   * @return a new client, to be kept and shared
   * @throws UnknownServiceException if there is no such service
   * @throws io.boto4j.error.NoRegionException if no region is set anywhere, and the service needs
   *     one
   */
  public Client client(String service) {
    return maker.make(service, configBuilder().build());
  }

  /**
   * Makes a client of a service with options of its own.
   *
   * @param service the service by botocore's name, as {@code dynamodb}
   * @param options sets options, over the session's
   * @return a new client, to be kept and shared
   * @throws UnknownServiceException if there is no such service or API version
   * @throws io.boto4j.error.NoRegionException if no region is set anywhere, and the service needs
   *     one
   * @throws io.boto4j.error.InvalidRegionException if the region cannot be part of a host name
   * @throws io.boto4j.error.EndpointResolutionException if the endpoint URL is none
   * @throws io.boto4j.error.InvalidConfigException if an option has a value it cannot have
   */
  public Client client(String service, Consumer<? super ClientConfig.Builder> options) {
    ClientConfig.Builder builder = configBuilder();
    options.accept(builder);
    return maker.make(service, builder.build());
  }

  /**
   * A session with the credentials of a role, which this session's credentials assume.
   *
   * @param roleArn as {@code arn:aws:iam::123456789012:role/reader}
   * @return a new session, the same but for its credentials
   */
  public Session assumeRole(String roleArn) {
    return assumeRole(roleArn, options -> {});
  }

  /**
   * A session with the credentials of a role, which this session's credentials assume.
   *
   * <p>STS is called when credentials are first needed, and again before they expire.
   *
   * <pre>{@code
   * Session reader = session.assumeRole("arn:aws:iam::123456789012:role/reader",
   *     o -> o.roleSessionName("report").duration(Duration.ofMinutes(30)));
   * }</pre>
   *
   * @param roleArn as {@code arn:aws:iam::123456789012:role/reader}
   * @param options sets what else STS is asked for
   * @return a new session, the same but for its credentials
   */
  public Session assumeRole(String roleArn, Consumer<? super AssumeRoleOptions> options) {
    AssumeRoleOptions given = new AssumeRoleOptions();
    options.accept(given);
    return new Session(
        this, AssumedRole.credentials(maker.get(), given.arguments(roleArn), credentials));
  }

  /**
   * Creates a transport as the clients of this session have it if no other was set: boto4j's own,
   * with the session's timeouts, proxies and certificates.
   *
   * <p>It is for transports that wrap another one. The caller closes it.
   *
   * @return a new transport
   * @throws io.boto4j.error.InvalidConfigException if an option has an invalid value
   */
  public HttpTransport createTransport() {
    return maker.createTransport(configBuilder().build());
  }

  ClientConfig.Builder configBuilder() {
    ClientConfig.Builder builder = ClientConfig.builder();
    for (Consumer<? super ClientConfig.Builder> each : defaults) {
      each.accept(builder);
    }
    return builder;
  }

  /**
   * The names of all services at hand.
   *
   * @return sorted
   */
  public List<String> services() {
    return models.services();
  }

  /**
   * The regions of the partition {@code aws} a service is in, as boto3 knows them.
   *
   * @param service the service by botocore's name, as {@code dynamodb}
   * @return their names, sorted; empty for a service that is the same everywhere
   * @throws UnknownServiceException if there is no such service
   */
  public List<String> availableRegions(String service) {
    return availableRegions(service, "aws", /* others= */ false);
  }

  /**
   * Where a service is within a partition, as boto3 knows it.
   *
   * @param service the service by botocore's name, as {@code dynamodb}
   * @param partition as {@code aws-cn}
   * @param others whether endpoints count that are no region, as {@code fips-us-west-2}
   * @return the names, sorted
   * @throws UnknownServiceException if there is no such service
   */
  public List<String> availableRegions(String service, String partition, boolean others) {
    return serviceRegions().of(maker.model(service, null).endpointPrefix(), partition, others);
  }

  /**
   * The partitions AWS has.
   *
   * @return their names, as {@code aws-cn}, {@code aws} first
   */
  public List<String> availablePartitions() {
    return serviceRegions().partitionIds();
  }

  /**
   * The partition of a region.
   *
   * @param name as {@code cn-north-1}; need not be known yet, if it looks like its neighbours
   * @return as {@code aws-cn}
   * @throws UnknownRegionException if no partition has regions of that form
   */
  public String partitionForRegion(String name) {
    String partition = serviceRegions().partitionOf(name);
    if (partition == null) {
      throw Errors.unknownRegion(Printable.of(name));
    }
    return partition;
  }

  /**
   * The profiles of the shared files.
   *
   * @return their names, those of the config file first
   * @throws io.boto4j.error.ConfigParseException if a file cannot be understood
   */
  public List<String> availableProfiles() {
    return List.copyOf(settings.profiles().names());
  }

  private ServiceRegions serviceRegions() {
    return new ServiceRegions(models.root("endpoints"));
  }

  /**
   * Makes tokens that databases take for a password.
   *
   * @return a maker of tokens, with this session's credentials and region
   */
  public AuthTokens authTokens() {
    return new AuthTokens(credentials, region(), clock);
  }

  /**
   * The session's region.
   *
   * @return set in code, else by the environment, else by the profile; null if nowhere
   * @throws io.boto4j.error.InvalidRegionException if the region cannot be part of a host name
   */
  public @Nullable String region() {
    return region == null ? settings.region() : Region.check(region);
  }

  /**
   * The name of the session's profile.
   *
   * @return the name, {@code default} if none was given
   */
  public String profile() {
    return settings.profileName();
  }

  /**
   * Where the session's credentials come from.
   *
   * @return the provider
   */
  public CredentialsProvider credentials() {
    return credentials;
  }

  /**
   * Says where the session's credentials come from, or why there are none and what to type next.
   *
   * <p>Providers are asked as for a call, anew, up to the one that has credentials; one that calls
   * AWS does so. Nothing is thrown, and nobody is asked for an MFA code.
   *
   * @return the report, without secrets
   */
  public CredentialReport credentialReport() {
    return credentialReport(/* all= */ false);
  }

  /**
   * Says what each provider of credentials has.
   *
   * @param all whether also those are asked that the chain does not get to
   * @return the report, without secrets
   */
  public CredentialReport credentialReport(boolean all) {
    return credentials instanceof CredentialsChain
        ? CredentialsDoctor.chain(maker.get(), all)
        : CredentialsDoctor.explicit(credentials, settings.profileName());
  }

  Clock clock() {
    return clock;
  }

  Sleeper sleeper() {
    return sleeper;
  }

  DoubleSupplier random() {
    return random;
  }

  ModelLoader models() {
    return models;
  }

  Partitions partitions() {
    return partitions;
  }

  synchronized Executor executor() {
    if (executor == null) {
      executor = new AsyncExecutor(asyncThreads);
    }
    return executor;
  }

  /** botocore's search path: AWS_DATA_PATH (or the profile's), then ~/.aws/models. */
  private static List<Path> modelFolders(Builder builder, Settings settings, Path home) {
    List<Path> folders = new ArrayList<>(builder.dataPaths);
    String listed = settings.value("AWS_DATA_PATH", "data_path");
    if (listed != null) {
      int start = 0;
      for (int end = 0; start <= listed.length(); start = end + 1) {
        end = listed.indexOf(File.pathSeparatorChar, start);
        end = end < 0 ? listed.length() : end;
        String folder = listed.substring(start, end);
        if (folder.startsWith("~/")) {
          folders.add(home.resolve(folder.substring(2)));
        } else if (!folder.isEmpty()) {
          folders.add(Path.of(folder));
        }
      }
    }
    folders.add(home.resolve(".aws").resolve("models"));
    return folders;
  }

  @Override
  public String toString() {
    return "Session[profile=" + settings.profileName() + ", region=" + region + "]";
  }

  /** Collects what a session is made of; all of it optional. Used by one thread. */
  public static final class Builder {
    private @Nullable String profile;
    private @Nullable String region;
    private @Nullable Map<String, String> systemProperties;
    @Nullable Function<String, String> mfaPrompt;
    @Nullable Path assumeRoleCache;
    private @Nullable CredentialsProvider credentials;
    @Nullable Map<String, String> environment;
    private @Nullable Path home;
    private final List<Path> dataPaths = new ArrayList<>();
    private @Nullable Clock clock;
    @Nullable Supplier<UUID> uuids;
    private @Nullable Sleeper sleeper;
    private @Nullable DoubleSupplier random;
    @Nullable HttpTransport transport;
    private @Nullable Executor executor;
    private int asyncThreads = AsyncExecutor.DEFAULT_THREADS;
    private final List<Consumer<? super ClientConfig.Builder>> defaults = new ArrayList<>();

    private Builder() {}

    /**
     * Names the profile. Set in code, it takes the environment's keys out of the credentials chain.
     *
     * @param name a profile of the shared files
     * @return this builder
     */
    public Builder profile(String name) {
      this.profile = Objects.requireNonNull(name, "profile");
      return this;
    }

    /**
     * Sets the region.
     *
     * @param name as {@code eu-west-1}
     * @return this builder
     */
    public Builder region(String name) {
      this.region = Objects.requireNonNull(name, "region");
      return this;
    }

    /**
     * Sets the credentials.
     *
     * @param provider {@link io.boto4j.credentials.Credentials}, or anything that gives them
     * @return this builder
     */
    public Builder credentials(CredentialsProvider provider) {
      this.credentials = Objects.requireNonNull(provider, "credentials");
      return this;
    }

    /**
     * Sets the environment variables, instead of those of the process.
     *
     * @param variables names to values, copied
     * @return this builder
     */
    public Builder environment(Map<String, String> variables) {
      this.environment = Map.copyOf(variables);
      return this;
    }

    /**
     * Sets the system properties, instead of the JVM's. Those that count are {@code
     * aws.accessKeyId}, {@code aws.secretAccessKey}, {@code aws.sessionToken}, {@code
     * aws.accountId}, {@code aws.region} and {@code aws.profile}.
     *
     * @param properties names to values, copied
     * @return this builder
     */
    public Builder systemProperties(Map<String, String> properties) {
      this.systemProperties = Map.copyOf(properties);
      return this;
    }

    /**
     * Sets how to ask for the code of an MFA device, which a role with {@code mfa_serial} wants.
     *
     * @param prompt given the device's serial number or ARN, gives the code it shows; instead of
     *     asking on the console
     * @return this builder
     */
    public Builder mfaPrompt(Function<String, String> prompt) {
      this.mfaPrompt = Objects.requireNonNull(prompt, "mfaPrompt");
      return this;
    }

    /**
     * Sets a folder in which the credentials of roles are kept, so that other processes need not
     * ask STS for them; that of the AWS CLI is {@code ~/.aws/cli/cache}.
     *
     * @param folder made, readable by its owner alone, if it does not exist; instead of keeping
     *     them in memory only
     * @return this builder
     */
    public Builder assumeRoleCache(Path folder) {
      this.assumeRoleCache = Objects.requireNonNull(folder, "assumeRoleCache");
      return this;
    }

    /**
     * Sets the home directory, instead of the user's.
     *
     * @param directory where {@code .aws} is looked for
     * @return this builder
     */
    public Builder home(Path directory) {
      this.home = Objects.requireNonNull(directory, "home");
      return this;
    }

    /**
     * Adds a folder of service models in botocore's layout, searched before all others.
     *
     * @param folder holds {@code SERVICE/VERSION/service-2.json}, plain or {@code .gz}
     * @return this builder
     */
    public Builder dataPath(Path folder) {
      this.dataPaths.add(Objects.requireNonNull(folder, "dataPath"));
      return this;
    }

    /**
     * Sets what time it is.
     *
     * @param source instead of the system's clock
     * @return this builder
     */
    public Builder clock(Clock source) {
      this.clock = Objects.requireNonNull(source, "clock");
      return this;
    }

    /**
     * Sets where fresh ids come from, which become idempotency tokens.
     *
     * @param source instead of random ones
     * @return this builder
     */
    public Builder uuids(Supplier<UUID> source) {
      this.uuids = Objects.requireNonNull(source, "uuids");
      return this;
    }

    /**
     * Sets how to wait.
     *
     * @param sleeper instead of letting the thread sleep
     * @return this builder
     */
    public Builder sleeper(Sleeper sleeper) {
      this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
      return this;
    }

    /**
     * Sets where chance comes from, which keeps clients from waiting in step.
     *
     * @param source gives numbers from 0 on and below 1, instead of random ones; safe to share
     *     between threads
     * @return this builder
     */
    public Builder random(DoubleSupplier source) {
      this.random = Objects.requireNonNull(source, "random");
      return this;
    }

    /**
     * Sets what carries requests, for all clients. The session does not close it.
     *
     * @param carrier instead of boto4j's own sockets
     * @return this builder
     */
    public Builder transport(HttpTransport carrier) {
      this.transport = Objects.requireNonNull(carrier, "transport");
      return this;
    }

    /**
     * Sets what runs {@code callAsync}. The session does not close it.
     *
     * @param executor instead of virtual threads, or a pool of daemon threads before Java 21
     * @return this builder
     */
    public Builder executor(Executor executor) {
      this.executor = Objects.requireNonNull(executor, "executor");
      return this;
    }

    /**
     * Sets how many threads run {@code callAsync} where the JVM has no virtual ones. Further calls
     * wait for a thread.
     *
     * @param count at least 1; 64 unless set
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder asyncThreads(int count) {
      if (count < 1) {
        throw new IllegalArgumentException("asyncThreads is " + count + ", and must be at least 1");
      }
      this.asyncThreads = count;
      return this;
    }

    /**
     * Adds an interceptor to all clients, before their own.
     *
     * @param interceptor sees, changes or answers calls; shared by all threads
     * @return this builder
     */
    public Builder interceptor(Interceptor interceptor) {
      Objects.requireNonNull(interceptor, "interceptor");
      return config(options -> options.interceptor(interceptor));
    }

    /**
     * Sets options for all clients; what a client sets itself wins.
     *
     * @param options sets options
     * @return this builder
     */
    public Builder config(Consumer<? super ClientConfig.Builder> options) {
      this.defaults.add(Objects.requireNonNull(options, "config"));
      return this;
    }

    /**
     * Makes the session.
     *
     * @return a new session
     * @throws io.boto4j.error.ProfileNotFoundException if a named profile does not exist
     * @throws io.boto4j.error.ConfigParseException if a shared file cannot be understood
     */
    public Session build() {
      return new Session(this);
    }
  }
}
