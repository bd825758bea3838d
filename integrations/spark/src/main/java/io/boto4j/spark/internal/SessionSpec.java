package io.boto4j.spark.internal;

import io.boto4j.Client;
import io.boto4j.ClientConfig;
import io.boto4j.Session;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.spark.SessionFactory;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The description of a session, which travels to the executors in place of a session: names, never
 * credentials.
 *
 * <p>Each JVM creates one session for equal descriptions, and one client per service and region,
 * and keeps them.
 *
 * @param region the region, or null for that of the environment
 * @param profile the profile of the shared files, or null
 * @param endpointUrl the endpoint of the services the job calls, or null; roles are assumed at the
 *     endpoint of the environment
 * @param credentialsProvider the class of the credentials provider, or null for the usual chain
 * @param credentialsOptions the options for that class
 * @param sessionFactory the class of the {@link SessionFactory}, or null
 * @param factoryOptions the options for that class
 * @param roleArn the role to assume, or null
 * @param maxAttempts the attempts of a call, or 0 for the default
 * @param retryMode the retry mode, or null
 * @param readTimeout the limit on each wait for the response, or null
 * @param connectTimeout the limit on the time to connect, or null
 * @param totalTimeout the limit on the time of a call, or null
 */
public record SessionSpec(
    @Nullable String region,
    @Nullable String profile,
    @Nullable String endpointUrl,
    @Nullable String credentialsProvider,
    Map<String, String> credentialsOptions,
    @Nullable String sessionFactory,
    Map<String, String> factoryOptions,
    @Nullable String roleArn,
    int maxAttempts,
    @Nullable String retryMode,
    @Nullable Duration readTimeout,
    @Nullable Duration connectTimeout,
    @Nullable Duration totalTimeout)
    implements Serializable {

  /** The names of the options that describe a session; those of a reader or writer come on top. */
  public static final List<String> OPTIONS =
      List.of(
          "region",
          "profile",
          "endpointUrl",
          "credentialsProvider",
          "credentialsProvider.",
          "sessionFactory",
          "sessionFactory.",
          "roleArn",
          "maxAttempts",
          "retryMode",
          "readTimeout",
          "connectTimeout",
          "totalTimeout");

  private static final int MOST_ATTEMPTS = 100;

  /** Copies the maps. */
  public SessionSpec {
    credentialsOptions = Map.copyOf(credentialsOptions);
    factoryOptions = Map.copyOf(factoryOptions);
  }

  /**
   * Reads the description from options, and checks that the classes exist.
   *
   * @param options options that know {@link #OPTIONS}
   * @return the description
   * @throws IllegalArgumentException if a value is invalid
   */
  public static SessionSpec of(Options options) {
    SessionSpec spec =
        new SessionSpec(
            options.text("region"),
            options.text("profile"),
            options.text("endpointUrl"),
            options.text("credentialsProvider"),
            options.withPrefix("credentialsProvider."),
            options.text("sessionFactory"),
            options.withPrefix("sessionFactory."),
            options.text("roleArn"),
            options.integer("maxAttempts", 0, 1, MOST_ATTEMPTS),
            options.text("retryMode"),
            options.duration("readTimeout"),
            options.duration("connectTimeout"),
            options.duration("totalTimeout"));
    spec.checkClasses();
    return spec;
  }

  private void checkClasses() {
    if (credentialsProvider != null) {
      Instances.find("credentialsProvider", credentialsProvider, CredentialsProvider.class);
    }
    if (sessionFactory != null) {
      Instances.find("sessionFactory", sessionFactory, SessionFactory.class);
    }
  }

  /**
   * Returns this description with another region.
   *
   * @param other the region
   * @return a copy
   */
  public SessionSpec withRegion(String other) {
    return new SessionSpec(
        Objects.requireNonNull(other, "other"),
        profile,
        endpointUrl,
        credentialsProvider,
        credentialsOptions,
        sessionFactory,
        factoryOptions,
        roleArn,
        maxAttempts,
        retryMode,
        readTimeout,
        connectTimeout,
        totalTimeout);
  }

  /**
   * Returns the session of this JVM for this description.
   *
   * @return the session, which is shared
   */
  public Session session() {
    return SessionCache.session(this);
  }

  /**
   * Returns the client of this JVM for this description and a service.
   *
   * @param service the service's name, such as {@code dynamodb}
   * @return the client, which is shared and must not be closed
   */
  public Client client(String service) {
    return SessionCache.client(this, service);
  }

  /** Creates the session: see {@link SessionCache}. */
  Session create() {
    Session.Builder builder =
        sessionFactory == null
            ? Session.builder()
            : Instances.create(
                    "sessionFactory", sessionFactory, SessionFactory.class, factoryOptions)
                .builder();
    if (region != null) {
      builder.region(region);
    }
    if (profile != null) {
      builder.profile(profile);
    }
    if (credentialsProvider != null) {
      builder.credentials(
          Instances.create(
              "credentialsProvider",
              credentialsProvider,
              CredentialsProvider.class,
              credentialsOptions));
    }
    Session session = builder.config(this::configure).build();
    return roleArn == null ? session : session.assumeRole(roleArn);
  }

  private void configure(ClientConfig.Builder config) {
    config.maxPoolConnections(SessionCache.POOLED_CONNECTIONS);
    if (endpointUrl != null) {
      config.endpointUrl(endpointUrl);
    }
    if (maxAttempts > 0) {
      config.maxAttempts(maxAttempts);
    }
    if (retryMode != null) {
      config.retryMode(retryMode);
    }
    if (readTimeout != null) {
      config.readTimeout(readTimeout);
    }
    if (connectTimeout != null) {
      config.connectTimeout(connectTimeout);
    }
    if (totalTimeout != null) {
      config.totalTimeout(totalTimeout);
    }
  }

  /** Returns region, profile and role, without the options of classes. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("session(");
    text.append(region == null ? "default region" : region);
    append(text, "profile", profile);
    append(text, "role", roleArn);
    append(text, "provider", credentialsProvider);
    append(text, "factory", sessionFactory);
    return text.append(')').toString();
  }

  private static void append(StringBuilder text, String name, @Nullable String value) {
    if (value != null) {
      text.append(", ").append(name).append(' ').append(value);
    }
  }
}
