package io.boto4j.spring;

import io.boto4j.Client;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * The bean definitions of clients, which are registered when a client is first needed.
 *
 * <p>They are ordinary beans from then on, so the container closes each client after the beans that
 * depend on it.
 */
final class ClientBeans implements BeanFactoryPostProcessor {
  static final String CLIENTS = "boto4jClients";
  private static final String PREFIX = "boto4j.client.";

  private final Map<String, String> names = new ConcurrentHashMap<>();

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
    if (factory instanceof DefaultListableBeanFactory beans) {
      beans.setAutowireCandidateResolver(
          new ClientResolver(beans.getAutowireCandidateResolver(), this, beans));
    }
  }

  /** Returns the name of the bean of a client, which the application or this class defines. */
  String nameOf(String service, DefaultListableBeanFactory factory) {
    String known = names.get(service);
    return known != null ? known : find(service, factory);
  }

  private synchronized String find(String service, DefaultListableBeanFactory factory) {
    String name = ownOfApplication(service, factory);
    if (name == null) {
      name = PREFIX + service;
      if (!factory.containsBeanDefinition(name)) {
        factory.registerBeanDefinition(name, definition(service, factory));
      }
    }
    names.put(service, name);
    return name;
  }

  /** Removes the bean definition of a client that could not be created, such as a wrong name's. */
  synchronized void forget(String service, DefaultListableBeanFactory factory) {
    String name = PREFIX + service;
    if (name.equals(names.get(service))
        && factory.containsBeanDefinition(name)
        && !factory.containsSingleton(name)) {
      names.remove(service);
      factory.removeBeanDefinition(name);
    }
  }

  private static @Nullable String ownOfApplication(
      String service, DefaultListableBeanFactory factory) {
    for (String name : factory.getBeanNamesForType(Client.class, true, false)) {
      AwsClient qualifier = factory.findAnnotationOnBean(name, AwsClient.class, false);
      if (qualifier != null && qualifier.value().equals(service)) {
        return name;
      }
    }
    return null;
  }

  private static RootBeanDefinition definition(String service, DefaultListableBeanFactory factory) {
    RootBeanDefinition client =
        new RootBeanDefinition(
            Client.class, () -> factory.getBean(CLIENTS, AwsClients.class).create(service));
    client.addQualifier(new AutowireCandidateQualifier(AwsClient.class, service));
    client.setDefaultCandidate(false);
    client.setDependsOn(CLIENTS);
    client.setDestroyMethodName("close");
    return client;
  }
}
