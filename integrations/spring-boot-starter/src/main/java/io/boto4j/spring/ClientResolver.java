package io.boto4j.spring;

import io.boto4j.Client;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinitionHolder;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.AutowireCandidateResolver;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;

/**
 * The resolver of the bean factory, extended: before a client is resolved, its bean definition is
 * registered. Everything else is left to the original.
 */
final class ClientResolver implements AutowireCandidateResolver {
  private final AutowireCandidateResolver original;
  private final ClientBeans clients;
  private final DefaultListableBeanFactory factory;

  ClientResolver(
      AutowireCandidateResolver original, ClientBeans clients, DefaultListableBeanFactory factory) {
    this.original = original;
    this.clients = clients;
    this.factory = factory;
  }

  /** The container asks for a value first, before it looks for candidates. */
  @Override
  public @Nullable Object getSuggestedValue(DependencyDescriptor descriptor) {
    if (descriptor.getDependencyType() == Client.class) {
      MergedAnnotation<AwsClient> qualifier =
          MergedAnnotations.from(descriptor.getAnnotations()).get(AwsClient.class);
      if (qualifier.isPresent()) {
        clients.nameOf(qualifier.getString(MergedAnnotation.VALUE), factory);
      }
    }
    return original.getSuggestedValue(descriptor);
  }

  @Override
  public boolean isAutowireCandidate(BeanDefinitionHolder bean, DependencyDescriptor descriptor) {
    return original.isAutowireCandidate(bean, descriptor);
  }

  @Override
  public boolean isRequired(DependencyDescriptor descriptor) {
    return original.isRequired(descriptor);
  }

  @Override
  public boolean hasQualifier(DependencyDescriptor descriptor) {
    return original.hasQualifier(descriptor);
  }

  @Override
  public @Nullable String getSuggestedName(DependencyDescriptor descriptor) {
    return original.getSuggestedName(descriptor);
  }

  @Override
  public @Nullable Object getLazyResolutionProxyIfNecessary(
      DependencyDescriptor descriptor, @Nullable String beanName) {
    return original.getLazyResolutionProxyIfNecessary(descriptor, beanName);
  }

  @Override
  public @Nullable Class<?> getLazyResolutionProxyClass(
      DependencyDescriptor descriptor, @Nullable String beanName) {
    return original.getLazyResolutionProxyClass(descriptor, beanName);
  }

  @Override
  public AutowireCandidateResolver cloneIfNecessary() {
    return new ClientResolver(original.cloneIfNecessary(), clients, factory);
  }
}
