package io.boto4j.spring;

import io.boto4j.Client;
import io.boto4j.ClientConfig;
import io.boto4j.Session;
import io.boto4j.error.Boto4jException;
import io.boto4j.spring.internal.Sessions;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * The clients of the application by service, for code that learns the service at run time.
 *
 * <pre>{@code
 * Client client = clients.client(event.service());
 * }</pre>
 *
 * <p>They are the beans that {@link AwsClient} injects: one per service, closed with the
 * application. Safe for use by multiple threads.
 */
public final class AwsClients {
  private final Session session;
  private final Boto4jProperties properties;
  private final List<ClientCustomizer> customizers;
  private final boolean withEndpoints;
  private final ClientBeans beans;
  private final DefaultListableBeanFactory factory;

  AwsClients(
      Session session,
      Boto4jProperties properties,
      List<ClientCustomizer> customizers,
      boolean withEndpoints,
      ClientBeans beans,
      DefaultListableBeanFactory factory) {
    this.session = session;
    this.properties = properties;
    this.customizers = customizers;
    this.withEndpoints = withEndpoints;
    this.beans = beans;
    this.factory = factory;
  }

  /**
   * Returns the client of a service, and creates it when it is first needed.
   *
   * @param service the service's name in botocore, such as {@code dynamodb}
   * @return the client, which the application closes
   * @throws io.boto4j.error.UnknownServiceException if there is no such service
   * @throws io.boto4j.error.NoRegionException if the service needs a region and none is configured
   * @throws io.boto4j.error.Boto4jException if an option has an invalid value
   */
  public Client client(String service) {
    Objects.requireNonNull(service, "service");
    try {
      return factory.getBean(beans.nameOf(service, factory), Client.class);
    } catch (BeanCreationException e) {
      beans.forget(service, factory);
      if (e.getMostSpecificCause() instanceof Boto4jException error) {
        throw error;
      }
      throw e;
    }
  }

  /**
   * Returns the session that creates the clients.
   *
   * @return the session
   */
  public Session session() {
    return session;
  }

  Client create(String service) {
    return session.client(service, options -> configure(service, options));
  }

  private void configure(String service, ClientConfig.Builder options) {
    ClientProperties own = properties.services().get(service);
    if (own != null) {
      Sessions.apply(own, options, withEndpoints, "boto4j.services." + service);
    }
    for (ClientCustomizer customizer : customizers) {
      customizer.customize(service, options);
    }
  }
}
