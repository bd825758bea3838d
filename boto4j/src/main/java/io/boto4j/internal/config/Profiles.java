package io.boto4j.internal.config;

import io.boto4j.error.ConfigParseException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of the two shared files, the config file laid under the credentials file: where both
 * have a key of a profile, the credentials file wins.
 *
 * <p>The files are {@code AWS_CONFIG_FILE} and {@code AWS_SHARED_CREDENTIALS_FILE}, with {@code ~}
 * and {@code $NAME} replaced, else {@code config} and {@code credentials} in {@code <home>/.aws}. A
 * file that is missing is an empty one. Both are read once, when something is first asked of them;
 * a failure is not remembered. Safe to share between threads.
 */
public final class Profiles {
  private final Map<String, String> environment;
  private final Path home;
  // Not "synchronized": a virtual thread that reads a file within it would pin its carrier.
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Loaded loaded;

  /**
   * Makes the profiles without looking at any file.
   *
   * @param environment the environment variables
   * @param home the home directory
   */
  public Profiles(Map<String, String> environment, Path home) {
    this.environment = environment;
    this.home = home;
  }

  /**
   * The names of all profiles.
   *
   * @return the names in the order of the files, those of the config file first
   * @throws ConfigParseException when a file cannot be read or understood
   */
  public Set<String> names() {
    return Collections.unmodifiableSet(loaded().merged.keySet());
  }

  /**
   * A profile by name.
   *
   * @param name the name
   * @return the profile of both files, or null if neither has it
   * @throws ConfigParseException when a file cannot be read or understood
   */
  public @Nullable Profile find(String name) {
    return loaded().merged.get(name);
  }

  /**
   * A profile as the config file alone has it.
   *
   * @param name the name
   * @return the profile, or null if that file does not have it
   * @throws ConfigParseException when a file cannot be read or understood
   */
  public @Nullable Profile configFileProfile(String name) {
    return loaded().config.profiles().get(name);
  }

  /**
   * A profile as the credentials file alone has it.
   *
   * @param name the name
   * @return the profile, or null if that file does not have it
   * @throws ConfigParseException when a file cannot be read or understood
   */
  public @Nullable Profile credentialsFileProfile(String name) {
    return loaded().credentials.profiles().get(name);
  }

  /**
   * An {@code [sso-session NAME]} section of the config file.
   *
   * @param name the name
   * @return the section, or null if there is none
   * @throws ConfigParseException when a file cannot be read or understood
   */
  public @Nullable Profile ssoSession(String name) {
    return loaded().config.ssoSessions().get(name);
  }

  /**
   * A {@code [services NAME]} section of the config file, in which each service is a nested block.
   *
   * @param name the name
   * @return the section, or null if there is none
   * @throws ConfigParseException when a file cannot be read or understood
   */
  public @Nullable Profile services(String name) {
    return loaded().config.services().get(name);
  }

  /**
   * Where the config file is looked for.
   *
   * @return the path, or null when the environment says there is none
   */
  public @Nullable Path configFile() {
    return SharedPaths.of(environment, home, "AWS_CONFIG_FILE", "config");
  }

  /**
   * Where the credentials file is looked for.
   *
   * @return the path, or null when the environment says there is none
   */
  public @Nullable Path credentialsFile() {
    return SharedPaths.of(environment, home, "AWS_SHARED_CREDENTIALS_FILE", "credentials");
  }

  /**
   * The path that an environment variable names, with {@code ~} and {@code $NAME} replaced.
   *
   * @param variable the environment variable
   * @return the path, or null when the variable is not set, or empty
   */
  public @Nullable Path pathIn(String variable) {
    return environment.get(variable) == null
        ? null
        : SharedPaths.of(environment, home, variable, /* name= */ "");
  }

  /**
   * A section of some other file of the same form, as boto 2 had one.
   *
   * @param file the file
   * @param section the header of the section
   * @return the section, or null if there is no such file, or none in it
   * @throws ConfigParseException when the file cannot be read or understood
   */
  public static @Nullable Profile section(Path file, String section) {
    return ProfileFile.credentials(file).profiles().get(section);
  }

  private Loaded loaded() {
    Loaded read = loaded;
    if (read != null) {
      return read;
    }
    lock.lock();
    try {
      read = loaded;
      if (read == null) {
        read =
            new Loaded(
                ProfileFile.config(configFile()), ProfileFile.credentials(credentialsFile()));
        loaded = read;
      }
      return read;
    } finally {
      lock.unlock();
    }
  }

  /** What was read, published as one. */
  private static final class Loaded {
    private final ProfileFile config;
    private final ProfileFile credentials;
    private final Map<String, Profile> merged;

    private Loaded(ProfileFile config, ProfileFile credentials) {
      this.config = config;
      this.credentials = credentials;
      merged = new LinkedHashMap<>(config.profiles());
      for (Profile stronger : credentials.profiles().values()) {
        Profile weaker = merged.get(stronger.name());
        merged.put(stronger.name(), weaker == null ? stronger : weaker.under(stronger));
      }
    }
  }
}
