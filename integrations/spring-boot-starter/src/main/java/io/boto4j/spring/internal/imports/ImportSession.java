package io.boto4j.spring.internal.imports;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.spring.Boto4jProperties;
import io.boto4j.spring.ClientProperties;
import io.boto4j.spring.internal.EarlyCustomizers;
import io.boto4j.spring.internal.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * The session of imports, made of the properties that are known when the import is found, and
 * created when the first resource is read.
 */
final class ImportSession {
  private final Boto4jProperties properties;
  private final ClientProperties defaults;
  private @Nullable Session session;

  ImportSession(Boto4jProperties properties, ClientProperties defaults) {
    this.properties = properties;
    this.defaults = defaults;
  }

  /** Whether it is made of equal properties, so that it can be shared. */
  boolean isOf(Boto4jProperties others, ClientProperties otherDefaults) {
    return properties.equals(others) && defaults.equals(otherDefaults);
  }

  /** Creates a client, which the caller closes. */
  synchronized Client client(String service) {
    Session existing = session;
    if (existing == null) {
      existing = create();
      session = existing;
    }
    ClientProperties own = properties.services().get(service);
    return existing.client(
        service,
        options -> {
          if (own != null) {
            Sessions.apply(own, options, /* withEndpoints= */ true, "boto4j.services." + service);
          }
        });
  }

  private Session create() {
    Session.Builder builder = Session.builder();
    Sessions.apply(builder, properties, defaults, /* redirected= */ false);
    EarlyCustomizers.apply(builder);
    Session created = builder.build();
    Sessions.checkServices(created, properties);
    return Sessions.withRole(created, properties.credentials());
  }
}
