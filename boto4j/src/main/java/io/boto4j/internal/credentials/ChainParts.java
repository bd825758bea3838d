package io.boto4j.internal.credentials;

import io.boto4j.Sleeper;
import io.boto4j.internal.config.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the providers of a chain work with. Made when the first provider needs it, so that where the
 * environment has credentials none of it is.
 *
 * @param settings environment and profiles, with the profile whose credentials are looked for
 * @param home the home directory, in which caches are
 * @param clock what time it is
 * @param sleeper how to wait
 * @param random where chance comes from
 * @param serviceCalls makes calls to STS, SSO and the like
 * @param mfaPrompt given the serial number of an MFA device, gives the code it shows
 * @param roleCache the folder in which credentials of roles are kept, or null to keep none
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
  /** The same for another profile, which was chosen and so takes the environment out. */
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

  /** The same with another way to ask for codes. */
  ChainParts withMfaPrompt(Function<String, String> prompt) {
    return new ChainParts(settings, home, clock, sleeper, random, serviceCalls, prompt, roleCache);
  }

  /** The profile alone: settings may hold secrets. */
  @Override
  public String toString() {
    return "ChainParts[" + settings.profileName() + "]";
  }
}
