package io.boto4j.internal.client;

import io.boto4j.Interceptor;
import io.boto4j.Sleeper;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.config.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a session, apart from its credentials and models: a session and one with the
 * credentials of a role share them.
 *
 * @param settings the environment and the profiles
 * @param environmentOfProcess whether the environment is the process's own: only then the JVM's
 *     system properties count
 * @param home the home directory
 * @param regionInCode the region set in code, or null
 * @param clock the clock
 * @param sleeper the way to wait
 * @param random numbers from 0 to below 1
 * @param jvm the JVM's own sources, for those that were not given
 * @param uuids the ids that were given to the session, or null for random ones
 * @param transport the transport that was given to the session, or null for one per client
 * @param mfaPrompt returns the code of an MFA device, or null for the console
 * @param roleCache the folder in which the credentials of roles are kept, or null for none
 * @param firstInterceptors the interceptors before those of clients, which are the log of {@code
 *     BOTO4J_LOG}, or null
 */
public record SessionParts(
    Settings settings,
    boolean environmentOfProcess,
    Path home,
    @Nullable String regionInCode,
    Clock clock,
    Sleeper sleeper,
    DoubleSupplier random,
    JvmSources jvm,
    @Nullable Supplier<UUID> uuids,
    @Nullable HttpTransport transport,
    @Nullable Function<String, String> mfaPrompt,
    @Nullable Path roleCache,
    @Nullable List<Interceptor> firstInterceptors) {
  /**
   * The session's region.
   *
   * @return the region set in code, else that of the environment, else that of the profile; or null
   * @throws io.boto4j.error.InvalidRegionException if it cannot be part of a host name
   */
  public @Nullable String region() {
    return regionInCode == null ? settings.region() : Settings.checkRegion(regionInCode);
  }

  /** The profile alone: settings may hold secrets. */
  @Override
  public String toString() {
    return "SessionParts[" + settings.profileName() + "]";
  }
}
