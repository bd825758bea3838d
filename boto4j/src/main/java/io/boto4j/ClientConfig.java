package io.boto4j;

import io.boto4j.credentials.CredentialsProvider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The options of a client, by boto3's names in camelCase; all are optional.
 *
 * <p>What is not set here comes from the environment or the profile where such a setting exists,
 * and from a constant otherwise. Immutable.
 */
public final class ClientConfig {
  /** A copy that nobody else has, and nobody changes. */
  private final Builder set;

  private final @Nullable S3Config s3;
  private final @Nullable NetworkOptions network;
  private final @Nullable List<Interceptor> interceptors;

  private ClientConfig(Builder set) {
    this.set = set;
    this.s3 = set.s3 == null ? null : set.s3.build();
    this.network = set.network == null ? null : set.network.copy();
    this.interceptors = set.interceptors == null ? null : List.copyOf(set.interceptors);
  }

  /**
   * Begins a configuration with nothing set.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The region set in code.
   *
   * @return the region, or null if none was set
   */
  public @Nullable String region() {
    return set.region;
  }

  /**
   * The endpoint URL set in code.
   *
   * @return the URL, or null if none was set
   */
  public @Nullable String endpointUrl() {
    return set.endpointUrl;
  }

  /**
   * The API version of the service.
   *
   * @return as {@code 2012-08-10}, or null for the newest
   */
  public @Nullable String apiVersion() {
    return set.apiVersion;
  }

  /**
   * The client's own credentials.
   *
   * @return the provider, or null for the session's
   */
  public @Nullable CredentialsProvider credentials() {
    return set.credentials;
  }

  /** Who sees and changes calls; null for nobody. */
  @Nullable List<Interceptor> interceptors() {
    return interceptors;
  }

  /**
   * How long reaching a server may take.
   *
   * @return the setting, 60 s if there is none; a defaults mode may then say less
   */
  public Duration connectTimeout() {
    return set.connectTimeout == null ? Builder.DEFAULT_TIMEOUT : set.connectTimeout;
  }

  boolean hasConnectTimeout() {
    return set.connectTimeout != null;
  }

  /**
   * How long each wait for more of an answer may take.
   *
   * @return 60 s unless set
   */
  public Duration readTimeout() {
    return set.readTimeout;
  }

  /**
   * How many attempts a call has.
   *
   * @return the attempts in all, or null if it is left to the environment and the profile
   */
  public @Nullable Integer maxAttempts() {
    return set.maxAttempts;
  }

  /**
   * Which errors get another attempt, and when.
   *
   * @return {@code standard}, {@code adaptive} or {@code legacy}, or null if it is left to the
   *     environment and the profile
   */
  public @Nullable String retryMode() {
    return set.retryMode;
  }

  /**
   * How long a call may take with all its attempts.
   *
   * @return the time, or null for as long as it takes
   */
  public @Nullable Duration totalTimeout() {
    return set.totalTimeout;
  }

  /**
   * How many idle connections are kept for a host.
   *
   * @return 10 unless set
   */
  public int maxPoolConnections() {
    return set.maxPoolConnections;
  }

  /**
   * Whether AWS is called over TLS.
   *
   * @return true unless set
   */
  public boolean useSsl() {
    return set.useSsl;
  }

  /**
   * How many connections may be open to a host at once.
   *
   * @return 0, which is any number, unless set
   */
  public int maxConnections() {
    return network == null ? 0 : network.maxConnections;
  }

  /**
   * The proxies set in code.
   *
   * @return URLs, which may hold passwords, by scheme of the endpoint; null if they are left to the
   *     environment
   */
  public @Nullable Map<String, String> proxies() {
    return network == null ? null : network.proxies;
  }

  /**
   * How proxies are spoken to.
   *
   * @return the options, or null if none was set
   */
  public @Nullable ProxiesConfig proxiesConfig() {
    return network == null ? null : network.proxiesConfig;
  }

  /**
   * Whether certificates of servers are verified.
   *
   * @return true unless set
   */
  public boolean verify() {
    return network == null || network.verify;
  }

  /**
   * The authorities set in code that certificates of servers are held against.
   *
   * @return a PEM file, or null if it is left to the environment and the profile
   */
  public @Nullable Path caBundle() {
    return network == null ? null : network.caBundle;
  }

  /**
   * The certificate that servers are shown.
   *
   * @return a PEM file, or null for none
   */
  public @Nullable Path clientCert() {
    return network == null ? null : network.clientCert;
  }

  /**
   * The private key of that certificate.
   *
   * @return a PEM file, or null if it is with the certificate
   */
  public @Nullable Path clientKey() {
    return network == null ? null : network.clientKey;
  }

  /**
   * Whether answers that were dropped unread are reported.
   *
   * @return false unless set
   */
  public boolean leakDetection() {
    return network != null && network.leakDetection;
  }

  @Nullable NetworkOptions network() {
    return network;
  }

  /**
   * Whether TCP keep-alive probes are sent on idle connections.
   *
   * @return the setting, or null if it is left to the environment and the profile
   */
  public @Nullable Boolean tcpKeepalive() {
    return set.tcpKeepalive;
  }

  /**
   * Whether parameters are checked against the model before a request is sent.
   *
   * @return the setting, or null if it is left to the profile
   */
  public @Nullable Boolean parameterValidation() {
    return set.parameterValidation;
  }

  /**
   * Whether an operation's host prefix is put before the host.
   *
   * @return the setting, or null if it is left to the environment and the profile
   */
  public @Nullable Boolean injectHostPrefix() {
    return set.injectHostPrefix;
  }

  /**
   * What is sent as header User-Agent instead of boto4j's own.
   *
   * @return the text, or null for boto4j's own
   */
  public @Nullable String userAgent() {
    return set.userAgent;
  }

  /**
   * The application's name in the header User-Agent.
   *
   * @return the name, or null if it is left to the environment and the profile
   */
  public @Nullable String userAgentAppId() {
    return set.userAgentAppId;
  }

  /**
   * Which set of defaults applies.
   *
   * @return the mode, or null if it is left to the environment and the profile
   */
  public @Nullable String defaultsMode() {
    return set.defaultsMode;
  }

  /**
   * What is appended to the header User-Agent.
   *
   * @return the text, or null for nothing
   */
  public @Nullable String userAgentExtra() {
    return set.userAgentExtra;
  }

  /**
   * When requests get a checksum.
   *
   * @return {@code when_supported} or {@code when_required}, or null if it is left to the
   *     environment and the profile
   */
  public @Nullable String requestChecksumCalculation() {
    return set.requestChecksumCalculation;
  }

  /**
   * When answers are held against a checksum.
   *
   * @return {@code when_supported} or {@code when_required}, or null if it is left to the
   *     environment and the profile
   */
  public @Nullable String responseChecksumValidation() {
    return set.responseChecksumValidation;
  }

  /**
   * Whether bodies of requests are never compressed.
   *
   * @return the setting, or null if it is left to the environment and the profile
   */
  public @Nullable Boolean disableRequestCompression() {
    return set.disableRequestCompression;
  }

  /**
   * From what size on the body of a request is compressed.
   *
   * @return a count of bytes, or null if it is left to the environment and the profile
   */
  public @Nullable Integer requestMinCompressionSizeBytes() {
    return set.requestMinCompressionSizeBytes;
  }

  /**
   * How requests are signed.
   *
   * @return botocore's name of a signature version, or null to leave it to service and endpoint
   */
  public @Nullable String signatureVersion() {
    return set.signatureVersion;
  }

  /**
   * Which auth schemes are preferred where a service has several.
   *
   * @return names as {@code sigv4a}, best first; empty if none were set
   */
  public List<String> authSchemePreference() {
    return set.authSchemePreference;
  }

  /**
   * The regions that SigV4a signs for.
   *
   * @return names with commas between, {@code *} for all, or null to leave it to the endpoint
   */
  public @Nullable String sigv4aSigningRegionSet() {
    return set.sigv4aSigningRegionSet;
  }

  /**
   * Whether endpoints are discovered by asking the service for them.
   *
   * @return the setting, or null if it is left to the environment and the profile
   */
  public @Nullable String endpointDiscoveryEnabled() {
    return set.endpointDiscoveryEnabled;
  }

  /**
   * Parameters of the service's endpoint rules.
   *
   * @return by name; empty if none was set
   */
  public Map<String, ?> clientContextParams() {
    return set.clientContextParams;
  }

  /**
   * Whether FIPS endpoints are used.
   *
   * @return the setting, or null if it is left to the environment and the profile
   */
  public @Nullable Boolean useFipsEndpoint() {
    return set.useFipsEndpoint;
  }

  /**
   * Whether endpoints are used that IPv6 reaches too.
   *
   * @return the setting, or null if it is left to the environment and the profile
   */
  public @Nullable Boolean useDualstackEndpoint() {
    return set.useDualstackEndpoint;
  }

  /**
   * Whether endpoint URLs of the environment and the profile are passed over.
   *
   * @return the setting, or null if it is left to the environment and the profile
   */
  public @Nullable Boolean ignoreConfiguredEndpointUrls() {
    return set.ignoreConfiguredEndpointUrls;
  }

  /**
   * Where STS is asked.
   *
   * @return {@code regional} or {@code legacy}, or null if it is left to the environment and the
   *     profile
   */
  public @Nullable String stsRegionalEndpoints() {
    return set.stsRegionalEndpoints;
  }

  /**
   * Whether the account is part of the host, where a service has such endpoints.
   *
   * @return {@code preferred}, {@code disabled} or {@code required}, or null if it is left to the
   *     environment and the profile
   */
  public @Nullable String accountIdEndpointMode() {
    return set.accountIdEndpointMode;
  }

  /**
   * What is set for S3 and S3 Control alone.
   *
   * @return the options, or null if none was set
   */
  public @Nullable S3Config s3() {
    return s3;
  }

  /** Collects options. Used by one thread. */
  public static final class Builder implements Cloneable {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    private @Nullable String region;
    private @Nullable String endpointUrl;
    private boolean useSsl = true;
    private @Nullable String apiVersion;
    private @Nullable CredentialsProvider credentials;
    private @Nullable Duration connectTimeout;
    private Duration readTimeout = DEFAULT_TIMEOUT;
    private @Nullable Integer maxAttempts;
    private @Nullable String retryMode;
    private @Nullable Duration totalTimeout;
    private int maxPoolConnections = 10;
    private @Nullable Boolean tcpKeepalive;
    private @Nullable Boolean parameterValidation;
    private @Nullable Boolean injectHostPrefix;
    private @Nullable String userAgent;
    private @Nullable String userAgentExtra;
    private @Nullable String userAgentAppId;
    private @Nullable String defaultsMode;
    private @Nullable String requestChecksumCalculation;
    private @Nullable String responseChecksumValidation;
    private @Nullable Boolean disableRequestCompression;
    private @Nullable Integer requestMinCompressionSizeBytes;
    private @Nullable String signatureVersion;
    private List<String> authSchemePreference = List.of();
    private @Nullable String sigv4aSigningRegionSet;
    private @Nullable String endpointDiscoveryEnabled;
    private Map<String, ?> clientContextParams = Map.of();
    private @Nullable Boolean useFipsEndpoint;
    private @Nullable Boolean useDualstackEndpoint;
    private @Nullable Boolean ignoreConfiguredEndpointUrls;
    private @Nullable String stsRegionalEndpoints;
    private @Nullable String accountIdEndpointMode;
    private S3Config.@Nullable Builder s3;

    /** Made when one of its options is set; each builder has its own. */
    private @Nullable NetworkOptions network;

    /** Null for none: a client without interceptors makes no list of them. */
    private @Nullable List<Interceptor> interceptors;

    private Builder() {}

    private NetworkOptions network() {
      NetworkOptions made = network;
      if (made == null) {
        made = new NetworkOptions();
        network = made;
      }
      return made;
    }

    /**
     * For a call to STS or SSO on the way to credentials: what the user said of time limits and the
     * like holds for it too, what he said of his own service does not.
     *
     * @param provider signs the call; null for no signature
     */
    Builder forNestedCall(@Nullable String region, @Nullable CredentialsProvider provider) {
      this.region = region;
      this.credentials = provider;
      this.endpointUrl = null;
      this.apiVersion = null;
      this.signatureVersion = provider == null ? "unsigned" : null;
      this.authSchemePreference = List.of();
      return this;
    }

    /**
     * Adds an interceptor, after those that are there: boto3's {@code register}.
     *
     * @param interceptor sees, changes or answers calls; shared by all threads
     * @return this builder
     */
    public Builder interceptor(Interceptor interceptor) {
      addInterceptor(Integer.MAX_VALUE, interceptor);
      return this;
    }

    /**
     * Adds an interceptor, before those that are there: boto3's {@code register_first}.
     *
     * @param interceptor sees, changes or answers calls; shared by all threads
     * @return this builder
     */
    public Builder interceptorFirst(Interceptor interceptor) {
      addInterceptor(0, interceptor);
      return this;
    }

    private void addInterceptor(int place, Interceptor interceptor) {
      Objects.requireNonNull(interceptor, "interceptor");
      if (interceptors == null) {
        interceptors = new ArrayList<>();
      }
      interceptors.add(Math.min(place, interceptors.size()), interceptor);
    }

    /**
     * Sets the region. Environment: {@code AWS_REGION}, {@code AWS_DEFAULT_REGION}; profile: {@code
     * region}.
     *
     * @param name as {@code eu-west-1}
     * @return this builder
     */
    public Builder region(String name) {
      this.region = Objects.requireNonNull(name, "region");
      return this;
    }

    /**
     * Sets where requests go instead of to AWS. Environment: {@code AWS_ENDPOINT_URL_DYNAMODB} for
     * one service, {@code AWS_ENDPOINT_URL} for all; profile: {@code endpoint_url}, and that of the
     * service in the section that {@code services} names.
     *
     * @param url as {@code http://127.0.0.1:8000}; http or https, a path is kept
     * @return this builder
     */
    public Builder endpointUrl(String url) {
      this.endpointUrl = Objects.requireNonNull(url, "endpointUrl");
      return this;
    }

    /**
     * Sets where requests go instead of to AWS.
     *
     * @param url as {@code http://127.0.0.1:8000}; http or https, a path is kept
     * @return this builder
     */
    public Builder endpointUrl(URI url) {
      return endpointUrl(url.toString());
    }

    /**
     * Sets whether AWS is called over TLS. An endpoint URL that was given says itself.
     *
     * @param enabled false for http, which anybody on the way can read, and few services take
     * @return this builder
     */
    public Builder useSsl(boolean enabled) {
      this.useSsl = enabled;
      return this;
    }

    /**
     * Sets the API version of the service, instead of the newest. Profile: the service's line in
     * {@code api_versions}.
     *
     * @param version as {@code 2012-08-10}
     * @return this builder
     */
    public Builder apiVersion(String version) {
      this.apiVersion = Objects.requireNonNull(version, "apiVersion");
      return this;
    }

    /**
     * Sets credentials for this client alone.
     *
     * @param provider {@link io.boto4j.credentials.Credentials}, or anything that gives them
     * @return this builder
     */
    public Builder credentials(CredentialsProvider provider) {
      this.credentials = Objects.requireNonNull(provider, "credentials");
      return this;
    }

    /**
     * Sets how long reaching a server may take: name, connection, TLS. 60 s unless set here, or
     * what the {@link #defaultsMode defaults mode} says.
     *
     * @param timeout 1 ms to 24 days
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder connectTimeout(Duration timeout) {
      this.connectTimeout = CallOptions.checked("connectTimeout", timeout);
      return this;
    }

    /**
     * Sets how long each wait for more of an answer may take.
     *
     * @param timeout 1 ms to 24 days
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder readTimeout(Duration timeout) {
      this.readTimeout = CallOptions.checked("readTimeout", timeout);
      return this;
    }

    /**
     * Sets how many attempts a call has: boto3's {@code total_max_attempts}. Environment: {@code
     * AWS_MAX_ATTEMPTS}; profile: {@code max_attempts}.
     *
     * @param total the first attempt counts too, so that 1 means no retries; 3 unless set, 4 for
     *     DynamoDB; less than 1 makes no client
     * @return this builder
     */
    public Builder maxAttempts(int total) {
      this.maxAttempts = total;
      return this;
    }

    /**
     * Sets which errors get another attempt, and when. Environment: {@code AWS_RETRY_MODE};
     * profile: {@code retry_mode}.
     *
     * @param mode {@code standard}, the default; {@code adaptive}, which slows down the client as a
     *     whole when the service throttles it; {@code legacy}, as boto3 has it by default; any
     *     other makes no client
     * @return this builder
     */
    public Builder retryMode(String mode) {
      this.retryMode = Objects.requireNonNull(mode, "retryMode");
      return this;
    }

    /**
     * Sets how long a call may take in all, attempts and the delays between them; where the body of
     * the answer is a stream, to its last byte.
     *
     * @param timeout 1 ms to 24 days; no limit unless set
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder totalTimeout(Duration timeout) {
      this.totalTimeout = CallOptions.checked("totalTimeout", timeout);
      return this;
    }

    /**
     * Sets how many idle connections are kept for a host; more may be open at once.
     *
     * @param most 0 or more
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder maxPoolConnections(int most) {
      if (most < 0) {
        throw new IllegalArgumentException("maxPoolConnections is negative: " + most);
      }
      this.maxPoolConnections = most;
      return this;
    }

    /**
     * Sets how many connections may be open to a host at once, busy or idle. A call that finds none
     * free waits for its turn, in the order of the calls, no longer than the connect timeout.
     *
     * @param most 1 or more, or 0 for any number, which is the default
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder maxConnections(int most) {
      if (most < 0) {
        throw new IllegalArgumentException("maxConnections is negative: " + most);
      }
      network().maxConnections = most;
      return this;
    }

    /**
     * Sets the proxies. They go before those of the JVM's properties {@code https.proxyHost} and
     * {@code http.proxyHost}, and of the environment's {@code HTTPS_PROXY} and {@code HTTP_PROXY};
     * {@code NO_PROXY} is for the environment's only.
     *
     * <pre>{@code
     * session.client("s3", c -> c.proxies(Map.of("https", "http://user:password@proxy:3128")));
     * }</pre>
     *
     * @param urls the proxy's URL by scheme of the endpoint, {@code http} or {@code https}; copied;
     *     empty for no proxy at all
     * @return this builder
     */
    public Builder proxies(Map<String, String> urls) {
      network().proxies = Map.copyOf(urls);
      return this;
    }

    /**
     * Sets how proxies are spoken to.
     *
     * @param options sets options
     * @return this builder
     */
    public Builder proxiesConfig(Consumer<? super ProxiesConfig.Builder> options) {
      ProxiesConfig.Builder builder = ProxiesConfig.builder();
      options.accept(builder);
      network().proxiesConfig = builder.build();
      return this;
    }

    /**
     * Sets whether certificates of servers are verified. <b>Without, anybody on the way can read
     * and change all that is sent, answers and secrets included</b>: it is for a look at a test
     * server from a test. For a server with a certificate of your own use {@link #caBundle}.
     *
     * @param enabled false to take any certificate for any host's
     * @return this builder
     */
    public Builder verify(boolean enabled) {
      network().verify = enabled;
      return this;
    }

    /**
     * Sets the authorities that certificates of servers are held against, and no others: boto3's
     * {@code verify} with a path. Environment: {@code AWS_CA_BUNDLE}; profile: {@code ca_bundle};
     * then {@code REQUESTS_CA_BUNDLE}; the default is the JVM's trust store.
     *
     * @param pem a PEM file, read when the first call needs it
     * @return this builder
     */
    public Builder caBundle(Path pem) {
      network().caBundle = Objects.requireNonNull(pem, "caBundle");
      return this;
    }

    /**
     * Sets the certificate that servers are shown that ask for one.
     *
     * @param pem a PEM file of the certificate, those between it and its authority, and its private
     *     key, unencrypted
     * @return this builder
     */
    public Builder clientCert(Path pem) {
      network().clientCert = Objects.requireNonNull(pem, "clientCert");
      network().clientKey = null;
      return this;
    }

    /**
     * Sets the certificate that servers are shown that ask for one.
     *
     * @param certificate a PEM file of the certificate and those between it and its authority
     * @param key a PEM file of its private key, unencrypted
     * @return this builder
     */
    public Builder clientCert(Path certificate, Path key) {
      network().clientCert = Objects.requireNonNull(certificate, "certificate");
      network().clientKey = Objects.requireNonNull(key, "key");
      return this;
    }

    /**
     * Sets whether answers are reported whose stream was dropped without having been read to its
     * end or closed: a warning of the system logger {@code io.boto4j.leaks} says where it was
     * opened. For tests: to keep the place costs every call of a stream.
     *
     * @param enabled true to report them
     * @return this builder
     */
    public Builder leakDetection(boolean enabled) {
      network().leakDetection = enabled;
      return this;
    }

    /**
     * Sets whether TCP keep-alive probes are sent on idle connections; they are not unless set.
     * Environment: {@code BOTOCORE_TCP_KEEPALIVE}; profile: {@code tcp_keepalive}.
     *
     * @param enabled true to send them
     * @return this builder
     */
    public Builder tcpKeepalive(boolean enabled) {
      this.tcpKeepalive = enabled;
      return this;
    }

    /**
     * Sets whether parameters are checked against the model before a request is sent. Profile:
     * {@code parameter_validation}.
     *
     * @param enabled false to leave the check to the service
     * @return this builder
     */
    public Builder parameterValidation(boolean enabled) {
      this.parameterValidation = enabled;
      return this;
    }

    /**
     * Sets whether an operation's host prefix ({@code data-}) is put before the host; it is unless
     * set. Environment, the other way round: {@code AWS_DISABLE_HOST_PREFIX_INJECTION}; profile:
     * {@code disable_host_prefix_injection}.
     *
     * @param enabled false for a stand-in that has one host name only
     * @return this builder
     */
    public Builder injectHostPrefix(boolean enabled) {
      this.injectHostPrefix = enabled;
      return this;
    }

    /**
     * Sets what is sent as header User-Agent instead of boto4j's own.
     *
     * @param text as {@code my-app/1.0}; what may not stand in a header becomes a hyphen
     * @return this builder
     */
    public Builder userAgent(String text) {
      this.userAgent = Objects.requireNonNull(text, "userAgent");
      return this;
    }

    /**
     * Sets the application's name in the header User-Agent, as {@code app/NAME}. Environment:
     * {@code AWS_SDK_UA_APP_ID}; profile: {@code sdk_ua_app_id}.
     *
     * @param name up to 50 characters, as AWS asks; what may not stand there becomes a hyphen
     * @return this builder
     */
    public Builder userAgentAppId(String name) {
      this.userAgentAppId = Objects.requireNonNull(name, "userAgentAppId");
      return this;
    }

    /**
     * Sets which set of defaults applies where nothing else is set: AWS's choice of the connect
     * timeout, and S3's own host in us-east-1. Environment: {@code AWS_DEFAULTS_MODE}; profile:
     * {@code defaults_mode}.
     *
     * @param mode {@code legacy}, the default, which changes nothing; {@code standard}, {@code
     *     in-region}, {@code cross-region}, {@code mobile}; {@code auto}, which looks where the
     *     program runs and may ask the instance for it; any other makes no client
     * @return this builder
     */
    public Builder defaultsMode(String mode) {
      this.defaultsMode = Objects.requireNonNull(mode, "defaultsMode");
      return this;
    }

    /**
     * Sets what is appended to the header User-Agent.
     *
     * @param text as {@code my-app/1.0}
     * @return this builder
     */
    public Builder userAgentExtra(String text) {
      this.userAgentExtra = Objects.requireNonNull(text, "userAgentExtra");
      return this;
    }

    /**
     * Sets when requests get a checksum, of operations that take one. Environment: {@code
     * AWS_REQUEST_CHECKSUM_CALCULATION}; profile: {@code request_checksum_calculation}.
     *
     * @param when {@code when_supported}, the default, or {@code when_required}: only where the
     *     service insists or the call names an algorithm; any other makes no client
     * @return this builder
     */
    public Builder requestChecksumCalculation(String when) {
      this.requestChecksumCalculation = Objects.requireNonNull(when, "requestChecksumCalculation");
      return this;
    }

    /**
     * Sets when answers are held against a checksum, of operations that have one. Environment:
     * {@code AWS_RESPONSE_CHECKSUM_VALIDATION}; profile: {@code response_checksum_validation}.
     *
     * @param when {@code when_supported}, the default, or {@code when_required}: only where the
     *     call asks for it; any other makes no client
     * @return this builder
     */
    public Builder responseChecksumValidation(String when) {
      this.responseChecksumValidation = Objects.requireNonNull(when, "responseChecksumValidation");
      return this;
    }

    /**
     * Sets whether bodies of requests are never compressed; else they are, with gzip, where an
     * operation allows it. Environment: {@code AWS_DISABLE_REQUEST_COMPRESSION}; profile: {@code
     * disable_request_compression}.
     *
     * @param disabled true to send them as they are
     * @return this builder
     */
    public Builder disableRequestCompression(boolean disabled) {
      this.disableRequestCompression = disabled;
      return this;
    }

    /**
     * Sets from what size on the body of a request is compressed. Environment: {@code
     * AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES}; profile: {@code request_min_compression_size_bytes}.
     *
     * @param bytes 1 to 1,048,576, 10,240 unless set; any other makes no client
     * @return this builder
     */
    public Builder requestMinCompressionSizeBytes(int bytes) {
      this.requestMinCompressionSizeBytes = bytes;
      return this;
    }

    /**
     * Sets how requests are signed, over what service and endpoint say. Profile: {@code
     * signature_version} in the service's block.
     *
     * @param version {@code v4}, {@code s3v4}, {@code v4a}, {@code bearer}; or {@code unsigned} for
     *     public data, which needs no credentials
     * @return this builder
     */
    public Builder signatureVersion(String version) {
      this.signatureVersion = Objects.requireNonNull(version, "signatureVersion");
      return this;
    }

    /**
     * Sets which auth schemes are preferred where a service has several. Environment: {@code
     * AWS_AUTH_SCHEME_PREFERENCE}; profile: {@code auth_scheme_preference}.
     *
     * @param names {@code sigv4}, {@code sigv4a}, {@code httpBearerAuth}, {@code noAuth}; best
     *     first
     * @return this builder
     */
    public Builder authSchemePreference(String... names) {
      this.authSchemePreference = List.of(names);
      return this;
    }

    /**
     * Sets the regions that SigV4a signs for. Environment: {@code AWS_SIGV4A_SIGNING_REGION_SET};
     * profile: {@code sigv4a_signing_region_set}.
     *
     * @param regions names with commas between, or {@code *} for all
     * @return this builder
     */
    public Builder sigv4aSigningRegionSet(String regions) {
      this.sigv4aSigningRegionSet = Objects.requireNonNull(regions, "sigv4aSigningRegionSet");
      return this;
    }

    /**
     * Sets whether endpoints are discovered by asking the service for them, where it has an
     * operation for that. A custom endpoint wins. Environment: {@code
     * AWS_ENDPOINT_DISCOVERY_ENABLED}; profile: {@code endpoint_discovery_enabled}.
     *
     * @param enabled {@code auto}, the default: where the service insists; {@code true} or {@code
     *     false}; any other makes no client of such a service
     * @return this builder
     */
    public Builder endpointDiscoveryEnabled(String enabled) {
      this.endpointDiscoveryEnabled = Objects.requireNonNull(enabled, "endpointDiscoveryEnabled");
      return this;
    }

    /**
     * Sets parameters of the service's endpoint rules, as ACM's {@code ServiceType}.
     *
     * @param parameters by name, spelled {@code ServiceType} or {@code service_type}; those that
     *     the service does not have are passed over. What {@link #s3} says goes over it
     * @return this builder
     */
    public Builder clientContextParams(Map<String, ?> parameters) {
      this.clientContextParams = Map.copyOf(parameters);
      return this;
    }

    /**
     * Sets whether FIPS endpoints are used. Environment: {@code AWS_USE_FIPS_ENDPOINT}; profile:
     * {@code use_fips_endpoint}. A custom endpoint wins.
     *
     * @param enabled true to use them
     * @return this builder
     */
    public Builder useFipsEndpoint(boolean enabled) {
      this.useFipsEndpoint = enabled;
      return this;
    }

    /**
     * Sets whether endpoints are used that IPv6 reaches too. Environment: {@code
     * AWS_USE_DUALSTACK_ENDPOINT}; profile: {@code use_dualstack_endpoint}. A custom endpoint wins.
     *
     * @param enabled true to use them
     * @return this builder
     */
    public Builder useDualstackEndpoint(boolean enabled) {
      this.useDualstackEndpoint = enabled;
      return this;
    }

    /**
     * Sets whether endpoint URLs of the environment and the profile are passed over. Environment:
     * {@code AWS_IGNORE_CONFIGURED_ENDPOINT_URLS}; profile: {@code
     * ignore_configured_endpoint_urls}.
     *
     * @param ignored true to pass them over
     * @return this builder
     */
    public Builder ignoreConfiguredEndpointUrls(boolean ignored) {
      this.ignoreConfiguredEndpointUrls = ignored;
      return this;
    }

    /**
     * Sets where STS is asked. Environment: {@code AWS_STS_REGIONAL_ENDPOINTS}; profile: {@code
     * sts_regional_endpoints}.
     *
     * @param where {@code regional}, the default, or {@code legacy}: at the global endpoint, in the
     *     regions that it began with; any other makes no client
     * @return this builder
     */
    public Builder stsRegionalEndpoints(String where) {
      this.stsRegionalEndpoints = Objects.requireNonNull(where, "stsRegionalEndpoints");
      return this;
    }

    /**
     * Sets whether the account is part of the host, where a service has such endpoints.
     * Environment: {@code AWS_ACCOUNT_ID_ENDPOINT_MODE}; profile: {@code account_id_endpoint_mode}.
     *
     * @param mode {@code preferred}, the default: if the credentials know it; {@code disabled};
     *     {@code required}; any other makes no client
     * @return this builder
     */
    public Builder accountIdEndpointMode(String mode) {
      this.accountIdEndpointMode = Objects.requireNonNull(mode, "accountIdEndpointMode");
      return this;
    }

    /**
     * Sets options of S3 and S3 Control, over those set before. Profile: the block {@code s3}.
     *
     * @param options sets options
     * @return this builder
     */
    public Builder s3(Consumer<? super S3Config.Builder> options) {
      if (s3 == null) {
        s3 = S3Config.builder();
      }
      options.accept(s3);
      return this;
    }

    /**
     * The configuration collected.
     *
     * @return the configuration
     */
    public ClientConfig build() {
      try {
        return new ClientConfig((Builder) super.clone());
      } catch (CloneNotSupportedException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }
}
