package io.boto4j.spring.internal;

import io.boto4j.model.NearNames;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The check that every property below {@code boto4j} exists, before any bean is created.
 *
 * <p>Environment variables are not checked: some that begin with {@code BOTO4J_} are not
 * properties.
 */
public final class PropertyCheck implements BeanFactoryPostProcessor {
  private final ConfigurableEnvironment environment;

  /**
   * Creates a check.
   *
   * @param environment the properties to check
   */
  public PropertyCheck(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
    check(ConfigurationPropertySources.from(environment.getPropertySources()));
  }

  /** Throws for the first property that does not exist. */
  static void check(Iterable<ConfigurationPropertySource> sources) {
    for (ConfigurationPropertySource source : sources) {
      if (source instanceof IterableConfigurationPropertySource names
          && !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource)) {
        names.stream().filter(PropertyNames.PREFIX::isAncestorOf).forEach(n -> check(n, source));
      }
    }
  }

  private static void check(ConfigurationPropertyName name, ConfigurationPropertySource source) {
    PropertyNames.Unknown unknown = PropertyNames.find(name);
    if (unknown != null) {
      throw new StartupException(
          "The property '"
              + name
              + "'"
              + place(source.getConfigurationProperty(name), source)
              + " does not exist."
              + NearNames.hint(unknown.element(), unknown.known()),
          unknown.known().isEmpty()
              ? "Remove what follows '" + unknown.parent() + "'."
              : "Correct or remove it. Known below '"
                  + unknown.parent()
                  + "': "
                  + String.join(", ", unknown.known())
                  + ".",
          null);
    }
  }

  private static String place(
      @Nullable ConfigurationProperty property, ConfigurationPropertySource source) {
    if (property != null && property.getOrigin() != null) {
      return " (" + property.getOrigin() + ")";
    }
    return source.getUnderlyingSource() instanceof PropertySource<?> underlying
        ? " (" + underlying.getName() + ")"
        : "";
  }
}
