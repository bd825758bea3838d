package io.boto4j.internal.credentials;

import io.boto4j.config.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Botocore's order of providers: the table to add a provider to.
 *
 * <p>A provider is made when its turn comes, so that where the environment has credentials, as in a
 * Lambda function, the classes of all others are never loaded.
 */
final class DefaultOrder implements ChainOrder {
  private final Settings settings;

  DefaultOrder(Settings settings) {
    this.settings = settings;
  }

  @Override
  public @Nullable ChainedProvider provider(int position) {
    return switch (position) {
      case 0 -> new EnvironmentCredentials(settings);
      case 1 -> new SharedFileCredentials(settings);
      case 2 -> new ConfigFileCredentials(settings);
      default -> null;
    };
  }
}
