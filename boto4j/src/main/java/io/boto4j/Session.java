package io.boto4j;

import io.boto4j.credentials.CredentialReport;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.UnknownRegionException;
import io.boto4j.error.UnknownServiceException;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.client.AsyncExecutor;
import io.boto4j.internal.client.ClientFactory;
import io.boto4j.internal.client.IdentityUrl;
import io.boto4j.internal.client.JvmSources;
import io.boto4j.internal.client.SessionParts;
import io.boto4j.internal.client.Suspension;
import io.boto4j.internal.client.UserAgent;
import io.boto4j.internal.config.Profiles;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.credentials.AssumedRole;
import io.boto4j.internal.credentials.ChainParts;
import io.boto4j.internal.credentials.CredentialsChain;
import io.boto4j.internal.credentials.CredentialsDoctor;
import io.boto4j.internal.endpoint.ServiceRegions;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ModelOrigin;
import io.boto4j.model.NearNames;
import io.boto4j.resource.Resource;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The configuration that clients share, such as profile, region and credentials, and the factory
 * that creates them: boto3's {@code Session}.
 *
 * <p>What code does not set comes from the environment and the shared files {@code ~/.aws/config}
 * and {@code ~/.aws/credentials}, as in boto3. Clock, random numbers, environment, home directory
 * and transport belong to the session too, and a test can replace each; boto4j has no static
 * mutable state.
 *
 * <p>A session is immutable, except that {@link #reloadModels()} replaces its models, and unlike
 * boto3's it is safe for use by multiple threads. It needs no closing. Most programs create one and
 * keep it.
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
  private final SessionParts parts;
  private final ClientFactory clients;
  private final ClientConfig defaults;
  private final CredentialsProvider credentials;

  /** The clients in use of this session and of those with the credentials of a role. */
  private final Set<Client> created;

  /** Created on first use, and only once: two pools would run twice as many threads as allowed. */
  private @Nullable Executor executor;

  private final int asyncThreads;

  private Session(Builder builder) {
    this.created = ClientFactory.weakSet();
    JvmSources jvm = new JvmSources();
    Map<String, String> environment =
        builder.environment == null ? System.getenv() : builder.environment;
    Path home = builder.home == null ? Profiles.home(environment) : builder.home;
    Settings settings =
        new Settings(
            environment,
            builder.systemProperties,
            new Profiles(environment, home),
            builder.profile);
    ModelLoader models = ModelLoader.of(modelFolders(builder, settings, home));
    this.parts =
        new SessionParts(
            settings,
            builder.environment == null,
            home,
            builder.region,
            builder.clock == null ? Clock.systemUTC() : builder.clock,
            builder.sleeper == null ? jvm : builder.sleeper,
            builder.random == null ? jvm : builder.random,
            jvm,
            builder.uuids,
            builder.transport,
            builder.mfaPrompt,
            builder.assumeRoleCache,
            log(settings, builder.clock));
    this.defaults = builder.clientDefaults();
    this.clients = new ClientFactory(parts, models, defaults.values());
    this.executor = builder.executor;
    this.asyncThreads = builder.asyncThreads;
    this.credentials =
        builder.credentials == null
            ? CredentialsChain.of(settings, clients.chainParts())
            : builder.credentials;
    clients.remember(credentials);
  }

  private static @Nullable List<Interceptor> log(Settings settings, @Nullable Clock clock) {
    String value = settings.value("BOTO4J_LOG", null);
    return value == null
        ? null
        : CallLog.ofEnvironment(value, clock == null ? Clock.systemUTC() : clock);
  }

  /** A copy of a session with other credentials. */
  private Session(Session other, CredentialsProvider credentials) {
    this.parts = other.parts;
    this.clients = other.clients;
    this.defaults = other.defaults;
    this.executor = other.executor();
    this.asyncThreads = other.asyncThreads;
    this.credentials = credentials;
    this.created = other.created;
    clients.remember(credentials);
  }

  /**
   * Creates a session from the environment and the default profile, like boto3's default session.
   *
   * @return a new session
   * @throws io.boto4j.error.ProfileNotFoundException if the environment names a profile that does
   *     not exist
   * @throws io.boto4j.error.ConfigParseException if a shared file is needed and cannot be read or
   *     is malformed
   */
  public static Session create() {
    return builder().build();
  }

  /**
   * Returns a builder of a session, with nothing set.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the version of boto4j, for reports and bug reports.
   *
   * @return the version, such as {@code 0.1.0}, which the header User-Agent has too
   */
  public static String version() {
    return UserAgent.VERSION;
  }

  /**
   * Creates a client for a service.
   *
   * @param service the service's name in botocore, such as {@code dynamodb}
   * @return a new client, to be kept and shared
   * @throws UnknownServiceException if there is no such service
   * @throws io.boto4j.error.NoRegionException if the service needs a region and none is configured
   * @throws io.boto4j.error.InvalidRegionException if the region cannot be part of a host name
   * @throws io.boto4j.error.EndpointResolutionException if the endpoint URL is invalid
   * @throws io.boto4j.error.InvalidConfigException if an option has an invalid value
   */
  public Client client(String service) {
    return client(service, defaults);
  }

  /**
   * Creates a client for a service, with options of its own.
   *
   * <pre>{@code
   * Client s3 = session.client("s3", c -> c.region("us-east-1").readTimeout(Duration.ofSeconds(10)));
   * }</pre>
   *
   * @param service the service's name in botocore, such as {@code dynamodb}
   * @param options a function that sets the client's options, which override the session's
   * @return a new client, to be kept and shared
   * @throws UnknownServiceException if there is no such service or API version
   * @throws io.boto4j.error.NoRegionException if the service needs a region and none is configured
   * @throws io.boto4j.error.InvalidRegionException if the region cannot be part of a host name
   * @throws io.boto4j.error.EndpointResolutionException if the endpoint URL is invalid
   * @throws io.boto4j.error.InvalidConfigException if an option has an invalid value
   */
  public Client client(String service, Consumer<? super ClientConfig.Builder> options) {
    ClientConfig.Builder builder = defaults.toBuilder();
    options.accept(builder);
    return client(service, builder.build());
  }

  Client client(String service, ClientConfig config) {
    return register(
        new Client(this, config, clients.create(service, config.values(), credentials)));
  }

  /** Remembers a client as long as it is in use, since suspending the session affects it. */
  Client register(Client client) {
    created.add(client);
    return client;
  }

  /**
   * Returns the resource of a service, from which all its resources are reached: boto3's {@code
   * resource}.
   *
   * <pre>{@code
   * Resource bucket = session.resource("s3").resource("Bucket", "my-bucket");
   * }</pre>
   *
   * <p>It has a client of its own, {@link Resource#client()}, so it is meant to be kept and shared.
   *
   * @param service the service's name in botocore, such as {@code s3}
   * @return the service as a resource
   * @throws UnknownServiceException if there is no such service
   * @throws io.boto4j.error.UnknownResourceException if the service has no resources
   * @throws io.boto4j.error.NoRegionException if the service needs a region and none is configured
   */
  public Resource resource(String service) {
    return resource(service, options -> {});
  }

  /**
   * Returns the resource of a service, whose client has options of its own.
   *
   * @param service the service's name in botocore, such as {@code s3}
   * @param options a function that sets the client's options, which override the session's
   * @return the service as a resource
   * @throws UnknownServiceException if there is no such service or API version
   * @throws io.boto4j.error.UnknownResourceException if the service has no resources
   * @throws io.boto4j.error.NoRegionException if the service needs a region and none is configured
   */
  public Resource resource(String service, Consumer<? super ClientConfig.Builder> options) {
    ClientConfig.Builder builder = defaults.toBuilder();
    options.accept(builder);
    if (builder.build().userAgentExtra() == null) {
      builder.userAgentExtra("Resource");
    }
    return Resource.of(client(service, builder.build()));
  }

  /**
   * Returns the services that have resources: boto3's {@code get_available_resources}.
   *
   * @return the names, sorted; unmodifiable
   */
  public List<String> availableResources() {
    return clients.models().servicesWithResources();
  }

  /**
   * Returns a session with the credentials of a role, which this session's credentials assume for
   * an hour at a time.
   *
   * @param roleArn the role's ARN, such as {@code arn:aws:iam::123456789012:role/reader}
   * @return a new session, identical to this one except for its credentials
   * @see #assumeRole(String, Consumer)
   */
  public Session assumeRole(String roleArn) {
    return assumeRole(roleArn, options -> {});
  }

  /**
   * Returns a session with the credentials of a role, which this session's credentials assume.
   *
   * <p>STS is called when the credentials are first needed, and again before they expire: nothing
   * is sent here, and a role that does not exist or may not be assumed fails the first call.
   *
   * <pre>{@code
   * Session reader = session.assumeRole("arn:aws:iam::123456789012:role/reader",
   *     o -> o.roleSessionName("report").duration(Duration.ofMinutes(30)));
   * }</pre>
   *
   * @param roleArn the role's ARN, such as {@code arn:aws:iam::123456789012:role/reader}
   * @param options a function that sets the further parameters of {@code AssumeRole}
   * @return a new session, identical to this one except for its credentials
   * @throws IllegalArgumentException if an option has an invalid value
   */
  public Session assumeRole(String roleArn, Consumer<? super AssumeRoleOptions> options) {
    AssumeRoleOptions given = new AssumeRoleOptions();
    options.accept(given);
    ChainParts chainParts = clients.chainParts().get();
    return new Session(
        this, AssumedRole.credentials(chainParts, given.arguments(roleArn), credentials));
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
    return clients.createTransport(defaults.values());
  }

  /**
   * Returns the names of all services whose models are on the class path or in a model folder:
   * boto3's {@code get_available_services}.
   *
   * @return the names, sorted; unmodifiable
   */
  public List<String> services() {
    return clients.models().services();
  }

  /**
   * Returns the origins of the models of all services, in their newest API versions: the artifact
   * or file that each was read from, and its date.
   *
   * <pre>{@code
   * for (ModelOrigin model : session.models()) {
   *   System.out.println(model);    // dynamodb 2012-08-10 from … (2026-08-31)
   * }
   * }</pre>
   *
   * <p>The models themselves are not read. {@code client.model().origin()} is the origin of the
   * model that a client uses.
   *
   * @return the origins, sorted by service; unmodifiable
   * @throws io.boto4j.model.ModelException if a file of the data path cannot be read
   */
  public List<ModelOrigin> models() {
    return clients.models().origins();
  }

  /**
   * Reads the folders of models again: those of {@link Builder#dataPath}, {@code AWS_DATA_PATH} and
   * {@code ~/.aws/models}. Clients that are created afterwards have the new models; clients that
   * exist, and calls in progress, keep the models they have.
   *
   * <p>All files are read and checked first. Then everything that depends on models changes at
   * once, in this session and in those with the credentials of a role: services, partitions,
   * regions, resources and the calls for credentials. If a file cannot be read, nothing changes.
   *
   * <p>The environment and the shared files are not read again, so the list of folders is still the
   * same; one that did not exist before is found.
   *
   * <pre>{@code
   * Files.copy(downloaded, dataPath.resolve("ledger-2026-10-01.json"));
   * session.reloadModels();
   * Client ledger = session.client("ledger");
   * }</pre>
   *
   * @throws io.boto4j.model.ModelException if a file is damaged, with its name and the place
   */
  public void reloadModels() {
    clients.reloadModels();
  }

  /**
   * Prepares the session for a checkpoint of the process, such as a snapshot of AWS Lambda's
   * SnapStart. After the restore, {@link #resume} must be called.
   *
   * <p>Idle connections are closed, on the side of boto4j, so no response can be lost. Secrets that
   * can be fetched again are dropped: cached credentials and tokens, keys derived from them, TLS
   * sessions. This affects the session and all that share its configuration: its clients, and
   * sessions {@linkplain #assumeRole with the credentials of a role} with theirs. Asynchronous
   * calls that are about to end get a second to do so.
   *
   * <p>The session stays usable: a call opens a new connection. A transport that was {@linkplain
   * Builder#transport set} is left alone, unless it is one of {@link #createTransport}.
   *
   * @throws IllegalStateException if connections are in use or asynchronous calls have not ended;
   *     what is idle has been closed all the same, and the session can be suspended again
   * @throws io.boto4j.error.CallInterruptedException if the thread is interrupted while it waits
   */
  public void suspend() {
    forget();
    int calls = createdExecutor() instanceof AsyncExecutor own ? Suspension.awaitIdle(own) : 0;
    Suspension.requireIdle(clients.closeIdleConnections(), calls);
  }

  /**
   * Brings the session up to date after the process was restored from a checkpoint, or after a long
   * pause.
   *
   * <p>Whatever is kept for a limited time is dropped, and fetched again when it is next needed:
   * credentials, tokens, discovered endpoints, a clock that was corrected. Random numbers and
   * idempotency tokens come from a generator with a new seed from here on, so that two processes
   * restored from the same checkpoint do not use the same ones; sources that were set with {@link
   * Builder#random} and {@link Builder#uuids} are left alone. Like {@link #suspend}, it affects all
   * that share the session's configuration. The environment and the shared files are not read
   * again.
   */
  public void resume() {
    forget();
    parts.jvm().reseed();
  }

  private void forget() {
    credentials.forget();
    clients.forget();
    for (Client client : List.copyOf(created)) {
      client.forget();
    }
  }

  /**
   * Returns the regions of the partition {@code aws} in which a service is available, according to
   * botocore's {@code endpoints.json}: boto3's {@code get_available_regions}.
   *
   * <p>The list is botocore's, and may lack regions that are new.
   *
   * @param service the service's name in botocore, such as {@code dynamodb}
   * @return the regions, sorted; empty for a service with a single endpoint in all regions
   * @throws UnknownServiceException if there is no such service
   */
  public List<String> availableRegions(String service) {
    return availableRegions(service, "aws", /* others= */ false);
  }

  /**
   * Returns the regions of a partition in which a service is available, according to botocore's
   * {@code endpoints.json}.
   *
   * @param service the service's name in botocore, such as {@code dynamodb}
   * @param partition the partition, such as {@code aws-cn}
   * @param others whether to include endpoints that are not regions, such as {@code
   *     fips-us-west-2}: boto3's {@code allow_non_regional}
   * @return the names, sorted; empty for an unknown partition
   * @throws UnknownServiceException if there is no such service
   */
  public List<String> availableRegions(String service, String partition, boolean others) {
    ModelLoader models = clients.models();
    String prefix = ClientFactory.model(service, null, models).endpointPrefix();
    return new ServiceRegions(models.root("endpoints")).of(prefix, partition, others);
  }

  /**
   * Returns AWS's partitions: boto3's {@code get_available_partitions}.
   *
   * @return the partitions, such as {@code aws-cn}, with {@code aws} first
   */
  public List<String> availablePartitions() {
    return serviceRegions().partitionIds();
  }

  /**
   * Returns the partition of a region: boto3's {@code get_partition_for_region}.
   *
   * @param name the region, such as {@code cn-north-1}; a region that is not listed yet is assigned
   *     by the form of its name
   * @return the partition, such as {@code aws-cn}
   * @throws UnknownRegionException if no partition has regions of that form
   */
  public String partitionForRegion(String name) {
    ServiceRegions regions = serviceRegions();
    String partition = regions.partitionOf(name);
    if (partition == null) {
      throw Errors.unknownRegion(Printable.of(name), NearNames.hint(name, regions.all()));
    }
    return partition;
  }

  /**
   * Returns the names of the profiles in the shared files.
   *
   * @return the names, those of the config file first; unmodifiable
   * @throws io.boto4j.error.ConfigParseException if a shared file cannot be read or is malformed
   */
  public List<String> availableProfiles() {
    return List.copyOf(parts.settings().profiles().names());
  }

  private ServiceRegions serviceRegions() {
    return new ServiceRegions(clients.models().root("endpoints"));
  }

  /**
   * Returns a generator of tokens that are signed with this session's credentials: passwords for
   * RDS, Aurora and Aurora DSQL, and tokens for EKS.
   *
   * @return a generator for this session's region
   * @throws io.boto4j.error.InvalidRegionException if the region cannot be part of a host name
   */
  public AuthTokens authTokens() {
    IdentityUrl identity = new IdentityUrl(clients, defaults.values());
    return new AuthTokens(credentials, region(), parts.clock(), identity);
  }

  /**
   * Returns the session's region.
   *
   * @return the region that is set in code, otherwise the system property {@code aws.region},
   *     {@code AWS_REGION}, {@code AWS_DEFAULT_REGION} or the profile's, in this order; null if
   *     there is none
   * @throws io.boto4j.error.InvalidRegionException if the region cannot be part of a host name
   * @throws io.boto4j.error.ConfigParseException if a shared file is needed and cannot be read or
   *     is malformed
   */
  public @Nullable String region() {
    return parts.region();
  }

  /**
   * Returns the name of the session's profile.
   *
   * @return the profile that is set in code, otherwise the system property {@code aws.profile},
   *     {@code AWS_DEFAULT_PROFILE} or {@code AWS_PROFILE}, in this order; {@code default} if there
   *     is none
   */
  public String profile() {
    return parts.settings().profileName();
  }

  /**
   * Returns the provider of the session's credentials: the one that is set in code, otherwise
   * boto3's chain of providers.
   *
   * @return the provider
   */
  public CredentialsProvider credentials() {
    return credentials;
  }

  /**
   * Reports the source of the session's credentials; or, if there are none, what each provider
   * lacks and how to supply it.
   *
   * <p>The providers are queried again, in the order of the chain, up to the first one with
   * credentials; one that gets them from AWS sends its request. A provider's failure becomes part
   * of the report and is not thrown. Nobody is asked for an MFA code.
   *
   * @return the report, without secrets
   */
  public CredentialReport credentialReport() {
    return credentialReport(/* all= */ false);
  }

  /**
   * Reports what each provider of credentials has.
   *
   * @param all whether to query also the providers after the first one with credentials
   * @return the report, without secrets
   * @see #credentialReport()
   */
  public CredentialReport credentialReport(boolean all) {
    return credentials instanceof CredentialsChain
        ? CredentialsDoctor.chain(clients.chainParts().get(), all)
        : CredentialsDoctor.explicit(credentials, profile());
  }

  /**
   * Returns the clock of the session, for code that needs the time and is to be testable.
   *
   * @return the clock that was {@linkplain Builder#clock set}, otherwise that of the system
   */
  public Clock clock() {
    return parts.clock();
  }

  /**
   * Returns the function that pauses a thread between attempts and polls, so that code on top of
   * boto4j can pause in the same way.
   *
   * @return the sleeper that was {@linkplain Builder#sleeper set}, otherwise one that sleeps
   */
  public Sleeper sleeper() {
    return parts.sleeper();
  }

  /**
   * Returns the source of random numbers, with which pauses are varied.
   *
   * @return the source that was {@linkplain Builder#random set}, otherwise a random one; its
   *     numbers are at least 0 and less than 1
   */
  public DoubleSupplier random() {
    return parts.random();
  }

  synchronized Executor executor() {
    if (executor == null) {
      executor = new AsyncExecutor(asyncThreads);
    }
    return executor;
  }

  private synchronized @Nullable Executor createdExecutor() {
    return executor;
  }

  /**
   * botocore's search path after the builder's folders: AWS_DATA_PATH or the profile's, then
   * ~/.aws/models.
   */
  private static List<Path> modelFolders(Builder builder, Settings settings, Path home) {
    List<Path> folders = new ArrayList<>(builder.dataPaths);
    String listed = settings.value("AWS_DATA_PATH", "data_path");
    if (listed != null) {
      int start = 0;
      for (int end = 0; start <= listed.length(); start = end + 1) {
        end = listed.indexOf(File.pathSeparatorChar, start);
        end = end < 0 ? listed.length() : end;
        String folder = listed.substring(start, end);
        if (!folder.isEmpty()) {
          folders.add(settings.profiles().path(folder));
        }
      }
    }
    folders.add(home.resolve(".aws").resolve("models"));
    return folders;
  }

  /**
   * Returns the profile and the region, for people. Never fails: a region that cannot be determined
   * is replaced by the class of the exception that {@link #region()} throws.
   */
  @Override
  public String toString() {
    return "Session[profile=" + Printable.of(profile()) + ", region=" + shownRegion() + "]";
  }

  private String shownRegion() {
    try {
      return String.valueOf(region());
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName();
    }
  }

  /** A builder of sessions. Every option is optional. Not safe for use by multiple threads. */
  public static final class Builder {
    private @Nullable String profile;
    private @Nullable String region;
    private @Nullable Map<String, String> systemProperties;
    private @Nullable Function<String, String> mfaPrompt;
    private @Nullable Path assumeRoleCache;
    private @Nullable CredentialsProvider credentials;
    private @Nullable Map<String, String> environment;
    private @Nullable Path home;
    private final List<Path> dataPaths = new ArrayList<>();
    private @Nullable Clock clock;
    private @Nullable Supplier<UUID> uuids;
    private @Nullable Sleeper sleeper;
    private @Nullable DoubleSupplier random;
    private @Nullable HttpTransport transport;
    private @Nullable Executor executor;
    private int asyncThreads = AsyncExecutor.DEFAULT_THREADS;
    private final List<Consumer<? super ClientConfig.Builder>> defaults = new ArrayList<>();

    private Builder() {}

    /**
     * Sets the profile. A profile that is set in code takes precedence over the credentials in
     * environment variables.
     *
     * @param name the name of a profile in the shared files
     * @return this builder
     */
    public Builder profile(String name) {
      this.profile = Objects.requireNonNull(name, "profile");
      return this;
    }

    /**
     * Sets the region.
     *
     * @param name the region, such as {@code eu-west-1}
     * @return this builder
     */
    public Builder region(String name) {
      this.region = Objects.requireNonNull(name, "region");
      return this;
    }

    /**
     * Sets the credentials, which replace the chain of providers.
     *
     * @param provider fixed {@link io.boto4j.credentials.Credentials}, or any other provider
     * @return this builder
     */
    public Builder credentials(CredentialsProvider provider) {
      this.credentials = Objects.requireNonNull(provider, "credentials");
      return this;
    }

    /**
     * Sets the environment variables, which replace those of the process.
     *
     * @param variables the values by name, copied
     * @return this builder
     */
    public Builder environment(Map<String, String> variables) {
      this.environment = Map.copyOf(variables);
      return this;
    }

    /**
     * Sets the system properties, which replace those of the JVM. A session reads {@code
     * aws.accessKeyId}, {@code aws.secretAccessKey}, {@code aws.sessionToken}, {@code
     * aws.accountId}, {@code aws.region} and {@code aws.profile}.
     *
     * @param properties the values by name, copied
     * @return this builder
     */
    public Builder systemProperties(Map<String, String> properties) {
      this.systemProperties = Map.copyOf(properties);
      return this;
    }

    /**
     * Sets the function that asks for the code of an MFA device, for roles with {@code mfa_serial}.
     * By default the user is asked on the console.
     *
     * @param prompt a function from the device's serial number or ARN to the code it displays
     * @return this builder
     */
    public Builder mfaPrompt(Function<String, String> prompt) {
      this.mfaPrompt = Objects.requireNonNull(prompt, "mfaPrompt");
      return this;
    }

    /**
     * Sets a folder that stores the credentials of assumed roles, so that several processes can
     * share them. By default they are kept in memory only. The AWS CLI's folder is {@code
     * ~/.aws/cli/cache}.
     *
     * @param folder the folder; created with access for its owner only if it does not exist
     * @return this builder
     */
    public Builder assumeRoleCache(Path folder) {
      this.assumeRoleCache = Objects.requireNonNull(folder, "assumeRoleCache");
      return this;
    }

    /**
     * Sets the home directory. By default it is that of the environment variable {@code HOME}, on
     * Windows then {@code USERPROFILE}, else that of the system property {@code user.home}.
     *
     * @param directory the directory that contains {@code .aws}
     * @return this builder
     */
    public Builder home(Path directory) {
      this.home = Objects.requireNonNull(directory, "home");
      return this;
    }

    /**
     * Adds a folder of service models, which is searched before {@code AWS_DATA_PATH}, {@code
     * ~/.aws/models} and the class path. Several folders are searched in the order in which they
     * are added.
     *
     * <p>A folder is listed when a model is first looked up, and a file is read when its service is
     * first used. Later changes take effect with {@link Session#reloadModels()}.
     *
     * @param folder a folder that holds models: in botocore's layout, {@code
     *     SERVICE/VERSION/service-2.json}, plain or {@code .gz}; Smithy models in their JSON form;
     *     or packs of the model compiler
     * @return this builder
     */
    public Builder dataPath(Path folder) {
      this.dataPaths.add(Objects.requireNonNull(folder, "dataPath"));
      return this;
    }

    /**
     * Sets the clock, which replaces the system's. It dates signatures and determines when
     * credentials expire.
     *
     * @param source the clock
     * @return this builder
     */
    public Builder clock(Clock source) {
      this.clock = Objects.requireNonNull(source, "clock");
      return this;
    }

    /**
     * Sets the source of identifiers, which become idempotency tokens and invocation ids. By
     * default they are random.
     *
     * @param source the source; must be safe for use by multiple threads
     * @return this builder
     */
    public Builder uuids(Supplier<UUID> source) {
      this.uuids = Objects.requireNonNull(source, "uuids");
      return this;
    }

    /**
     * Sets the function that pauses a thread between attempts and between the polls of a waiter. By
     * default the thread sleeps.
     *
     * @param sleeper the sleeper; must be safe for use by multiple threads
     * @return this builder
     */
    public Builder sleeper(Sleeper sleeper) {
      this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
      return this;
    }

    /**
     * Sets the source of random numbers, which spread retries over time.
     *
     * @param source a source of numbers from 0 (inclusive) to 1 (exclusive); must be safe for use
     *     by multiple threads
     * @return this builder
     */
    public Builder random(DoubleSupplier source) {
      this.random = Objects.requireNonNull(source, "random");
      return this;
    }

    /**
     * Sets the transport that all clients of the session share. By default each client has its own,
     * with boto4j's sockets. Neither the session nor its clients close this one.
     *
     * @param carrier the transport; must be safe for use by multiple threads
     * @return this builder
     */
    public Builder transport(HttpTransport carrier) {
      this.transport = Objects.requireNonNull(carrier, "transport");
      return this;
    }

    /**
     * Sets the executor of asynchronous calls. By default each runs on a virtual thread, or before
     * Java 21 on a pool of daemon threads. The session does not shut this executor down.
     *
     * @param executor the executor
     * @return this builder
     */
    public Builder executor(Executor executor) {
      this.executor = Objects.requireNonNull(executor, "executor");
      return this;
    }

    /**
     * Sets the size of the default pool of threads for asynchronous calls, which exists before Java
     * 21 only. Calls beyond that number wait for a free thread.
     *
     * @param count the number of threads, at least 1; the default is 64
     * @return this builder
     * @throws IllegalArgumentException if {@code count} is less than 1
     */
    public Builder asyncThreads(int count) {
      if (count < 1) {
        throw new IllegalArgumentException("asyncThreads is " + count + ", and must be at least 1");
      }
      this.asyncThreads = count;
      return this;
    }

    /**
     * Adds an interceptor to all clients of the session. It runs before those that clients
     * {@linkplain ClientConfig.Builder#interceptor add} themselves.
     *
     * @param interceptor the interceptor; must be safe for use by multiple threads
     * @return this builder
     */
    public Builder interceptor(Interceptor interceptor) {
      Objects.requireNonNull(interceptor, "interceptor");
      return config(options -> options.interceptor(interceptor));
    }

    /**
     * Sets options for all clients of the session. The options of a client override them.
     *
     * @param options a function that sets options; it runs once, when the session is built
     * @return this builder
     */
    public Builder config(Consumer<? super ClientConfig.Builder> options) {
      this.defaults.add(Objects.requireNonNull(options, "config"));
      return this;
    }

    private ClientConfig clientDefaults() {
      ClientConfig.Builder options = ClientConfig.builder();
      for (Consumer<? super ClientConfig.Builder> each : defaults) {
        each.accept(options);
      }
      return options.build();
    }

    /**
     * Creates the session.
     *
     * @return a new session
     * @throws io.boto4j.error.ProfileNotFoundException if the profile is set and does not exist
     * @throws io.boto4j.error.ConfigParseException if a shared file is needed and cannot be read or
     *     is malformed
     */
    public Session build() {
      return new Session(this);
    }
  }
}
