package io.boto4j;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How proxies are spoken to: boto3's {@code proxies_config}. Immutable. */
public final class ProxiesConfig {
  private final Builder set;

  private ProxiesConfig(Builder set) {
    this.set = set;
  }

  /**
   * Begins with nothing set.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The authorities that certificates of proxies are held against.
   *
   * @return a PEM file, or null for those of the client
   */
  public @Nullable Path caBundle() {
    return set.caBundle;
  }

  /**
   * The certificate that proxies are shown.
   *
   * @return a PEM file, or null for none
   */
  public @Nullable Path clientCert() {
    return set.clientCert;
  }

  /**
   * The private key of that certificate.
   *
   * @return a PEM file, or null if it is with the certificate
   */
  public @Nullable Path clientKey() {
    return set.clientKey;
  }

  /**
   * Whether a proxy with an https URL is shown https requests, instead of carrying them unseen.
   *
   * @return false unless set
   */
  public boolean useForwardingForHttps() {
    return set.useForwardingForHttps;
  }

  /** Collects options. Used by one thread. */
  public static final class Builder implements Cloneable {
    private @Nullable Path caBundle;
    private @Nullable Path clientCert;
    private @Nullable Path clientKey;
    private boolean useForwardingForHttps;

    private Builder() {}

    /**
     * Sets the authorities that certificates of proxies are held against, and no others.
     *
     * @param pem a PEM file
     * @return this builder
     */
    public Builder caBundle(Path pem) {
      this.caBundle = Objects.requireNonNull(pem, "caBundle");
      return this;
    }

    /**
     * Sets the certificate that proxies are shown.
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
     * Sets the certificate that proxies are shown.
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
     * Sets whether a proxy with an https URL is shown https requests, and speaks TLS to the
     * endpoint itself: it then sees everything, secrets included.
     *
     * @param enabled true to trust it so far
     * @return this builder
     */
    public Builder useForwardingForHttps(boolean enabled) {
      this.useForwardingForHttps = enabled;
      return this;
    }

    /**
     * The options collected.
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
