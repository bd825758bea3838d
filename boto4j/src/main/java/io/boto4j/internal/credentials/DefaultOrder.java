package io.boto4j.internal.credentials;

import io.boto4j.internal.config.Settings;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Botocore's order of providers, behind the system properties: the table to add a provider to.
 *
 * <p>A provider is made when its turn comes, so that where the environment has credentials, as in a
 * Lambda function, the classes of all others are never loaded.
 */
final class DefaultOrder implements ChainOrder {
  /** The rows from here to the other one are what a role's source profile is looked through for. */
  private static final int FIRST_OF_PROFILE = 3;

  private static final int LAST_OF_PROFILE = 8;

  private final Settings settings;
  private final Supplier<ChainParts> parts;

  DefaultOrder(Settings settings, Supplier<ChainParts> parts) {
    this.settings = settings;
    this.parts = parts;
  }

  @Override
  public @Nullable ChainedProvider provider(int position) {
    return switch (position) {
      case 0 -> VariableCredentials.ofSystemProperties(settings, parts);
      case 1 -> VariableCredentials.ofEnvironment(settings, parts);
      case 2 -> new AssumeRoleCredentials(parts.get());
      case 3 -> new WebIdentityCredentials(parts.get());
      case 4 -> new SsoCredentials(parts.get());
      case 5 -> new SharedFileCredentials(settings);
      case 6 -> new LoginCredentials(parts.get());
      case 7 -> new ProcessCredentials(parts.get());
      case 8 -> new ConfigFileCredentials(settings);
      case 9 -> new Ec2FileCredentials(settings);
      case 10 -> new BotoFileCredentials(parts.get());
      case 11 -> new ContainerCredentials(parts.get());
      case 12 -> new InstanceCredentials(parts.get());
      default -> null;
    };
  }

  /** The providers that look into a profile, but for a role's, which the caller looks for. */
  static ChainOrder ofProfile(ChainParts parts) {
    DefaultOrder all = new DefaultOrder(parts.settings(), () -> parts);
    return position ->
        position > LAST_OF_PROFILE - FIRST_OF_PROFILE
            ? null
            : all.provider(FIRST_OF_PROFILE + position);
  }

  /**
   * A provider by the name that {@code credential_source} has for it.
   *
   * @return the provider, or null if there is none of that name
   */
  static @Nullable ChainedProvider ofSource(String name, ChainParts parts) {
    return switch (name) {
      case "Environment" -> VariableCredentials.ofEnvironmentAlways(parts.settings(), () -> parts);
      case "EcsContainer" -> new ContainerCredentials(parts);
      case "Ec2InstanceMetadata" -> new InstanceCredentials(parts);
      default -> null;
    };
  }
}
