package io.boto4j.internal.client;

import io.boto4j.Interceptor;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.attempt.CallParts;
import io.boto4j.internal.attempt.RetryParts;
import io.boto4j.internal.config.ConfiguredEndpointUrls;
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
import io.boto4j.internal.endpoint.Partitions;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.protocol.Protocols;
import io.boto4j.internal.signing.SigningOptions;
import io.boto4j.internal.text.Printable;
import io.boto4j.internal.transport.JvmTls;
import io.boto4j.internal.transport.SocketTransport;
import io.boto4j.internal.transport.TlsSource;
import io.boto4j.internal.transport.TransportOptions;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.rules.EndpointRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Creates the parts of the clients of one session, and of the sessions that share its parts.
 * Thread-safe.
 *
 * <p>Guards such as {@code options.isAnySet(OptionGroups.NETWORK)} are for cold start: the classes
 * behind them are loaded only if they are needed, and each costs a fresh process 0.3 ms.
 */
public final class ClientFactory {
  private final SessionParts session;
  private final Settings settings;
  private final OptionValues sessionDefaults;

  /** The partitions and with them the models; replaced by a reload, under the lock of this. */
  private volatile Partitions partitions;

  /** Created on first use; threads that race may each create one. */
  private volatile @Nullable LazyChainParts chainParts;

  /** The region of the client created last, for calls to STS in a session without a region. */
  private volatile @Nullable String lastRegion;

  /** Created on first use, for the defaults mode auto; threads that race may each create one. */
  private volatile @Nullable MetadataClient metadata;

  /** Created on first use, for services that take tokens; threads that race may each create one. */
  private volatile @Nullable SsoBearerToken ssoToken;

  /** Created on first use, for clients with https. */
  private @Nullable TlsSource jvmTls;

  /** The transports in use; weak, since a client may be dropped without being closed. */
  private final Set<SocketTransport> transports = weakSet();

  /** The credentials of the session and of those with a role; weak, as they are. */
  private final Set<CredentialsProvider> providers = weakSet();

  /** Whether the warm-up of TLS was started; threads that race may each start one. */
  private volatile boolean tlsIsWarm;

  /** Whether the warm-up of plain HTTP was started; threads that race may each start one. */
  private volatile boolean plainIsWarm;

  /**
   * Creates the factory of a session.
   *
   * @param session the session's parts
   * @param models the session's models
   * @param sessionDefaults the options of the session, for calls on the way to credentials
   */
  public ClientFactory(SessionParts session, ModelLoader models, OptionValues sessionDefaults) {
    this.session = session;
    this.partitions = new Partitions(models);
    this.settings = session.settings();
    this.sessionDefaults = sessionDefaults;
  }

  /**
   * Creates a set that does not keep its elements, for elements that are equal only to themselves.
   *
   * @param <T> the type of the elements
   * @return a new set, which is safe for use by multiple threads
   */
  public static <T> Set<T> weakSet() {
    return Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
  }

  /**
   * The session's models. What is done in several steps gets them once: the next call may return
   * others.
   *
   * @return the loader
   */
  public ModelLoader models() {
    return partitions.models();
  }

  /**
   * Reads the data path again, and replaces models and partitions if all of it can be read. Of two
   * calls at a time, the one that reads the files last is also the last to replace them.
   *
   * @throws io.boto4j.model.ModelException if a file cannot be read
   */
  public synchronized void reloadModels() {
    partitions = new Partitions(models().reloaded(ResourceFiles::check));
  }

  /**
   * The parts of the session's credentials chain.
   *
   * @return a supplier, which creates them on first use
   */
  public Supplier<ChainParts> chainParts() {
    LazyChainParts created = chainParts;
    if (created == null) {
      created = new LazyChainParts(session, this, sessionDefaults);
      chainParts = created;
    }
    return created;
  }

  /**
   * Creates the parts of a client.
   *
   * @param service the service's name
   * @param inCode the options set in code
   * @param sessionCredentials the credentials of a client that has none of its own
   * @return the parts
   */
  public ClientParts create(
      String service, OptionValues inCode, CredentialsProvider sessionCredentials) {
    Partitions current = partitions;
    ClientOptions options = options(service, inCode, current);
    String region = region(options);
    if (region != null) {
      lastRegion = region;
    }
    HttpTransport given = session.transport();
    if (given != null) {
      return create(service, options, current, sessionCredentials, given, null);
    }
    SocketTransport own = newTransport(options);
    warmUp(own, options);
    return create(service, options, current, sessionCredentials, own, own);
  }

  /** Creates the parts of a client whose transport is not its own. */
  ClientParts createNested(
      String service,
      OptionValues inCode,
      CredentialsProvider credentials,
      HttpTransport transport) {
    Partitions current = partitions;
    ClientOptions options = options(service, inCode, current);
    return create(service, options, current, credentials, transport, null);
  }

  /**
   * Creates a transport of boto4j's own.
   *
   * @param inCode the options set in code
   * @return a new transport, which the caller closes
   */
  public HttpTransport createTransport(OptionValues inCode) {
    return newTransport(options("", inCode, partitions));
  }

  private SocketTransport newTransport(ClientOptions options) {
    SocketTransport created = new SocketTransport(transportOptions(options));
    transports.add(created);
    return created;
  }

  /**
   * Remembers credentials of the session until they are garbage, to be dropped with it.
   *
   * @param provider credentials that may have a cache
   */
  public void remember(CredentialsProvider provider) {
    providers.add(provider);
  }

  /** Drops what is kept for a limited time: credentials and tokens. */
  public void forget() {
    for (CredentialsProvider provider : List.copyOf(providers)) {
      provider.forget();
    }
    metadata = null;
    SsoBearerToken token = ssoToken;
    if (token != null) {
      token.forget();
    }
  }

  /**
   * Closes the idle connections of all transports that this factory has created.
   *
   * @return the hosts of the connections in use, one element per connection
   */
  public List<String> closeIdleConnections() {
    List<String> busy = new ArrayList<>();
    for (SocketTransport each : List.copyOf(transports)) {
      busy.addAll(each.suspend());
    }
    return busy;
  }

  @Nullable String lastRegion() {
    return lastRegion;
  }

  private ClientParts create(
      String service,
      ClientOptions unnamed,
      Partitions current,
      CredentialsProvider sessionCredentials,
      HttpTransport transport,
      @Nullable HttpTransport ownTransport) {
    ServiceModel model = model(service, unnamed.text(Options.API_VERSION), current.models());
    ClientOptions options = unnamed.withService(model.name());
    String named = region(options);
    String region = named == null ? null : named.replace("fips-", "").replace("-fips", "");
    Customization ofService = Customizations.of(model.serviceId());
    boolean takesS3Options = ofService != null && ofService.hasS3Options();
    EndpointOptions endpoints =
        EndpointSettings.of(
            options,
            model,
            endpointUrl(options, model),
            !Objects.equals(region, named),
            takesS3Options);
    ClientRegion clientRegion = clientRegion(ofService, model, region, endpoints, current);
    CredentialsProvider own = options.inCode(Options.CREDENTIALS);
    CredentialsProvider credentials = own == null ? sessionCredentials : own;
    Customization customization =
        customization(ofService, options, endpoints, clientRegion, current);
    boolean requestChecksums = whenSupported(options, Options.REQUEST_CHECKSUM_CALCULATION);
    boolean responseChecksums = whenSupported(options, Options.RESPONSE_CHECKSUM_VALIDATION);
    RetryParts retries = retries(options, ofService);
    CallParts call =
        new CallParts(
            model,
            Protocols.of(model, customization != null && customization.millisecondTimestamps()),
            endpoints(model, endpoints, clientRegion, current),
            clientRegion,
            credentials,
            transport,
            session.clock(),
            session.uuids() == null ? session.jvm() : session.uuids(),
            UserAgent.of(
                options,
                model,
                endpoints,
                retries.mode(),
                requestChecksums,
                responseChecksums,
                credentials),
            options.flag(Options.PARAMETER_VALIDATION),
            options.flag(Options.INJECT_HOST_PREFIX),
            requestChecksums,
            responseChecksums,
            minCompressionSize(options),
            signing(options, model, takesS3Options),
            customization,
            retries,
            traceId());
    return new ClientParts(call, endpoints, ownTransport, interceptors(options));
  }

  private ClientOptions options(String service, OptionValues inCode, Partitions current) {
    ClientOptions options =
        new ClientOptions(Options.TABLE, inCode, settings, session.environmentOfProcess(), service);
    return options.isSet(Options.DEFAULTS_MODE)
        ? options.withMode(
            DefaultsMode.of(
                String.valueOf(options.text(Options.DEFAULTS_MODE)),
                settings,
                current.models(),
                region(options),
                metadata()::region))
        : options;
  }

  /** The region set in code, else the session's, whose sources have an order of their own. */
  private @Nullable String region(ClientOptions options) {
    String region = options.inCode(Options.REGION);
    return region == null ? session.region() : Settings.checkRegion(region);
  }

  /** The endpoint URL set in code, else the configured one, whose sources depend on the service. */
  private @Nullable String endpointUrl(ClientOptions options, ServiceModel model) {
    String url = options.inCode(Options.ENDPOINT_URL);
    if (url == null && !options.flag(Options.IGNORE_CONFIGURED_ENDPOINT_URLS)) {
      url = ConfiguredEndpointUrls.find(settings, model.serviceId());
    }
    return url == null ? null : Endpoint.withLowerCaseScheme(url);
  }

  private TransportOptions transportOptions(ClientOptions options) {
    TransportOptions usual = TransportOptions.defaults();
    TransportOptions changed =
        usual
            .withTimeouts(
                (int) options.millis(Options.CONNECT_TIMEOUT),
                (int) options.millis(Options.READ_TIMEOUT))
            .withIdle(options.number(Options.MAX_POOL_CONNECTIONS), usual.maxIdleMillis())
            .withTcpKeepAlive(options.flag(Options.TCP_KEEPALIVE));
    if (isTls(options)) {
      changed = changed.withTls(jvmTls());
    }
    return options.isAnySet(OptionGroups.NETWORK) ? NetworkSettings.on(changed, options) : changed;
  }

  /**
   * Starts a warm-up, once per session: a second thread loads the end of the road while this one
   * creates the client, which takes a first call over TLS a third of a second less.
   */
  private void warmUp(SocketTransport transport, ClientOptions options) {
    boolean tls = isTls(options);
    if (tls ? !tlsIsWarm : !plainIsWarm) {
      tlsIsWarm |= tls;
      plainIsWarm |= !tls;
      WarmUp.start(transport, tls);
    }
  }

  private static boolean isTls(ClientOptions options) {
    String url = options.text(Options.ENDPOINT_URL);
    return url == null
        ? options.flag(Options.USE_SSL)
        : !Endpoint.withLowerCaseScheme(url).startsWith("http:");
  }

  private synchronized TlsSource jvmTls() {
    TlsSource created = jvmTls;
    if (created == null) {
      created = JvmTls.create();
      jvmTls = created;
    }
    return created;
  }

  private @Nullable List<Interceptor> interceptors(ClientOptions options) {
    List<Interceptor> own = options.inCode(Options.INTERCEPTORS);
    List<Interceptor> first = session.firstInterceptors();
    if (first == null || own == null) {
      return first == null ? own : first;
    }
    List<Interceptor> all = new ArrayList<>(first);
    all.addAll(own);
    return List.copyOf(all);
  }

  private EndpointResolver endpoints(
      ServiceModel model, EndpointOptions options, ClientRegion region, Partitions current) {
    EndpointRules rules = model.endpointRules();
    String url = options.endpointUrl();
    Endpoint custom = url == null ? null : Endpoint.of(url);
    if (custom != null && custom.query() != null && options.ofS3() != null) {
      // The endpoint rules of S3 would reject each call.
      throw Errors.endpointResolution(
          "Custom endpoint `" + Printable.of(String.valueOf(url)) + "` was not a valid URI");
    }
    if (rules == null && custom == null) {
      custom = Endpoint.of(model, region.name());
    }
    return new EndpointResolver(rules, current, new BuiltIns(region.rules(), options), custom);
  }

  private @Nullable Customization customization(
      @Nullable Customization ofService,
      ClientOptions options,
      EndpointOptions endpoints,
      ClientRegion region,
      Partitions current) {
    return ofService == null
        ? null
        : ofService.forClient(
            endpoints, region, current, options.text(Options.ENDPOINT_DISCOVERY_ENABLED));
  }

  private @Nullable SigningOptions signing(
      ClientOptions options, ServiceModel model, boolean takesS3Options) {
    return options.isAnySet(OptionGroups.SIGNING) || takesToken(model)
        ? SigningSettings.of(options, model, takesS3Options, ssoToken())
        : null;
  }

  private ClientRegion clientRegion(
      @Nullable Customization customization,
      ServiceModel model,
      @Nullable String region,
      EndpointOptions options,
      Partitions current) {
    // Customizations change what the facts of the model say; a model may come without facts.
    Customization changing = model.signingRegions().isEmpty() ? null : customization;
    boolean global = changing != null && changing.isGlobal(region, options);
    ClientRegion found = ClientRegion.of(model, global ? null : region, options, current);
    return changing == null ? found : changing.region(found, region, options);
  }

  private @Nullable Supplier<String> traceId() {
    return settings.value("AWS_LAMBDA_FUNCTION_NAME", null) == null
        ? null
        : new LambdaTrace(settings.value("_X_AMZN_TRACE_ID", null), session.environmentOfProcess());
  }

  /**
   * Finds a service model.
   *
   * @param service the service's name, which may be a former one
   * @param apiVersion the API version, or null for the newest
   * @param models the models
   * @return the model
   * @throws io.boto4j.error.UnknownServiceException if there is no such service or version
   */
  public static ServiceModel model(
      String service, @Nullable String apiVersion, ModelLoader models) {
    ServiceModel model =
        apiVersion == null ? models.find(service) : models.find(service, apiVersion);
    if (model != null) {
      return model;
    }
    String newName = OldNames.service(service);
    if (newName != null) {
      return model(newName, apiVersion, models);
    }
    List<String> versions = models.apiVersions(service);
    if (!versions.isEmpty()) {
      throw Errors.unknownService(
          "Unknown API version of "
              + service
              + ": '"
              + Printable.of(String.valueOf(apiVersion))
              + "'. Valid versions are: "
              + String.join(", ", versions)
              + (models.hasOlderVersions()
                  ? ""
                  : ". Older ones are in the jar of boto4j-models with the classifier older"));
    }
    throw UnknownService.exception(service, models);
  }

  private MetadataClient metadata() {
    MetadataClient created = metadata;
    if (created == null) {
      created = new MetadataClient(settings, session.clock());
      metadata = created;
    }
    return created;
  }

  private SsoBearerToken ssoToken() {
    SsoBearerToken created = ssoToken;
    if (created == null) {
      created = new SsoBearerToken(chainParts());
      ssoToken = created;
    }
    return created;
  }

  private static boolean takesToken(ServiceModel model) {
    return "bearer".equals(model.metadata().text("signatureVersion"))
        || (model.metadata().get("auth") instanceof List<?> auth
            && auth.contains("smithy.api#httpBearerAuth"));
  }

  private static boolean whenSupported(ClientOptions options, Option<String> option) {
    return !options.isSet(option) || BodySettings.isWhenSupported(options, option);
  }

  private static int minCompressionSize(ClientOptions options) {
    return options.isSet(Options.REQUEST_MIN_COMPRESSION_SIZE_BYTES)
            || options.isSet(Options.DISABLE_REQUEST_COMPRESSION)
        ? BodySettings.minCompressionSize(options)
        : options.number(Options.REQUEST_MIN_COMPRESSION_SIZE_BYTES);
  }

  private RetryParts retries(ClientOptions options, @Nullable Customization ofService) {
    String mode = String.valueOf(options.text(Options.RETRY_MODE));
    boolean legacy = mode.equals("legacy");
    String attempts = options.text(Options.MAX_ATTEMPTS);
    int usual = legacy ? 5 : 3;
    int ofMode = ofService == null ? usual : ofService.maxAttempts(usual, legacy);
    return new RetryParts(
        options.isSet(Options.RETRY_MODE) ? RetrySettings.mode(mode) : mode,
        attempts == null ? ofMode : RetrySettings.maxAttempts(attempts),
        options.millis(Options.READ_TIMEOUT),
        options.millis(Options.TOTAL_TIMEOUT),
        session.sleeper(),
        session.random(),
        session.uuids());
  }
}
