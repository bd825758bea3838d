package io.boto4j.spring.internal;

import io.boto4j.AssumeRoleOptions;
import io.boto4j.ClientConfig;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.model.NearNames;
import io.boto4j.spring.Boto4jProperties;
import io.boto4j.spring.ClientProperties;
import java.util.List;

/** The properties applied to builders of sessions and options of clients. */
public final class Sessions {
  private Sessions() {}

  /**
   * Sets everything that properties can set, except the role: {@link #withRole}.
   *
   * @param session the builder
   * @param properties the properties of the session
   * @param defaults the options of all clients
   * @param redirected whether the builder already leads to an AWS, whose credentials and endpoints
   *     win over the properties
   */
  public static void apply(
      Session.Builder session,
      Boto4jProperties properties,
      ClientProperties defaults,
      boolean redirected) {
    if (defaults.region() != null) {
      session.region(defaults.region());
    }
    properties.dataPath().forEach(session::dataPath);
    if (!redirected) {
      if (properties.profile() != null) {
        session.profile(properties.profile());
      }
      accessKey(session, properties.credentials());
    }
    session.config(options -> apply(defaults, options, !redirected, "boto4j"));
  }

  private static void accessKey(Session.Builder session, Boto4jProperties.Credentials given) {
    String id = given.accessKeyId();
    String secret = given.secretAccessKey();
    if (id == null && secret == null && given.sessionToken() == null) {
      return;
    }
    if (id == null || secret == null) {
      throw new StartupException(
          "boto4j.credentials."
              + (id == null ? "access-key-id" : "secret-access-key")
              + " is not set, although another part of the access key is.",
          "Set both boto4j.credentials.access-key-id and boto4j.credentials.secret-access-key, or"
              + " neither.",
          null);
    }
    session.credentials(
        given.sessionToken() == null
            ? Credentials.of(id, secret)
            : Credentials.of(id, secret, given.sessionToken()));
  }

  /**
   * Sets the options of clients.
   *
   * @param properties the options
   * @param options the builder
   * @param withEndpoints whether to set endpoint URLs too
   * @param prefix the prefix of the properties, for messages
   * @throws StartupException if an option has an invalid value
   */
  public static void apply(
      ClientProperties properties,
      ClientConfig.Builder options,
      boolean withEndpoints,
      String prefix) {
    try {
      properties.apply(options, withEndpoints);
    } catch (IllegalArgumentException e) {
      throw new StartupException(
          "A property below " + prefix + " has an invalid value: " + e.getMessage(),
          "Correct the property.",
          e);
    }
  }

  /**
   * Returns the session with the credentials of the role that the properties name, if any.
   *
   * @param session the session
   * @param given the properties
   * @return the session, or one whose credentials are those of the role
   */
  public static Session withRole(Session session, Boto4jProperties.Credentials given) {
    String role = given.roleArn();
    if (role != null) {
      return session.assumeRole(role, options -> apply(given, options));
    }
    if (given.roleSessionName() != null
        || given.roleDuration() != null
        || given.externalId() != null) {
      throw new StartupException(
          "Options of a role are set below boto4j.credentials, but role-arn is not.",
          "Set boto4j.credentials.role-arn, or remove the options.",
          null);
    }
    return session;
  }

  private static void apply(Boto4jProperties.Credentials given, AssumeRoleOptions options) {
    if (given.roleSessionName() != null) {
      options.roleSessionName(given.roleSessionName());
    }
    if (given.roleDuration() != null) {
      options.duration(given.roleDuration());
    }
    if (given.externalId() != null) {
      options.externalId(given.externalId());
    }
  }

  /**
   * Checks that every service with options of its own exists.
   *
   * @param session the session that knows the services
   * @param properties the properties
   * @throws StartupException if a service is unknown
   */
  public static void checkServices(Session session, Boto4jProperties properties) {
    if (properties.services().isEmpty()) {
      return;
    }
    List<String> known = session.services();
    for (String service : properties.services().keySet()) {
      if (!known.contains(service)) {
        throw new StartupException(
            "The properties boto4j.services."
                + service
                + ".* are for an unknown service: '"
                + service
                + "'."
                + NearNames.hint(service, known),
            "Correct the name, or add the model of the service with boto4j.data-path.",
            null);
      }
    }
  }
}
