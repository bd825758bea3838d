package io.boto4j;

import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.internal.client.Option;
import io.boto4j.internal.client.OptionValues;
import io.boto4j.internal.client.Options;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The options of a client, with boto3's names in camelCase; all are optional.
 *
 * <p>An option that is not set here comes from the environment or the profile, if it can be set
 * there, or else has its default. Immutable.
 */
public final class ClientConfig {
  private final OptionValues values;

  private ClientConfig(OptionValues values) {
    this.values = values;
  }

  /**
   * Returns a builder with no option set.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder(OptionValues.NONE);
  }

  Builder toBuilder() {
    return new Builder(values);
  }

  OptionValues values() {
    return values;
  }

  /**
   * The region set in code.
   *
   * @return the region, or null if none was set
   */
  public @Nullable String region() {
    return values.get(Options.REGION);
  }

  /**
   * The endpoint URL set in code.
   *
   * @return the URL, or null if none was set
   */
  public @Nullable String endpointUrl() {
    return values.get(Options.ENDPOINT_URL);
  }

  /**
   * The API version of the service.
   *
   * @return the version, such as {@code 2012-08-10}, or null for the newest
   */
  public @Nullable String apiVersion() {
    return values.get(Options.API_VERSION);
  }

  /**
   * The client's own credentials.
   *
   * @return the provider, or null for the session's
   */
  public @Nullable CredentialsProvider credentials() {
    return values.get(Options.CREDENTIALS);
  }

  /**
   * The time limit for reaching a server.
   *
   * @return the setting, or 60 s if none was set; a defaults mode may then have a shorter one
   */
  public Duration connectTimeout() {
    return values.orConstant(Options.CONNECT_TIMEOUT);
  }

  /**
   * The time limit for each wait for more of a response.
   *
   * @return the setting, or 60 s if none was set
   */
  public Duration readTimeout() {
    return values.orConstant(Options.READ_TIMEOUT);
  }

  /**
   * The number of attempts of a call, including the first.
   *
   * @return the setting, or null to leave it to the environment and the profile
   */
  public @Nullable Integer maxAttempts() {
    return values.get(Options.MAX_ATTEMPTS);
  }

  /**
   * The retry mode, which decides which errors are retried, and when.
   *
   * @return {@code standard}, {@code adaptive} or {@code legacy}, or null to leave it to the
   *     environment and the profile
   */
  public @Nullable String retryMode() {
    return values.get(Options.RETRY_MODE);
  }

  /**
   * The time limit for a call with all its attempts.
   *
   * @return the setting, or null for no limit
   */
  public @Nullable Duration totalTimeout() {
    return values.get(Options.TOTAL_TIMEOUT);
  }

  /**
   * The number of idle connections that are kept per host.
   *
   * @return the setting, or 10 if none was set
   */
  public int maxPoolConnections() {
    return values.orConstant(Options.MAX_POOL_CONNECTIONS);
  }

  /**
   * Whether AWS is called over TLS.
   *
   * @return the setting, or true if none was set
   */
  public boolean useSsl() {
    return values.orConstant(Options.USE_SSL);
  }

  /**
   * The number of connections that may be open to a host at once.
   *
   * @return the setting, or 0, for any number, if none was set
   */
  public int maxConnections() {
    return values.orConstant(Options.MAX_CONNECTIONS);
  }

  /**
   * The proxies set in code.
   *
   * @return proxy URLs, which may contain passwords, by scheme of the endpoint; null to leave them
   *     to the environment
   */
  public @Nullable Map<String, String> proxies() {
    return values.get(Options.PROXIES);
  }

  /**
   * The options of connections to proxies.
   *
   * @return the options, or null if none was set
   */
  public @Nullable ProxiesConfig proxiesConfig() {
    return values.get(Options.PROXIES_CONFIG);
  }

  /**
   * Whether certificates of servers are verified.
   *
   * @return the setting, or true if none was set
   */
  public boolean verify() {
    return values.orConstant(Options.VERIFY);
  }

  /**
   * The authorities, set in code, that certificates of servers are checked against.
   *
   * @return a PEM file, or null to leave it to the environment and the profile
   */
  public @Nullable Path caBundle() {
    return values.get(Options.CA_BUNDLE);
  }

  /**
   * The certificate that the client presents to servers.
   *
   * @return a PEM file, or null for none
   */
  public @Nullable Path clientCert() {
    return values.get(Options.CLIENT_CERT);
  }

  /**
   * The private key of that certificate.
   *
   * @return a PEM file, or null if the key is in the file of the certificate
   */
  public @Nullable Path clientKey() {
    return values.get(Options.CLIENT_KEY);
  }

  /**
   * The TLS of the client's connections, in place of that with the JVM's trust store.
   *
   * @return the context, or null for TLS by the options above
   */
  public @Nullable SSLContext sslContext() {
    return values.get(Options.SSL_CONTEXT);
  }

  /**
   * Whether responses that are dropped unread are reported.
   *
   * @return the setting, or false if none was set
   */
  public boolean leakDetection() {
    return values.orConstant(Options.LEAK_DETECTION);
  }

  /**
   * Whether TCP keep-alive probes are sent on idle connections.
   *
   * @return the setting, or null to leave it to the environment and the profile
   */
  public @Nullable Boolean tcpKeepalive() {
    return values.get(Options.TCP_KEEPALIVE);
  }

  /**
   * Whether parameters are checked against the model before a request is sent.
   *
   * @return the setting, or null to leave it to the profile
   */
  public @Nullable Boolean parameterValidation() {
    return values.get(Options.PARAMETER_VALIDATION);
  }

  /**
   * Whether an operation's host prefix is put before the host.
   *
   * @return the setting, or null to leave it to the environment and the profile
   */
  public @Nullable Boolean injectHostPrefix() {
    return values.get(Options.INJECT_HOST_PREFIX);
  }

  /**
   * The header User-Agent to send instead of boto4j's own.
   *
   * @return the text, or null for boto4j's own
   */
  public @Nullable String userAgent() {
    return values.get(Options.USER_AGENT_WHOLE);
  }

  /**
   * The application's name in the header User-Agent.
   *
   * @return the name, or null to leave it to the environment and the profile
   */
  public @Nullable String userAgentAppId() {
    return values.get(Options.USER_AGENT_APP_ID);
  }

  /**
   * The defaults mode, a set of defaults chosen by AWS.
   *
   * @return the mode, or null to leave it to the environment and the profile
   */
  public @Nullable String defaultsMode() {
    return values.get(Options.DEFAULTS_MODE);
  }

  /**
   * The text appended to the header User-Agent.
   *
   * @return the text, or null for nothing
   */
  public @Nullable String userAgentExtra() {
    return values.get(Options.USER_AGENT_EXTRA);
  }

  /**
   * When requests get a checksum.
   *
   * @return {@code when_supported} or {@code when_required}, or null to leave it to the environment
   *     and the profile
   */
  public @Nullable String requestChecksumCalculation() {
    return values.get(Options.REQUEST_CHECKSUM_CALCULATION);
  }

  /**
   * When responses are checked against a checksum.
   *
   * @return {@code when_supported} or {@code when_required}, or null to leave it to the environment
   *     and the profile
   */
  public @Nullable String responseChecksumValidation() {
    return values.get(Options.RESPONSE_CHECKSUM_VALIDATION);
  }

  /**
   * Whether request bodies are never compressed.
   *
   * @return the setting, or null to leave it to the environment and the profile
   */
  public @Nullable Boolean disableRequestCompression() {
    return values.get(Options.DISABLE_REQUEST_COMPRESSION);
  }

  /**
   * The smallest request body that is compressed.
   *
   * @return its size in bytes, or null to leave it to the environment and the profile
   */
  public @Nullable Integer requestMinCompressionSizeBytes() {
    return values.get(Options.REQUEST_MIN_COMPRESSION_SIZE_BYTES);
  }

  /**
   * The signature version.
   *
   * @return botocore's name of a version, or null to leave it to service and endpoint
   */
  public @Nullable String signatureVersion() {
    return values.get(Options.SIGNATURE_VERSION);
  }

  /**
   * The preferred auth schemes of a service that has several.
   *
   * @return names such as {@code sigv4a}, best first; empty if none were set
   */
  public List<String> authSchemePreference() {
    List<String> value = values.get(Options.AUTH_SCHEME_PREFERENCE);
    return value == null ? List.of() : value;
  }

  /**
   * The regions that a SigV4a signature is valid for.
   *
   * @return names separated by commas, {@code *} for all, or null to leave it to the endpoint
   */
  public @Nullable String sigv4aSigningRegionSet() {
    return values.get(Options.SIGV4A_SIGNING_REGION_SET);
  }

  /**
   * Whether the service is asked for its endpoints.
   *
   * @return {@code auto}, {@code true} or {@code false}, or null to leave it to the environment and
   *     the profile
   */
  public @Nullable String endpointDiscoveryEnabled() {
    return values.get(Options.ENDPOINT_DISCOVERY_ENABLED);
  }

  /**
   * Parameters of the service's endpoint rules.
   *
   * @return values by name; empty if none were set
   */
  public Map<String, ?> clientContextParams() {
    Map<String, ?> value = values.get(Options.CLIENT_CONTEXT_PARAMS);
    return value == null ? Map.of() : value;
  }

  /**
   * Whether FIPS endpoints are used.
   *
   * @return the setting, or null to leave it to the environment and the profile
   */
  public @Nullable Boolean useFipsEndpoint() {
    return values.get(Options.USE_FIPS_ENDPOINT);
  }

  /**
   * Whether dual-stack endpoints are used, which have IPv6 addresses too.
   *
   * @return the setting, or null to leave it to the environment and the profile
   */
  public @Nullable Boolean useDualstackEndpoint() {
    return values.get(Options.USE_DUALSTACK_ENDPOINT);
  }

  /**
   * Whether endpoint URLs of the environment and the profile are ignored.
   *
   * @return the setting, or null to leave it to the environment and the profile
   */
  public @Nullable Boolean ignoreConfiguredEndpointUrls() {
    return values.get(Options.IGNORE_CONFIGURED_ENDPOINT_URLS);
  }

  /**
   * The endpoints of STS that are used.
   *
   * @return {@code regional} or {@code legacy}, or null to leave it to the environment and the
   *     profile
   */
  public @Nullable String stsRegionalEndpoints() {
    return values.get(Options.STS_REGIONAL_ENDPOINTS);
  }

  /**
   * Whether the account ID is part of the host, if a service has such endpoints.
   *
   * @return {@code preferred}, {@code disabled} or {@code required}, or null to leave it to the
   *     environment and the profile
   */
  public @Nullable String accountIdEndpointMode() {
    return values.get(Options.ACCOUNT_ID_ENDPOINT_MODE);
  }

  /**
   * The options of S3 and S3 Control.
   *
   * @return the options, or null if none was set
   */
  public @Nullable S3Config s3() {
    return S3Config.of(values);
  }

  /** A builder of configurations. Not safe to share between threads. */
  public static final class Builder {
    private OptionValues values;

    private Builder(OptionValues values) {
      this.values = values;
    }

    <T> Builder set(Option<T> option, @Nullable T value) {
      values = values.with(option, value);
      return this;
    }

    /**
     * Adds an interceptor, after those already added: boto3's {@code register}.
     *
     * @param interceptor observes or changes calls, or supplies their responses; shared by all
     *     threads
     * @return this builder
     */
    public Builder interceptor(Interceptor interceptor) {
      return add(Integer.MAX_VALUE, interceptor);
    }

    /**
     * Adds an interceptor, before those already added: boto3's {@code register_first}.
     *
     * @param interceptor observes or changes calls, or supplies their responses; shared by all
     *     threads
     * @return this builder
     */
    public Builder interceptorFirst(Interceptor interceptor) {
      return add(0, interceptor);
    }

    private Builder add(int place, Interceptor interceptor) {
      Objects.requireNonNull(interceptor, "interceptor");
      List<Interceptor> present = values.get(Options.INTERCEPTORS);
      List<Interceptor> more = present == null ? new ArrayList<>() : new ArrayList<>(present);
      more.add(Math.min(place, more.size()), interceptor);
      return set(Options.INTERCEPTORS, List.copyOf(more));
    }

    /**
     * Sets the region. Environment: {@code AWS_REGION}, {@code AWS_DEFAULT_REGION}; profile: {@code
     * region}.
     *
     * @param name the region, such as {@code eu-west-1}
     * @return this builder
     */
    public Builder region(String name) {
      return set(Options.REGION, Objects.requireNonNull(name, "region"));
    }

    /**
     * Sets the endpoint, instead of that of AWS. Environment: {@code AWS_ENDPOINT_URL_DYNAMODB} for
     * one service, {@code AWS_ENDPOINT_URL} for all; profile: {@code endpoint_url}, and that of the
     * service in the section named by {@code services}.
     *
     * @param url an http or https URL, such as {@code http://127.0.0.1:8000}; its path is kept
     * @return this builder
     */
    public Builder endpointUrl(String url) {
      return set(Options.ENDPOINT_URL, Objects.requireNonNull(url, "endpointUrl"));
    }

    /**
     * Sets the endpoint, instead of that of AWS.
     *
     * @param url an http or https URL, such as {@code http://127.0.0.1:8000}; its path is kept
     * @return this builder
     */
    public Builder endpointUrl(URI url) {
      return endpointUrl(url.toString());
    }

    /**
     * Sets whether AWS is called over TLS. The scheme of an endpoint URL wins.
     *
     * @param enabled false for http, which anybody on the way can read, and which few services
     *     accept
     * @return this builder
     */
    public Builder useSsl(boolean enabled) {
      return set(Options.USE_SSL, enabled);
    }

    /**
     * Sets the API version of the service, instead of the newest. Profile: the service's line in
     * {@code api_versions}.
     *
     * @param version the version, such as {@code 2012-08-10}
     * @return this builder
     */
    public Builder apiVersion(String version) {
      return set(Options.API_VERSION, Objects.requireNonNull(version, "apiVersion"));
    }

    /**
     * Sets credentials for this client alone.
     *
     * @param provider {@link io.boto4j.credentials.Credentials}, or any other provider
     * @return this builder
     */
    public Builder credentials(CredentialsProvider provider) {
      return set(Options.CREDENTIALS, Objects.requireNonNull(provider, "credentials"));
    }

    /**
     * Sets the time limit for reaching a server: name resolution, connection and TLS handshake.
     *
     * @param timeout 1 ms to 24 days; 60 s unless set here or by the {@linkplain #defaultsMode
     *     defaults mode}
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder connectTimeout(Duration timeout) {
      return set(Options.CONNECT_TIMEOUT, CallOptions.checked("connectTimeout", timeout));
    }

    /**
     * Sets the time limit for each wait for more of a response.
     *
     * @param timeout 1 ms to 24 days; 60 s unless set
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder readTimeout(Duration timeout) {
      return set(Options.READ_TIMEOUT, CallOptions.checked("readTimeout", timeout));
    }

    /**
     * Sets the number of attempts of a call: boto3's {@code total_max_attempts}. Environment:
     * {@code AWS_MAX_ATTEMPTS}; profile: {@code max_attempts}.
     *
     * @param total the number of attempts, of which the first is one: 1 means no retries; 3 unless
     *     set, 4 for DynamoDB; a value below 1 is rejected when the client is created
     * @return this builder
     */
    public Builder maxAttempts(int total) {
      return set(Options.MAX_ATTEMPTS, total);
    }

    /**
     * Sets the retry mode, which decides which errors are retried, and when. Environment: {@code
     * AWS_RETRY_MODE}; profile: {@code retry_mode}.
     *
     * @param mode {@code standard}, the default; {@code adaptive}, which slows down the whole
     *     client when the service throttles it; {@code legacy}, boto3's default; any other value is
     *     rejected when the client is created
     * @return this builder
     */
    public Builder retryMode(String mode) {
      return set(Options.RETRY_MODE, Objects.requireNonNull(mode, "retryMode"));
    }

    /**
     * Sets the time limit for a whole call: its attempts and the delays between them, and a
     * streamed response body to its last byte.
     *
     * @param timeout 1 ms to 24 days; no limit unless set
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder totalTimeout(Duration timeout) {
      return set(Options.TOTAL_TIMEOUT, CallOptions.checked("totalTimeout", timeout));
    }

    /**
     * Sets the number of idle connections that are kept per host. More may be open at once.
     *
     * @param most 0 or more; 10 unless set
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder maxPoolConnections(int most) {
      return set(Options.MAX_POOL_CONNECTIONS, notNegative("maxPoolConnections", most));
    }

    /**
     * Sets the number of connections that may be open to a host at once, busy or idle. A call that
     * finds none free waits for its turn, in the order of the calls, for at most the connect
     * timeout.
     *
     * @param most 1 or more, or 0 for any number, which is the default
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder maxConnections(int most) {
      return set(Options.MAX_CONNECTIONS, notNegative("maxConnections", most));
    }

    private static int notNegative(String option, int value) {
      if (value < 0) {
        throw new IllegalArgumentException(option + " is negative: " + value);
      }
      return value;
    }

    /**
     * Sets the proxies. They take precedence over those of the JVM's properties {@code
     * https.proxyHost} and {@code http.proxyHost}, and of the environment's {@code HTTPS_PROXY} and
     * {@code HTTP_PROXY}; {@code NO_PROXY} applies to those of the environment only.
     *
     * <pre>{@code
     * session.client("s3", c -> c.proxies(Map.of("https", "http://user:password@proxy:3128")));
     * }</pre>
     *
     * @param urls the proxy's URL by scheme of the endpoint, {@code http} or {@code https}; copied;
     *     empty for no proxy
     * @return this builder
     */
    public Builder proxies(Map<String, String> urls) {
      return set(Options.PROXIES, Map.copyOf(urls));
    }

    /**
     * Sets the options of connections to proxies.
     *
     * @param options sets options
     * @return this builder
     */
    public Builder proxiesConfig(Consumer<? super ProxiesConfig.Builder> options) {
      ProxiesConfig.Builder builder = ProxiesConfig.builder();
      options.accept(builder);
      return set(Options.PROXIES_CONFIG, builder.build());
    }

    /**
     * Sets whether certificates of servers are verified. <b>Without verification, anybody on the
     * way can read and change everything that is sent, responses and secrets included</b>: it is
     * meant for tests against a test server. For a server with a certificate of your own use {@link
     * #caBundle}.
     *
     * @param enabled false to accept any certificate for any host
     * @return this builder
     */
    public Builder verify(boolean enabled) {
      return set(Options.VERIFY, enabled);
    }

    /**
     * Sets the authorities that certificates of servers are checked against, and no others: boto3's
     * {@code verify} with a path. Environment: {@code AWS_CA_BUNDLE}; profile: {@code ca_bundle};
     * then {@code REQUESTS_CA_BUNDLE}; the default is the JVM's trust store.
     *
     * @param pem a PEM file, read when the first call needs it
     * @return this builder
     */
    public Builder caBundle(Path pem) {
      return set(Options.CA_BUNDLE, Objects.requireNonNull(pem, "caBundle"));
    }

    /**
     * Sets the certificate to present to servers that request one.
     *
     * @param pem a PEM file of the certificate, the intermediate certificates and the private key,
     *     unencrypted
     * @return this builder
     */
    public Builder clientCert(Path pem) {
      set(Options.CLIENT_CERT, Objects.requireNonNull(pem, "clientCert"));
      return set(Options.CLIENT_KEY, null);
    }

    /**
     * Sets the certificate to present to servers that request one.
     *
     * @param certificate a PEM file of the certificate and the intermediate certificates
     * @param key a PEM file of its private key, unencrypted
     * @return this builder
     */
    public Builder clientCert(Path certificate, Path key) {
      set(Options.CLIENT_CERT, Objects.requireNonNull(certificate, "certificate"));
      return set(Options.CLIENT_KEY, Objects.requireNonNull(key, "key"));
    }

    /**
     * Sets the TLS of the client's connections: its own trust, keys and providers, such as pinned
     * certificates or a key in hardware. {@link #verify}, {@link #caBundle} and {@link #clientCert}
     * cannot be set as well; the environment's and the profile's are ignored. A program that has
     * replaced the JVM's default context passes {@link SSLContext#getDefault()}, which is not used
     * otherwise. Names of hosts are always checked.
     *
     * @param context the context, used with HTTPS only
     * @return this builder
     */
    public Builder sslContext(SSLContext context) {
      return set(Options.SSL_CONTEXT, Objects.requireNonNull(context, "sslContext"));
    }

    /**
     * Sets whether responses are reported whose stream is dropped without having been closed or
     * read to its end. A warning of the system logger {@code io.boto4j.leaks} contains the stack
     * trace of the call. For tests: recording the stack trace slows down every call that returns a
     * stream.
     *
     * @param enabled true to report them
     * @return this builder
     */
    public Builder leakDetection(boolean enabled) {
      return set(Options.LEAK_DETECTION, enabled);
    }

    /**
     * Sets whether TCP keep-alive probes are sent on idle connections. Environment: {@code
     * BOTOCORE_TCP_KEEPALIVE}; profile: {@code tcp_keepalive}.
     *
     * @param enabled true to send them; false unless set
     * @return this builder
     */
    public Builder tcpKeepalive(boolean enabled) {
      return set(Options.TCP_KEEPALIVE, enabled);
    }

    /**
     * Sets whether parameters are checked against the model before a request is sent. Profile:
     * {@code parameter_validation}.
     *
     * @param enabled false to leave the check to the service; true unless set
     * @return this builder
     */
    public Builder parameterValidation(boolean enabled) {
      return set(Options.PARAMETER_VALIDATION, enabled);
    }

    /**
     * Sets whether an operation's host prefix ({@code data-}) is put before the host. Environment,
     * with the opposite meaning: {@code AWS_DISABLE_HOST_PREFIX_INJECTION}; profile: {@code
     * disable_host_prefix_injection}.
     *
     * @param enabled false for a test server that has only one host name; true unless set
     * @return this builder
     */
    public Builder injectHostPrefix(boolean enabled) {
      return set(Options.INJECT_HOST_PREFIX, enabled);
    }

    /**
     * Sets the header User-Agent, instead of boto4j's own.
     *
     * @param text the text, such as {@code my-app/1.0}; characters not allowed in a header become
     *     hyphens
     * @return this builder
     */
    public Builder userAgent(String text) {
      return set(Options.USER_AGENT_WHOLE, Objects.requireNonNull(text, "userAgent"));
    }

    /**
     * Sets the application's name in the header User-Agent, where it appears as {@code app/NAME}.
     * Environment: {@code AWS_SDK_UA_APP_ID}; profile: {@code sdk_ua_app_id}.
     *
     * @param name up to 50 characters, as AWS requests; characters not allowed there become hyphens
     * @return this builder
     */
    public Builder userAgentAppId(String name) {
      return set(Options.USER_AGENT_APP_ID, Objects.requireNonNull(name, "userAgentAppId"));
    }

    /**
     * Sets the defaults mode: AWS's choice of the connect timeout, and the regional endpoint of S3
     * in us-east-1, unless they are set otherwise. Environment: {@code AWS_DEFAULTS_MODE}; profile:
     * {@code defaults_mode}.
     *
     * @param mode {@code legacy}, the default, which changes nothing; {@code standard}, {@code
     *     in-region}, {@code cross-region}, {@code mobile}; {@code auto}, which compares the
     *     client's region with the one that the program runs in, and may ask the instance for it;
     *     any other value is rejected when the client is created
     * @return this builder
     */
    public Builder defaultsMode(String mode) {
      return set(Options.DEFAULTS_MODE, Objects.requireNonNull(mode, "defaultsMode"));
    }

    /**
     * Sets a text that is appended to the header User-Agent.
     *
     * @param text the text, such as {@code my-app/1.0}
     * @return this builder
     */
    public Builder userAgentExtra(String text) {
      return set(Options.USER_AGENT_EXTRA, Objects.requireNonNull(text, "userAgentExtra"));
    }

    /**
     * Sets when requests get a checksum, for operations that support one. Environment: {@code
     * AWS_REQUEST_CHECKSUM_CALCULATION}; profile: {@code request_checksum_calculation}.
     *
     * @param when {@code when_supported}, the default, or {@code when_required}: only if the
     *     service requires a checksum or the call names an algorithm; any other value is rejected
     *     when the client is created
     * @return this builder
     */
    public Builder requestChecksumCalculation(String when) {
      return set(
          Options.REQUEST_CHECKSUM_CALCULATION,
          Objects.requireNonNull(when, "requestChecksumCalculation"));
    }

    /**
     * Sets when responses are checked against a checksum, for operations that return one.
     * Environment: {@code AWS_RESPONSE_CHECKSUM_VALIDATION}; profile: {@code
     * response_checksum_validation}.
     *
     * @param when {@code when_supported}, the default, or {@code when_required}: only if the call
     *     requests it; any other value is rejected when the client is created
     * @return this builder
     */
    public Builder responseChecksumValidation(String when) {
      return set(
          Options.RESPONSE_CHECKSUM_VALIDATION,
          Objects.requireNonNull(when, "responseChecksumValidation"));
    }

    /**
     * Sets whether request bodies are never compressed. Otherwise they are compressed with gzip if
     * the operation allows it. Environment: {@code AWS_DISABLE_REQUEST_COMPRESSION}; profile:
     * {@code disable_request_compression}.
     *
     * @param disabled true to send bodies uncompressed; false unless set
     * @return this builder
     */
    public Builder disableRequestCompression(boolean disabled) {
      return set(Options.DISABLE_REQUEST_COMPRESSION, disabled);
    }

    /**
     * Sets the size of the smallest request body that is compressed. Environment: {@code
     * AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES}; profile: {@code request_min_compression_size_bytes}.
     *
     * @param bytes 1 to 1,048,576; 10,240 unless set; any other value is rejected when the client
     *     is created
     * @return this builder
     */
    public Builder requestMinCompressionSizeBytes(int bytes) {
      return set(Options.REQUEST_MIN_COMPRESSION_SIZE_BYTES, bytes);
    }

    /**
     * Sets the signature version, instead of that of service and endpoint. Profile: {@code
     * signature_version} in the service's block.
     *
     * @param version {@code v4}, {@code s3v4}, {@code v4a}, {@code v2}, {@code bearer}; or {@code
     *     unsigned} for public data, which needs no credentials
     * @return this builder
     */
    public Builder signatureVersion(String version) {
      return set(Options.SIGNATURE_VERSION, Objects.requireNonNull(version, "signatureVersion"));
    }

    /**
     * Sets the preferred auth schemes of a service that has several. Environment: {@code
     * AWS_AUTH_SCHEME_PREFERENCE}; profile: {@code auth_scheme_preference}.
     *
     * @param names {@code sigv4}, {@code sigv4a}, {@code httpBearerAuth}, {@code noAuth}; best
     *     first
     * @return this builder
     */
    public Builder authSchemePreference(String... names) {
      return set(Options.AUTH_SCHEME_PREFERENCE, names.length == 0 ? null : List.of(names));
    }

    /**
     * Sets the regions that a SigV4a signature is valid for. Environment: {@code
     * AWS_SIGV4A_SIGNING_REGION_SET}; profile: {@code sigv4a_signing_region_set}.
     *
     * @param regions names separated by commas, or {@code *} for all
     * @return this builder
     */
    public Builder sigv4aSigningRegionSet(String regions) {
      return set(
          Options.SIGV4A_SIGNING_REGION_SET,
          Objects.requireNonNull(regions, "sigv4aSigningRegionSet"));
    }

    /**
     * Sets whether the service is asked for its endpoints, if it has an operation for that. A
     * custom endpoint wins. Environment: {@code AWS_ENDPOINT_DISCOVERY_ENABLED}; profile: {@code
     * endpoint_discovery_enabled}.
     *
     * @param enabled {@code auto}, the default: if the service requires it; {@code true} or {@code
     *     false}; any other value is rejected when a client of such a service is created
     * @return this builder
     */
    public Builder endpointDiscoveryEnabled(String enabled) {
      return set(
          Options.ENDPOINT_DISCOVERY_ENABLED,
          Objects.requireNonNull(enabled, "endpointDiscoveryEnabled"));
    }

    /**
     * Sets parameters of the service's endpoint rules, such as ACM's {@code ServiceType}.
     *
     * @param parameters values by name, spelled {@code ServiceType} or {@code service_type};
     *     copied; those that the service does not have are ignored, and those set by {@link #s3}
     *     win
     * @return this builder
     */
    public Builder clientContextParams(Map<String, ?> parameters) {
      return set(Options.CLIENT_CONTEXT_PARAMS, Map.copyOf(parameters));
    }

    /**
     * Sets whether FIPS endpoints are used. A custom endpoint wins. Environment: {@code
     * AWS_USE_FIPS_ENDPOINT}; profile: {@code use_fips_endpoint}.
     *
     * @param enabled true to use them; false unless set
     * @return this builder
     */
    public Builder useFipsEndpoint(boolean enabled) {
      return set(Options.USE_FIPS_ENDPOINT, enabled);
    }

    /**
     * Sets whether dual-stack endpoints are used, which have IPv6 addresses too. A custom endpoint
     * wins. Environment: {@code AWS_USE_DUALSTACK_ENDPOINT}; profile: {@code
     * use_dualstack_endpoint}.
     *
     * @param enabled true to use them; false unless set
     * @return this builder
     */
    public Builder useDualstackEndpoint(boolean enabled) {
      return set(Options.USE_DUALSTACK_ENDPOINT, enabled);
    }

    /**
     * Sets whether endpoint URLs of the environment and the profile are ignored. Environment:
     * {@code AWS_IGNORE_CONFIGURED_ENDPOINT_URLS}; profile: {@code
     * ignore_configured_endpoint_urls}.
     *
     * @param ignored true to ignore them; false unless set
     * @return this builder
     */
    public Builder ignoreConfiguredEndpointUrls(boolean ignored) {
      return set(Options.IGNORE_CONFIGURED_ENDPOINT_URLS, ignored);
    }

    /**
     * Sets the endpoints of STS that are used. Environment: {@code AWS_STS_REGIONAL_ENDPOINTS};
     * profile: {@code sts_regional_endpoints}.
     *
     * @param which {@code regional}, the default, or {@code legacy}: the global endpoint, in the
     *     regions that STS began with; any other value is rejected when the client is created
     * @return this builder
     */
    public Builder stsRegionalEndpoints(String which) {
      return set(
          Options.STS_REGIONAL_ENDPOINTS, Objects.requireNonNull(which, "stsRegionalEndpoints"));
    }

    /**
     * Sets whether the account ID is part of the host, if a service has such endpoints.
     * Environment: {@code AWS_ACCOUNT_ID_ENDPOINT_MODE}; profile: {@code account_id_endpoint_mode}.
     *
     * @param mode {@code preferred}, the default: if the credentials have an account ID; {@code
     *     disabled}; {@code required}; any other value is rejected when the client is created
     * @return this builder
     */
    public Builder accountIdEndpointMode(String mode) {
      return set(
          Options.ACCOUNT_ID_ENDPOINT_MODE, Objects.requireNonNull(mode, "accountIdEndpointMode"));
    }

    /**
     * Sets options of S3 and S3 Control, in addition to those already set. Profile: the block
     * {@code s3}.
     *
     * @param options sets options
     * @return this builder
     */
    public Builder s3(Consumer<? super S3Config.Builder> options) {
      options.accept(new S3Config.Builder(this));
      return this;
    }

    /**
     * Returns a configuration with the options set so far.
     *
     * @return the configuration
     */
    public ClientConfig build() {
      return new ClientConfig(values);
    }
  }
}
