package io.boto4j.spring;

import io.boto4j.ClientConfig;

/**
 * A bean that changes the options of clients, after the properties have been applied.
 *
 * <p>It is called once for each client that the application injects or looks up. Several run in
 * their order, as {@code @Order} sets it.
 *
 * <pre>{@code
 * @Bean
 * ClientCustomizer analytics() {
 *   return (service, options) -> {
 *     if (service.equals("athena")) {
 *       options.credentials(analyst);
 *     }
 *   };
 * }
 * }</pre>
 */
@FunctionalInterface
public interface ClientCustomizer {
  /**
   * Changes the options of a client.
   *
   * @param service the service's name, such as {@code dynamodb}
   * @param options the options of its client
   */
  void customize(String service, ClientConfig.Builder options);
}
