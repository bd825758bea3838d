package io.boto4j.internal.credentials;

import io.boto4j.internal.config.Settings;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * botocore's order of providers, preceded by the system properties: the table to which a provider
 * is added.
 *
 * <p>Providers are created one at a time: with credentials in the environment, as in a Lambda
 * function, the classes of the later providers are never loaded.
 */
final class DefaultOrder implements ChainOrder {
  /** The first of the rows that apply to the source profile of a role. */
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
      case 5 -> ProfileFileCredentials.ofCredentialsFile(settings);
      case 6 -> new LoginCredentials(parts.get());
      case 7 -> new ProcessCredentials(parts.get());
      case 8 -> ProfileFileCredentials.ofConfigFile(settings);
      case 9 -> new Ec2FileCredentials(settings);
      case 10 -> new BotoFileCredentials(parts.get());
      case 11 -> new ContainerCredentials(parts.get());
      case 12 -> new InstanceCredentials(parts.get());
      default -> null;
    };
  }

  /** Returns the providers that read a profile, except that of roles, which the caller handles. */
  static ChainOrder ofProfile(ChainParts parts) {
    DefaultOrder all = new DefaultOrder(parts.settings(), () -> parts);
    return position ->
        position > LAST_OF_PROFILE - FIRST_OF_PROFILE
            ? null
            : all.provider(FIRST_OF_PROFILE + position);
  }

  /**
   * Returns the provider with a given name in {@code credential_source}.
   *
   * @return the provider, or null if the name is unknown
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
