package io.boto4j;

import io.boto4j.config.Profiles;
import io.boto4j.config.Region;
import io.boto4j.config.Settings;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.UnknownServiceException;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.call.CallParts;
import io.boto4j.internal.call.Customization;
import io.boto4j.internal.credentials.CredentialsChain;
import io.boto4j.internal.customization.Customizations;
import io.boto4j.internal.customization.OldNames;
import io.boto4j.internal.endpoint.BuiltIns;
import io.boto4j.internal.endpoint.ClientRegion;
import io.boto4j.internal.endpoint.Endpoint;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.endpoint.EndpointResolver;
import io.boto4j.internal.endpoint.Partitions;
import io.boto4j.internal.protocol.Protocols;
import io.boto4j.internal.text.NearNames;
import io.boto4j.internal.text.Printable;
import io.boto4j.internal.transport.SocketTransport;
import io.boto4j.internal.transport.TransportOptions;
import io.boto4j.model.EndpointRules;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
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
  private static final int DEFAULT_MIN_COMPRESSION_SIZE = 10_240;

  /** Whether the environment is the process's own. */
  private final boolean ofProcess;

  private final Settings settings;
  private final ModelLoader models;
  private final Partitions partitions;
  private final CredentialsProvider credentials;
  private final @Nullable String region;
  private final Clock clock;
  private final Supplier<UUID> uuids;
  private final @Nullable HttpTransport transport;
  private final List<Consumer<? super ClientConfig.Builder>> defaults;
  private final AsyncExecutor executor = new AsyncExecutor();
  private final AtomicBoolean tlsWarmed = new AtomicBoolean();

  private Session(Builder builder) {
    Map<String, String> environment =
        builder.environment == null ? System.getenv() : builder.environment;
    this.ofProcess = builder.environment == null;
    Path home = builder.home == null ? Path.of(System.getProperty("user.home")) : builder.home;
    this.settings = new Settings(environment, new Profiles(environment, home), builder.profile);
    this.models = ModelLoader.of(modelFolders(builder, settings, home));
    this.partitions = new Partitions(models);
    this.credentials =
        builder.credentials == null ? CredentialsChain.of(settings) : builder.credentials;
    this.region = builder.region;
    this.clock = builder.clock == null ? Clock.systemUTC() : builder.clock;
    this.uuids = builder.uuids == null ? new RandomUuids() : builder.uuids;
    this.transport = builder.transport;
    this.defaults = List.copyOf(builder.defaults);
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
    return make(service, configBuilder().build());
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
    return make(service, builder.build());
  }

  private ClientConfig.Builder configBuilder() {
    ClientConfig.Builder builder = ClientConfig.builder();
    for (Consumer<? super ClientConfig.Builder> each : defaults) {
      each.accept(builder);
    }
    return builder;
  }

  private Client make(String service, ClientConfig config) {
    String url =
        config.endpointUrl() == null
            ? settings.value("AWS_ENDPOINT_URL", null)
            : config.endpointUrl();
    SocketTransport own = transport == null ? new SocketTransport(transportOptions(config)) : null;
    boolean tls = url == null || !url.startsWith("http:");
    if (own != null && tls && tlsWarmed.compareAndSet(false, true)) {
      warmTls(own);
    }
    ServiceModel model = model(service, config.apiVersion());
    String given = regionOf(config);
    String region = given == null ? null : given.replace("fips-", "").replace("-fips", "");
    EndpointOptions options =
        EndpointSettings.of(config, settings, model, !Objects.equals(region, given));
    ClientRegion clientRegion = ClientRegion.of(model, region, options, partitions);
    CredentialsProvider clientCredentials = config.credentials();
    Customization customization = customization(model.serviceId());
    CallParts parts =
        new CallParts(
            model,
            Protocols.of(model, customization != null && customization.millisecondTimestamps()),
            endpoints(model, options, clientRegion),
            clientRegion,
            clientCredentials == null ? credentials : clientCredentials,
            own == null ? Objects.requireNonNull(transport) : own,
            clock,
            uuids,
            UserAgent.text(config.userAgentExtra()),
            validates(config),
            config.injectHostPrefix(),
            whenSupported(
                config.requestChecksumCalculation(),
                "AWS_REQUEST_CHECKSUM_CALCULATION",
                "request_checksum_calculation"),
            whenSupported(
                config.responseChecksumValidation(),
                "AWS_RESPONSE_CHECKSUM_VALIDATION",
                "response_checksum_validation"),
            minCompressionSize(config),
            hasSigningOptions(config, model) ? SigningSettings.of(config, settings, model) : null,
            customization,
            traceId());
    return new Client(this, config, options, parts, own);
  }

  private EndpointResolver endpoints(
      ServiceModel model, EndpointOptions options, ClientRegion region) {
    EndpointRules rules = model.endpointRules();
    String url = options.endpointUrl();
    Endpoint custom = url == null ? null : Endpoint.of(url);
    if (rules == null && custom == null) {
      custom = Endpoint.of(model, region.name());
    }
    return new EndpointResolver(rules, partitions, new BuiltIns(region.rules(), options), custom);
  }

  /** Most services have none, and load no class to say so. */
  private static @Nullable Customization customization(String serviceId) {
    return Customizations.SERVICES.contains("|" + serviceId + "|")
        ? Customizations.of(serviceId)
        : null;
  }

  private @Nullable Supplier<String> traceId() {
    return settings.value("AWS_LAMBDA_FUNCTION_NAME", null) == null
        ? null
        : new LambdaTrace(settings.value("_X_AMZN_TRACE_ID", null), ofProcess);
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

  ModelLoader models() {
    return models;
  }

  Partitions partitions() {
    return partitions;
  }

  Executor executor() {
    return executor;
  }

  private ServiceModel model(String service, @Nullable String apiVersion) {
    ServiceModel model =
        apiVersion == null ? models.find(service) : models.find(service, apiVersion);
    if (model != null) {
      return model;
    }
    String today = OldNames.service(service);
    if (today != null) {
      return model(today, apiVersion);
    }
    List<String> versions = models.apiVersions(service);
    if (!versions.isEmpty()) {
      throw new UnknownServiceException(
          "Unknown API version of "
              + service
              + ": '"
              + Printable.of(String.valueOf(apiVersion))
              + "'. Valid versions are: "
              + String.join(", ", versions));
    }
    List<String> known = models.services();
    throw new UnknownServiceException(
        "Unknown service: '"
            + Printable.of(service)
            + "'."
            + NearNames.hint(service, known)
            + (known.isEmpty()
                ? " No service model was found: is boto4j-models on the class path?"
                : " Valid service names are: " + String.join(", ", known)));
  }

  private @Nullable String regionOf(ClientConfig config) {
    return config.region() == null ? region() : Region.check(config.region());
  }

  /** Mostly there are none, and nothing is loaded to say so. */
  private boolean hasSigningOptions(ClientConfig config, ServiceModel model) {
    return config.signatureVersion() != null
        || !config.authSchemePreference().isEmpty()
        || config.sigv4aSigningRegionSet() != null
        || settings.value("AWS_AUTH_SCHEME_PREFERENCE", "auth_scheme_preference") != null
        || settings.value("AWS_SIGV4A_SIGNING_REGION_SET", "sigv4a_signing_region_set") != null
        || settings.nested(model.name()).containsKey("signature_version")
        || takesToken(model);
  }

  private static boolean takesToken(ServiceModel model) {
    return "bearer".equals(model.metadata().text("signatureVersion"))
        || (model.metadata().get("auth") instanceof List<?> auth
            && auth.contains("smithy.api#httpBearerAuth"));
  }

  private boolean validates(ClientConfig config) {
    Boolean inCode = config.parameterValidation();
    if (inCode != null) {
      return inCode;
    }
    Boolean inProfile = settings.bool(null, "parameter_validation");
    return inProfile == null || inProfile;
  }

  private boolean whenSupported(@Nullable String inCode, String variable, String key) {
    String value = inCode == null ? settings.value(variable, key) : inCode;
    return value == null || BodyOptions.isWhenSupported(key, value);
  }

  /** As botocore, which looks at the size even where it is not to be used. */
  private int minCompressionSize(ClientConfig config) {
    Integer inCode = config.requestMinCompressionSizeBytes();
    String value =
        inCode == null
            ? settings.value(
                "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", "request_min_compression_size_bytes")
            : inCode.toString();
    int size = value == null ? DEFAULT_MIN_COMPRESSION_SIZE : BodyOptions.minCompressionSize(value);
    Boolean disabled = config.disableRequestCompression();
    if (disabled == null) {
      disabled = settings.bool("AWS_DISABLE_REQUEST_COMPRESSION", "disable_request_compression");
    }
    return Boolean.TRUE.equals(disabled) ? -1 : size;
  }

  private static TransportOptions transportOptions(ClientConfig config) {
    return TransportOptions.defaults()
        .withTimeouts(
            (int) config.connectTimeout().toMillis(), (int) config.readTimeout().toMillis())
        .withIdle(config.maxPoolConnections(), TransportOptions.defaults().maxIdleMillis())
        .withTcpKeepAlive(config.tcpKeepalive());
  }

  /** TLS costs a JVM a third of a second to load: that goes on from here, on the other core. */
  private static void warmTls(SocketTransport transport) {
    Thread thread = new Thread(new TlsWarmUp(transport), "boto4j-tls-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private record TlsWarmUp(SocketTransport transport) implements Runnable {
    @Override
    public void run() {
      transport.warmTls();
    }
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

  /** A class and no lambda: it stands on the way to the first byte. */
  private static final class RandomUuids implements Supplier<UUID> {
    @Override
    public UUID get() {
      return UUID.randomUUID();
    }
  }

  /** Collects what a session is made of; all of it optional. Used by one thread. */
  public static final class Builder {
    private @Nullable String profile;
    private @Nullable String region;
    private @Nullable CredentialsProvider credentials;
    private @Nullable Map<String, String> environment;
    private @Nullable Path home;
    private final List<Path> dataPaths = new ArrayList<>();
    private @Nullable Clock clock;
    private @Nullable Supplier<UUID> uuids;
    private @Nullable HttpTransport transport;
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
