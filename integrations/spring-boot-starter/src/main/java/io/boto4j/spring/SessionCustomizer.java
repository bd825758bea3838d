package io.boto4j.spring;

import io.boto4j.Session;

/**
 * A bean that changes the session before it is created, after the properties have been applied.
 *
 * <p>Several run in their order, as {@code @Order} sets it. One that must also apply to the session
 * of configuration imports, which exists before any bean, is listed in {@code
 * META-INF/spring.factories} under the name of this interface instead: it then applies to both.
 *
 * <pre>{@code
 * @Bean
 * SessionCustomizer uuids() {
 *   return session -> session.uuids(generator::next);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface SessionCustomizer {
  /**
   * Changes the session.
   *
   * @param session the builder of the session
   */
  void customize(Session.Builder session);
}
