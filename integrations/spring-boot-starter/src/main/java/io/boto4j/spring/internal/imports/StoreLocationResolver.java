package io.boto4j.spring.internal.imports;

import io.boto4j.model.NearNames;
import io.boto4j.spring.Boto4jProperties;
import io.boto4j.spring.ClientProperties;
import io.boto4j.spring.internal.StartupException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataLocation;
import org.springframework.boot.context.config.ConfigDataLocationResolver;
import org.springframework.boot.context.config.ConfigDataLocationResolverContext;
import org.springframework.boot.context.properties.bind.Binder;

/** The parser of locations: {@code aws-secretsmanager:NAME?prefix=PREFIX}. */
final class StoreLocationResolver implements ConfigDataLocationResolver<StoreResource> {
  private static final String PREFIX_OPTION = "prefix";

  /** The session of the previous location: usually the properties are still the same. */
  private @Nullable ImportSession session;

  StoreLocationResolver() {}

  @Override
  public boolean isResolvable(
      ConfigDataLocationResolverContext context, ConfigDataLocation location) {
    return Store.of(location.getValue()) != null;
  }

  @Override
  public List<StoreResource> resolve(
      ConfigDataLocationResolverContext context, ConfigDataLocation location) {
    Store store = Store.of(location.getValue());
    if (store == null) {
      return List.of();
    }
    String text = location.getNonPrefixedValue(store.prefix());
    int query = text.indexOf('?');
    String name = query < 0 ? text : text.substring(0, query);
    String prefix = query < 0 ? "" : prefix(text.substring(query + 1), location);
    checkName(store, name, location);
    return List.of(new StoreResource(store, name, prefix, session(context.getBinder())));
  }

  private static String prefix(String option, ConfigDataLocation location) {
    int equals = option.indexOf('=');
    String name = equals < 0 ? option : option.substring(0, equals);
    if (equals < 0 || !name.equals(PREFIX_OPTION)) {
      throw new StartupException(
          "The import '"
              + location
              + "' has an unknown option: '"
              + name
              + "'."
              + NearNames.hint(name, List.of(PREFIX_OPTION)),
          "Write ?prefix=PREFIX, or nothing, after the name.",
          null);
    }
    return option.substring(equals + 1);
  }

  private static void checkName(Store store, String name, ConfigDataLocation location) {
    if (store == Store.PARAMETER_STORE && !name.startsWith("/")) {
      throw new StartupException(
          "The import '" + location + "' does not name a path: paths begin with a slash.",
          "Write a path such as " + store.prefix() + "/app/.",
          null);
    }
    if (name.isEmpty()) {
      throw new StartupException(
          "The import '" + location + "' does not name a secret.",
          "Write the name or the ARN of a secret after " + store.prefix() + ".",
          null);
    }
  }

  private ImportSession session(Binder binder) {
    Boto4jProperties properties = binder.bindOrCreate("boto4j", Boto4jProperties.class);
    ClientProperties defaults = binder.bindOrCreate("boto4j", ClientProperties.class);
    ImportSession known = session;
    if (known == null || !known.isOf(properties, defaults)) {
      known = new ImportSession(properties, defaults);
      session = known;
    }
    return known;
  }
}
