package io.boto4j.internal.credentials;

import io.boto4j.Sleeper;
import io.boto4j.internal.config.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The dependencies of the providers in a chain. Created when a provider first needs them: with
 * credentials in the environment, none of them is created.
 *
 * @param settings the environment and the profiles, with the active profile
 * @param home the home directory, which holds the caches
 * @param clock the clock
 * @param sleeper waits between attempts
 * @param random supplies random numbers from 0 (inclusive) to 1 (exclusive)
 * @param serviceCalls calls STS, SSO and similar services
 * @param mfaPrompt returns the current code of an MFA device, given its serial number
 * @param roleCache the folder in which credentials of roles are cached, or null for no cache
 */
public record ChainParts(
    Settings settings,
    Path home,
    Clock clock,
    Sleeper sleeper,
    DoubleSupplier random,
    ServiceCalls serviceCalls,
    Function<String, String> mfaPrompt,
    @Nullable Path roleCache) {
  /**
   * Returns the same parts for another profile. As a profile set in code, it excludes the
   * environment.
   */
  ChainParts forProfile(String profile) {
    return new ChainParts(
        settings.withProfile(profile),
        home,
        clock,
        sleeper,
        random,
        serviceCalls,
        mfaPrompt,
        roleCache);
  }

  /** Returns the same parts with another MFA prompt. */
  ChainParts withMfaPrompt(Function<String, String> prompt) {
    return new ChainParts(settings, home, clock, sleeper, random, serviceCalls, prompt, roleCache);
  }

  /** Returns the profile only, since settings may hold secrets. */
  @Override
  public String toString() {
    return "ChainParts[" + settings.profileName() + "]";
  }
}
