package io.boto4j.spring.internal;

import io.boto4j.Session;
import io.boto4j.spring.SessionCustomizer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** The customizers of sessions that {@code META-INF/spring.factories} lists. */
public final class EarlyCustomizers {
  private EarlyCustomizers() {}

  /**
   * Changes a session by all of them.
   *
   * @param session the builder of the session
   */
  public static void apply(Session.Builder session) {
    for (SessionCustomizer customizer :
        SpringFactoriesLoader.forDefaultResourceLocation().load(SessionCustomizer.class)) {
      customizer.customize(session);
    }
  }
}
