package io.boto4j.spring;

import static io.boto4j.spring.ClientProperties.set;

import io.boto4j.ProxiesConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The options of connections to proxies, {@code boto4j.proxies-config.*}.
 *
 * @param caBundle PEM file of the authorities that certificates of proxies are checked against.
 * @param clientCert PEM file of the certificate that is presented to proxies.
 * @param clientKey PEM file of its private key, if it is not in the file of the certificate.
 * @param useForwardingForHttps Whether a proxy with an https URL receives https requests itself,
 *     and can read them, instead of tunnelling them.
 */
public record ProxiesProperties(
    @Nullable Path caBundle,
    @Nullable Path clientCert,
    @Nullable Path clientKey,
    @Nullable Boolean useForwardingForHttps) {

  void apply(ProxiesConfig.Builder options) {
    set(caBundle, options::caBundle);
    ClientProperties.certificate(
        clientCert, clientKey, options::clientCert, options::clientCert, "proxies-config.");
    set(useForwardingForHttps, options::useForwardingForHttps);
  }
}
