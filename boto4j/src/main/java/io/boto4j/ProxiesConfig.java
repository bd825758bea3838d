package io.boto4j;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The options of connections to proxies: boto3's {@code proxies_config}. Immutable. */
public final class ProxiesConfig {
  private final Builder set;

  private ProxiesConfig(Builder set) {
    this.set = set;
  }

  /**
   * Returns a builder with no option set.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The authorities that certificates of proxies are checked against.
   *
   * @return a PEM file, or null for the client's authorities
   */
  public @Nullable Path caBundle() {
    return set.caBundle;
  }

  /**
   * The certificate that the client presents to proxies.
   *
   * @return a PEM file, or null for none
   */
  public @Nullable Path clientCert() {
    return set.clientCert;
  }

  /**
   * The private key of that certificate.
   *
   * @return a PEM file, or null if the key is in the file of the certificate
   */
  public @Nullable Path clientKey() {
    return set.clientKey;
  }

  /**
   * Whether a proxy with an https URL receives https requests itself, instead of tunnelling them.
   *
   * @return the setting, or false if none was set
   */
  public boolean useForwardingForHttps() {
    return set.useForwardingForHttps;
  }

  /** A builder of these options. Not safe to share between threads. */
  public static final class Builder implements Cloneable {
    private @Nullable Path caBundle;
    private @Nullable Path clientCert;
    private @Nullable Path clientKey;
    private boolean useForwardingForHttps;

    private Builder() {}

    /**
     * Sets the authorities that certificates of proxies are checked against, and no others.
     *
     * @param pem a PEM file
     * @return this builder
     */
    public Builder caBundle(Path pem) {
      this.caBundle = Objects.requireNonNull(pem, "caBundle");
      return this;
    }

    /**
     * Sets the certificate to present to proxies.
     *
     * @param pem a PEM file of the certificate and its private key
     * @return this builder
     */
    public Builder clientCert(Path pem) {
      this.clientCert = Objects.requireNonNull(pem, "clientCert");
      this.clientKey = null;
      return this;
    }

    /**
     * Sets the certificate to present to proxies.
     *
     * @param certificate a PEM file of the certificate
     * @param key a PEM file of its private key
     * @return this builder
     */
    public Builder clientCert(Path certificate, Path key) {
      this.clientCert = Objects.requireNonNull(certificate, "certificate");
      this.clientKey = Objects.requireNonNull(key, "key");
      return this;
    }

    /**
     * Sets whether a proxy with an https URL receives https requests itself, and connects to the
     * endpoint over TLS of its own. It can then read everything, secrets included.
     *
     * @param enabled true to trust the proxy with that
     * @return this builder
     */
    public Builder useForwardingForHttps(boolean enabled) {
      this.useForwardingForHttps = enabled;
      return this;
    }

    /**
     * Returns the options set so far.
     *
     * @return the options
     */
    public ProxiesConfig build() {
      try {
        return new ProxiesConfig((Builder) super.clone());
      } catch (CloneNotSupportedException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }
}
