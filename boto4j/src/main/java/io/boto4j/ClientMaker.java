package io.boto4j;

import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.attempt.CallParts;
import io.boto4j.internal.attempt.Features;
import io.boto4j.internal.attempt.RetryParts;
import io.boto4j.internal.attempt.UserAgentHeader;
import io.boto4j.internal.client.DefaultsMode;
import io.boto4j.internal.client.JvmSources;
import io.boto4j.internal.client.LambdaTrace;
import io.boto4j.internal.client.UserAgent;
import io.boto4j.internal.client.WarmUp;
import io.boto4j.internal.config.Region;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.credentials.ChainParts;
import io.boto4j.internal.credentials.MetadataClient;
import io.boto4j.internal.credentials.SsoBearerToken;
import io.boto4j.internal.customization.Customizations;
import io.boto4j.internal.customization.OldNames;
import io.boto4j.internal.endpoint.BuiltIns;
import io.boto4j.internal.endpoint.ClientRegion;
import io.boto4j.internal.endpoint.Endpoint;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.endpoint.EndpointResolver;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.hook.ClientFacts;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.protocol.Protocols;
import io.boto4j.internal.text.NearNames;
import io.boto4j.internal.text.Printable;
import io.boto4j.internal.transport.SocketTransport;
import io.boto4j.internal.transport.TransportOptions;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.rules.EndpointRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the clients of one session: where code, environment and profile come together.
 *
 * <p>Gives the chain of credentials what it works with, which spares sessions that need nothing of
 * it a class.
 */
final class ClientMaker implements Supplier<ChainParts> {
  private static final int DEFAULT_MIN_COMPRESSION_SIZE = 10_240;

  private final Session session;
  private final Settings settings;
  private final Supplier<UUID> uuids;
  private final @Nullable HttpTransport transport;

  /** Whether the environment is the process's own. */
  private final boolean ofProcess;

  private final Path home;
  private final @Nullable Function<String, String> mfaPrompt;
  private final @Nullable Path roleCache;

  /** Where clients were last made for, for calls to STS where the session says nothing. */
  private volatile @Nullable String lastRegion;

  /** Made when it is first asked for; two threads may make two. */
  private volatile @Nullable ChainParts chainParts;

  /** Made for defaults_mode auto, which asks it for the region; two threads may make two. */
  private volatile @Nullable MetadataClient metadata;

  /** Shared by all clients that take tokens; two threads may make two. */
  private volatile @Nullable SsoBearerToken ssoToken;

  ClientMaker(Session session, Settings settings, Path home, Session.Builder given) {
    this.session = session;
    this.settings = settings;
    this.home = home;
    this.mfaPrompt = given.mfaPrompt;
    this.roleCache = given.assumeRoleCache;
    this.uuids = given.uuids == null ? JvmSources.INSTANCE : given.uuids;
    this.transport = given.transport;
    this.ofProcess = given.environment == null;
  }

  /** The same for another session of the same settings. */
  ClientMaker(Session session, ClientMaker other) {
    this.session = session;
    this.settings = other.settings;
    this.home = other.home;
    this.mfaPrompt = other.mfaPrompt;
    this.roleCache = other.roleCache;
    this.uuids = other.uuids;
    this.transport = other.transport;
    this.ofProcess = other.ofProcess;
    this.lastRegion = other.lastRegion;
  }

  @Override
  public ChainParts get() {
    ChainParts made = chainParts;
    if (made == null) {
      made = NestedCalls.chainParts(session, this, settings, home, mfaPrompt, roleCache);
      chainParts = made;
    }
    return made;
  }

  Client make(String service, ClientConfig config) {
    String region = regionOf(config);
    if (region != null) {
      lastRegion = region;
    }
    return make(service, config, transport);
  }

  /** For clients of which there are many: none of them closes the transport. */
  HttpTransport sharedTransport(ClientConfig config) {
    return transport == null ? createTransport(config) : transport;
  }

  HttpTransport createTransport(ClientConfig config) {
    return new SocketTransport(transportOptions(config, defaults(config)));
  }

  @Nullable String lastRegion() {
    return lastRegion;
  }

  Client make(String service, ClientConfig config, @Nullable HttpTransport transport) {
    String url =
        config.endpointUrl() == null
            ? settings.value("AWS_ENDPOINT_URL", null)
            : config.endpointUrl();
    DefaultsMode.@Nullable Defaults defaults = defaults(config);
    SocketTransport own =
        transport == null ? new SocketTransport(transportOptions(config, defaults)) : null;
    if (own != null) {
      WarmUp.start(own, url == null ? config.useSsl() : !url.startsWith("http:"));
    }
    ServiceModel model = model(service, apiVersion(service, config));
    String given = regionOf(config);
    String region = given == null ? null : given.replace("fips-", "").replace("-fips", "");
    EndpointOptions options =
        EndpointSettings.of(
            config,
            settings,
            model,
            !Objects.equals(region, given),
            defaults != null && defaults.s3UsEast1Regional());
    Customization special = Customizations.of(model.serviceId());
    ClientRegion clientRegion =
        ClientRegion.of(model, region, options, session.partitions(), special);
    CredentialsProvider clientCredentials = config.credentials();
    Customization customization =
        special == null ? null : special.forClient(facts(config, options, clientRegion));
    boolean requestChecksums =
        whenSupported(
            config.requestChecksumCalculation(),
            "AWS_REQUEST_CHECKSUM_CALCULATION",
            "request_checksum_calculation");
    boolean responseChecksums =
        whenSupported(
            config.responseChecksumValidation(),
            "AWS_RESPONSE_CHECKSUM_VALIDATION",
            "response_checksum_validation");
    RetryParts retries = retries(config, model);
    CallParts parts =
        new CallParts(
            model,
            Protocols.of(model, customization != null && customization.millisecondTimestamps()),
            endpoints(model, options, clientRegion),
            clientRegion,
            clientCredentials == null ? session.credentials() : clientCredentials,
            own == null ? Objects.requireNonNull(transport) : own,
            session.clock(),
            uuids,
            userAgent(
                config,
                retries.mode(),
                features(model, options, retries.mode(), requestChecksums, responseChecksums)),
            validates(config),
            injectsHostPrefix(config),
            requestChecksums,
            responseChecksums,
            minCompressionSize(config),
            hasSigningOptions(config, model)
                ? SigningSettings.of(config, settings, model, ssoToken())
                : null,
            customization,
            retries,
            traceId());
    return new Client(session, config, options, parts, own, interceptors(config));
  }

  /** Without a wish to log, no class of it is loaded. */
  private @Nullable List<Interceptor> interceptors(ClientConfig config) {
    List<Interceptor> own = config.interceptors();
    if (!"true".equalsIgnoreCase(settings.value("BOTO4J_LOG", null))) {
      return own;
    }
    List<Interceptor> all = new ArrayList<>();
    all.add(new CallLog());
    all.addAll(own == null ? List.of() : own);
    return List.copyOf(all);
  }

  private @Nullable String apiVersion(String service, ClientConfig config) {
    String inCode = config.apiVersion();
    return inCode == null ? settings.nested("api_versions").get(service) : inCode;
  }

  private EndpointResolver endpoints(
      ServiceModel model, EndpointOptions options, ClientRegion region) {
    EndpointRules rules = model.endpointRules();
    String url = options.endpointUrl();
    Endpoint custom = url == null ? null : Endpoint.of(url);
    if (rules == null && custom == null) {
      custom = Endpoint.of(model, region.name());
    }
    return new EndpointResolver(
        rules, session.partitions(), new BuiltIns(region.rules(), options), custom);
  }

  private ClientFacts facts(ClientConfig config, EndpointOptions options, ClientRegion region) {
    String discovery = config.endpointDiscoveryEnabled();
    if (discovery == null) {
      discovery = settings.value("AWS_ENDPOINT_DISCOVERY_ENABLED", "endpoint_discovery_enabled");
    }
    return new ClientFacts(options, region, session.partitions(), discovery);
  }

  private DefaultsMode.@Nullable Defaults defaults(ClientConfig config) {
    String inCode = config.defaultsMode();
    return inCode == null && settings.value("AWS_DEFAULTS_MODE", "defaults_mode") == null
        ? null
        : DefaultsMode.of(inCode, settings, session.models(), regionOf(config), metadata()::region);
  }

  private UserAgentHeader userAgent(ClientConfig config, String retryMode, long features) {
    String appId = config.userAgentAppId();
    return UserAgent.of(
        config.userAgent(),
        settings.value("AWS_EXECUTION_ENV", null),
        retryMode,
        appId == null ? settings.value("AWS_SDK_UA_APP_ID", "sdk_ua_app_id") : appId,
        config.userAgentExtra(),
        features);
  }

  private static long features(
      ServiceModel model,
      EndpointOptions options,
      String retryMode,
      boolean requestChecksums,
      boolean responseChecksums) {
    long features =
        switch (retryMode) {
          case "legacy" -> Features.RETRY_LEGACY;
          case "adaptive" -> Features.RETRY_ADAPTIVE;
          default -> Features.RETRY_STANDARD;
        };
    features |= options.endpointUrl() == null ? 0 : Features.ENDPOINT_OVERRIDE;
    features |= requestChecksums ? Features.REQUEST_CHECKSUMS : Features.REQUEST_CHECKSUMS_REQUIRED;
    features |=
        responseChecksums ? Features.RESPONSE_CHECKSUMS : Features.RESPONSE_CHECKSUMS_REQUIRED;
    EndpointRules rules = model.endpointRules();
    for (int i = 0; rules != null && i < rules.parameterCount(); i++) {
      if (rules.parameterName(i).equals("AccountIdEndpointMode")) {
        features |=
            switch (options.accountIdEndpointMode()) {
              case "disabled" -> Features.ACCOUNT_ID_DISABLED;
              case "required" -> Features.ACCOUNT_ID_REQUIRED;
              default -> Features.ACCOUNT_ID_PREFERRED;
            };
      }
    }
    return features;
  }

  private boolean injectsHostPrefix(ClientConfig config) {
    Boolean inCode = config.injectHostPrefix();
    if (inCode != null) {
      return inCode;
    }
    return !Boolean.TRUE.equals(
        settings.bool("AWS_DISABLE_HOST_PREFIX_INJECTION", "disable_host_prefix_injection"));
  }

  private @Nullable Supplier<String> traceId() {
    return settings.value("AWS_LAMBDA_FUNCTION_NAME", null) == null
        ? null
        : new LambdaTrace(settings.value("_X_AMZN_TRACE_ID", null), ofProcess);
  }

  ServiceModel model(String service, @Nullable String apiVersion) {
    ServiceModel model =
        apiVersion == null
            ? session.models().find(service)
            : session.models().find(service, apiVersion);
    if (model != null) {
      return model;
    }
    String today = OldNames.service(service);
    if (today != null) {
      return model(today, apiVersion);
    }
    List<String> versions = session.models().apiVersions(service);
    if (!versions.isEmpty()) {
      throw Errors.unknownService(
          "Unknown API version of "
              + service
              + ": '"
              + Printable.of(String.valueOf(apiVersion))
              + "'. Valid versions are: "
              + String.join(", ", versions));
    }
    List<String> known = session.models().services();
    throw Errors.unknownService(
        "Unknown service: '"
            + Printable.of(service)
            + "'."
            + NearNames.hint(service, known)
            + (known.isEmpty()
                ? " No service model was found: is boto4j-models on the class path?"
                : " Valid service names are: " + String.join(", ", known)));
  }

  private @Nullable String regionOf(ClientConfig config) {
    return config.region() == null ? session.region() : Region.check(config.region());
  }

  /** Mostly there are none, and nothing is loaded to say so. */
  private boolean hasSigningOptions(ClientConfig config, ServiceModel model) {
    return config.signatureVersion() != null
        || !config.authSchemePreference().isEmpty()
        || config.sigv4aSigningRegionSet() != null
        || settings.value("AWS_AUTH_SCHEME_PREFERENCE", "auth_scheme_preference") != null
        || settings.value("AWS_SIGV4A_SIGNING_REGION_SET", "sigv4a_signing_region_set") != null
        || settings.nested(model.name()).containsKey("signature_version")
        || takesToken(model)
        || (config.s3() != null && config.s3().payloadSigningEnabled() != null)
        || settings.nested("s3").containsKey("payload_signing_enabled");
  }

  private MetadataClient metadata() {
    MetadataClient made = metadata;
    if (made == null) {
      made = new MetadataClient(settings, session.clock());
      metadata = made;
    }
    return made;
  }

  private SsoBearerToken ssoToken() {
    SsoBearerToken made = ssoToken;
    if (made == null) {
      made = new SsoBearerToken(this);
      ssoToken = made;
    }
    return made;
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

  /** Mostly nothing is set, and nothing is loaded to say so. */
  private RetryParts retries(ClientConfig config, ServiceModel model) {
    String mode = config.retryMode();
    mode = mode == null ? settings.value("AWS_RETRY_MODE", "retry_mode") : mode;
    Integer attempts = config.maxAttempts();
    String said =
        attempts == null ? settings.value("AWS_MAX_ATTEMPTS", "max_attempts") : attempts.toString();
    boolean dynamoDb = model.serviceId().startsWith("DynamoDB");
    return new RetryParts(
        mode == null ? "standard" : RetrySettings.mode(mode),
        said == null && mode == null
            ? dynamoDb ? 4 : 3
            : RetrySettings.maxAttempts(said, mode, model.serviceId()),
        config.readTimeout().toMillis(),
        config.totalTimeout() == null ? 0 : config.totalTimeout().toMillis(),
        session.sleeper(),
        session.random(),
        uuids == JvmSources.INSTANCE ? null : uuids);
  }

  private TransportOptions transportOptions(
      ClientConfig config, DefaultsMode.@Nullable Defaults defaults) {
    TransportOptions usual = TransportOptions.defaults();
    int connectMillis =
        defaults == null || config.hasConnectTimeout()
            ? (int) config.connectTimeout().toMillis()
            : defaults.connectTimeoutMillis();
    Boolean keepalive = config.tcpKeepalive();
    if (keepalive == null) {
      keepalive = settings.bool("BOTOCORE_TCP_KEEPALIVE", "tcp_keepalive");
    }
    TransportOptions options =
        usual
            .withTimeouts(connectMillis, (int) config.readTimeout().toMillis())
            .withIdle(config.maxPoolConnections(), usual.maxIdleMillis())
            .withTcpKeepAlive(Boolean.TRUE.equals(keepalive));
    return hasNetworkSettings(config)
        ? NetworkSettings.on(options, config, settings, ofProcess)
        : options;
  }

  /** Mostly there are none, and nothing is loaded to say so. */
  private boolean hasNetworkSettings(ClientConfig config) {
    return config.network() != null
        || settings.value("https_proxy", null) != null
        || settings.value("HTTPS_PROXY", null) != null
        || settings.value("http_proxy", null) != null
        || settings.value("HTTP_PROXY", null) != null
        || settings.value("AWS_CA_BUNDLE", "ca_bundle") != null
        || settings.value("REQUESTS_CA_BUNDLE", null) != null
        || (ofProcess
            && (System.getProperty("https.proxyHost") != null
                || System.getProperty("http.proxyHost") != null));
  }
}
