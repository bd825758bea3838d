package io.boto4j.spring;

import io.boto4j.ClientConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * The options of clients: of all, as {@code boto4j.*}, and of those of one service, as {@code
 * boto4j.services.dynamodb.*}. What is not set comes from the environment or the profile, or has
 * its default.
 *
 * @param region The region, such as eu-west-1.
 * @param endpointUrl The endpoint, instead of that of AWS, such as http://127.0.0.1:8000.
 * @param ignoreConfiguredEndpointUrls Whether endpoint URLs of the environment and the profile are
 *     ignored.
 * @param useSsl Whether AWS is called over TLS.
 * @param apiVersion The API version of the service, instead of the newest.
 * @param connectTimeout Time limit for reaching a server, such as 3s.
 * @param readTimeout Time limit for each wait for more of a response, such as 10s.
 * @param maxAttempts Number of attempts of a call, including the first.
 * @param retryMode Which errors are retried, and when: standard, adaptive or legacy.
 * @param totalTimeout Time limit for a whole call with all its attempts.
 * @param maxPoolConnections Number of idle connections that are kept per host.
 * @param maxConnections Number of connections that may be open to a host at once, 0 for any.
 * @param leakDetection Whether responses are reported whose stream is dropped unread.
 * @param proxies Proxy URLs by scheme of the endpoint, http or https.
 * @param proxiesConfig Options of connections to proxies.
 * @param verify Whether certificates of servers are verified. Without it, anybody on the way can
 *     read and change everything.
 * @param caBundle PEM file of the authorities that certificates of servers are checked against.
 * @param clientCert PEM file of the certificate that is presented to servers.
 * @param clientKey PEM file of its private key, if it is not in the file of the certificate.
 * @param tcpKeepalive Whether TCP keep-alive probes are sent on idle connections.
 * @param parameterValidation Whether parameters are checked before a request is sent.
 * @param injectHostPrefix Whether an operation's host prefix is put before the host.
 * @param userAgent The header User-Agent, instead of boto4j's own.
 * @param userAgentExtra Text appended to the header User-Agent.
 * @param userAgentAppId The application's name in the header User-Agent.
 * @param defaultsMode A set of defaults chosen by AWS: legacy, standard, in-region, cross-region,
 *     mobile or auto.
 * @param requestChecksumCalculation When requests get a checksum, when_supported or when_required.
 * @param responseChecksumValidation When responses are checked, when_supported or when_required.
 * @param disableRequestCompression Whether request bodies are never compressed.
 * @param requestMinCompressionSizeBytes The smallest request body that is compressed.
 * @param signatureVersion The signature version, instead of the service's, such as v4 or unsigned.
 * @param authSchemePreference Preferred auth schemes, best first.
 * @param sigv4aSigningRegionSet The regions that a SigV4a signature is valid for.
 * @param useFipsEndpoint Whether FIPS endpoints are used.
 * @param useDualstackEndpoint Whether endpoints with IPv6 addresses are used.
 * @param stsRegionalEndpoints The endpoints of STS, regional or legacy.
 * @param accountIdEndpointMode Whether the account ID is part of the host, preferred, disabled or
 *     required.
 * @param endpointDiscoveryEnabled Whether a service is asked for its endpoints, auto, true or
 *     false.
 * @param clientContextParams Parameters of the service's endpoint rules.
 * @param s3 Options of S3 and S3 Control.
 */
@ConfigurationProperties("boto4j")
public record ClientProperties(
    @Nullable String region,
    @Nullable String endpointUrl,
    @Nullable Boolean ignoreConfiguredEndpointUrls,
    @Nullable Boolean useSsl,
    @Nullable String apiVersion,
    @Nullable Duration connectTimeout,
    @Nullable Duration readTimeout,
    @Nullable Integer maxAttempts,
    @Nullable String retryMode,
    @Nullable Duration totalTimeout,
    @Nullable Integer maxPoolConnections,
    @Nullable Integer maxConnections,
    @Nullable Boolean leakDetection,
    @Nullable Map<String, String> proxies,
    @NestedConfigurationProperty @Nullable ProxiesProperties proxiesConfig,
    @Nullable Boolean verify,
    @Nullable Path caBundle,
    @Nullable Path clientCert,
    @Nullable Path clientKey,
    @Nullable Boolean tcpKeepalive,
    @Nullable Boolean parameterValidation,
    @Nullable Boolean injectHostPrefix,
    @Nullable String userAgent,
    @Nullable String userAgentExtra,
    @Nullable String userAgentAppId,
    @Nullable String defaultsMode,
    @Nullable String requestChecksumCalculation,
    @Nullable String responseChecksumValidation,
    @Nullable Boolean disableRequestCompression,
    @Nullable Integer requestMinCompressionSizeBytes,
    @Nullable String signatureVersion,
    @Nullable List<String> authSchemePreference,
    @Nullable String sigv4aSigningRegionSet,
    @Nullable Boolean useFipsEndpoint,
    @Nullable Boolean useDualstackEndpoint,
    @Nullable String stsRegionalEndpoints,
    @Nullable String accountIdEndpointMode,
    @Nullable String endpointDiscoveryEnabled,
    @Nullable Map<String, Object> clientContextParams,
    @NestedConfigurationProperty @Nullable S3Properties s3) {

  /**
   * Sets these options, one line per option.
   *
   * @param options the options of clients; what is not set here is left as it is
   * @param withEndpoints whether to set the endpoint URL too
   * @throws IllegalArgumentException if an option has an invalid value
   */
  public void apply(ClientConfig.Builder options, boolean withEndpoints) {
    set(region, options::region);
    set(withEndpoints ? endpointUrl : null, options::endpointUrl);
    set(ignoreConfiguredEndpointUrls, options::ignoreConfiguredEndpointUrls);
    set(useSsl, options::useSsl);
    set(apiVersion, options::apiVersion);
    set(connectTimeout, options::connectTimeout);
    set(readTimeout, options::readTimeout);
    set(maxAttempts, options::maxAttempts);
    set(retryMode, options::retryMode);
    set(totalTimeout, options::totalTimeout);
    set(maxPoolConnections, options::maxPoolConnections);
    set(maxConnections, options::maxConnections);
    set(leakDetection, options::leakDetection);
    set(proxies, options::proxies);
    set(proxiesConfig, given -> options.proxiesConfig(given::apply));
    set(verify, options::verify);
    set(caBundle, options::caBundle);
    certificate(clientCert, clientKey, options::clientCert, options::clientCert, "");
    set(tcpKeepalive, options::tcpKeepalive);
    set(parameterValidation, options::parameterValidation);
    set(injectHostPrefix, options::injectHostPrefix);
    set(userAgent, options::userAgent);
    set(userAgentExtra, options::userAgentExtra);
    set(userAgentAppId, options::userAgentAppId);
    set(defaultsMode, options::defaultsMode);
    set(requestChecksumCalculation, options::requestChecksumCalculation);
    set(responseChecksumValidation, options::responseChecksumValidation);
    set(disableRequestCompression, options::disableRequestCompression);
    set(requestMinCompressionSizeBytes, options::requestMinCompressionSizeBytes);
    set(signatureVersion, options::signatureVersion);
    set(authSchemePreference, names -> options.authSchemePreference(names.toArray(String[]::new)));
    set(sigv4aSigningRegionSet, options::sigv4aSigningRegionSet);
    set(useFipsEndpoint, options::useFipsEndpoint);
    set(useDualstackEndpoint, options::useDualstackEndpoint);
    set(stsRegionalEndpoints, options::stsRegionalEndpoints);
    set(accountIdEndpointMode, options::accountIdEndpointMode);
    set(endpointDiscoveryEnabled, options::endpointDiscoveryEnabled);
    set(clientContextParams, values -> options.clientContextParams(withBooleans(values)));
    set(s3, given -> options.s3(given::apply));
  }

  static <T> void set(@Nullable T value, Consumer<? super T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }

  static void certificate(
      @Nullable Path certificate,
      @Nullable Path key,
      Consumer<? super Path> inOneFile,
      BiConsumer<Path, Path> inTwoFiles,
      String prefix) {
    if (certificate == null && key != null) {
      throw new IllegalArgumentException(
          prefix + "client-key is set, but " + prefix + "client-cert is not. Set both.");
    }
    if (certificate != null && key != null) {
      inTwoFiles.accept(certificate, key);
    } else {
      set(certificate, inOneFile);
    }
  }

  /** Endpoint rules distinguish booleans from strings, and properties files do not. */
  private static Map<String, Object> withBooleans(Map<String, Object> values) {
    Map<String, Object> typed = new HashMap<>(values);
    typed.replaceAll(
        (name, value) ->
            "true".equals(value) || "false".equals(value)
                ? (Object) Boolean.valueOf((String) value)
                : value);
    return typed;
  }

  /** Returns the region only: proxy URLs may contain passwords. */
  @Override
  public String toString() {
    return "ClientProperties[region=" + region + "]";
  }
}
