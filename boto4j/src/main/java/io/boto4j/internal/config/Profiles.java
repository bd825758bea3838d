package io.boto4j.internal.config;

import io.boto4j.error.ConfigParseException;
import java.io.File;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of the two shared files, merged: where both files have a key of a profile, the
 * credentials file takes precedence.
 *
 * <p>The files are those that {@code AWS_CONFIG_FILE} and {@code AWS_SHARED_CREDENTIALS_FILE} name,
 * with {@code ~} and {@code $NAME} expanded, else {@code config} and {@code credentials} in {@code
 * <home>/.aws}. A missing file counts as empty. Both are read once, on first use; a failure is not
 * cached. Safe to share between threads.
 */
public final class Profiles {
  private final Map<String, String> environment;
  private final Path home;
  // Not "synchronized": reading a file inside it would pin a virtual thread to its carrier.
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * Created on first use, and only once, under the lock: all threads must see the same profiles.
   */
  private volatile @Nullable Loaded loaded;

  /**
   * Creates the profiles without reading a file.
   *
   * @param environment the environment variables
   * @param home the home directory
   */
  public Profiles(Map<String, String> environment, Path home) {
    this.environment = environment;
    this.home = home;
  }

  /**
   * The home directory, found as the "SDKs and Tools Reference Guide" of AWS resolves {@code ~}.
   * {@code user.home} comes last: the JVM reads it from the password file, which knows nothing of a
   * container's user or a CI system's directory.
   *
   * @param environment the environment variables
   * @return the directory that {@code HOME} names, or on Windows {@code USERPROFILE}, or there
   *     {@code HOMEDRIVE} and {@code HOMEPATH}; else that of the system property {@code user.home}
   */
  public static Path home(Map<String, String> environment) {
    return Path.of(home(environment, File.separatorChar == '\\', System.getProperty("user.home")));
  }

  static String home(Map<String, String> environment, boolean windows, String ofJvm) {
    String home = environment.get("HOME");
    if (windows && isUnset(home)) {
      home = environment.get("USERPROFILE");
      String path = environment.get("HOMEPATH");
      if (isUnset(home) && !isUnset(path)) {
        String drive = environment.get("HOMEDRIVE");
        home = drive == null ? path : drive + path;
      }
    }
    return home == null || home.isEmpty() ? ofJvm : home;
  }

  private static boolean isUnset(@Nullable String value) {
    return value == null || value.isEmpty();
  }

  /**
   * The names of all profiles.
   *
   * @return the names in the order of the files, those of the config file first
   * @throws ConfigParseException if a file cannot be read or parsed
   */
  public Set<String> names() {
    return Collections.unmodifiableSet(loaded().merged.keySet());
  }

  /**
   * A profile by name.
   *
   * @param name the name
   * @return the merged profile, or null if neither file has it
   * @throws ConfigParseException if a file cannot be read or parsed
   */
  public @Nullable Profile find(String name) {
    return loaded().merged.get(name);
  }

  /**
   * A profile with the keys of the config file only.
   *
   * @param name the name
   * @return the profile, or null if that file does not have it
   * @throws ConfigParseException if a file cannot be read or parsed
   */
  public @Nullable Profile configFileProfile(String name) {
    return loaded().config.profiles().get(name);
  }

  /**
   * A profile with the keys of the credentials file only.
   *
   * @param name the name
   * @return the profile, or null if that file does not have it
   * @throws ConfigParseException if a file cannot be read or parsed
   */
  public @Nullable Profile credentialsFileProfile(String name) {
    return loaded().credentials.profiles().get(name);
  }

  /**
   * An {@code [sso-session NAME]} section of the config file.
   *
   * @param name the name
   * @return the section, or null if there is none
   * @throws ConfigParseException if a file cannot be read or parsed
   */
  public @Nullable Profile ssoSession(String name) {
    return loaded().config.ssoSessions().get(name);
  }

  /**
   * A {@code [services NAME]} section of the config file, in which each service is a nested block.
   *
   * @param name the name
   * @return the section, or null if there is none
   * @throws ConfigParseException if a file cannot be read or parsed
   */
  public @Nullable Profile services(String name) {
    return loaded().config.services().get(name);
  }

  /**
   * The path of the config file.
   *
   * @return the path, or null if its variable is set to an empty string
   */
  public @Nullable Path configFile() {
    return SharedPaths.of(environment, home, "AWS_CONFIG_FILE", "config");
  }

  /**
   * The path of the credentials file.
   *
   * @return the path, or null if its variable is set to an empty string
   */
  public @Nullable Path credentialsFile() {
    return SharedPaths.of(environment, home, "AWS_SHARED_CREDENTIALS_FILE", "credentials");
  }

  /**
   * The path in an environment variable, with {@code ~} and {@code $NAME} expanded.
   *
   * @param variable the environment variable
   * @return the path, or null if the variable is unset or empty
   */
  public @Nullable Path pathIn(String variable) {
    return environment.get(variable) == null
        ? null
        : SharedPaths.of(environment, home, variable, /* name= */ "");
  }

  /**
   * The path in a setting, in which a leading {@code ~} stands for the home directory.
   *
   * @param setting the path as it is written in the environment or in a profile
   * @return the path
   * @throws java.nio.file.InvalidPathException if it is not a path
   */
  public Path path(String setting) {
    return SharedPaths.inHome(home, setting);
  }

  /**
   * A section of another file of the same form, such as that of boto 2.
   *
   * @param file the file
   * @param section the header of the section
   * @return the section, or null if there is no such file or section
   * @throws ConfigParseException if the file cannot be read or parsed
   */
  public static @Nullable Profile section(Path file, String section) {
    return ProfileFile.credentials(file).profiles().get(section);
  }

  private Loaded loaded() {
    Loaded created = loaded;
    if (created == null) {
      lock.lock();
      try {
        created = loaded;
        if (created == null) {
          created =
              new Loaded(
                  ProfileFile.config(configFile()), ProfileFile.credentials(credentialsFile()));
          loaded = created;
        }
      } finally {
        lock.unlock();
      }
    }
    return created;
  }

  /** The content of both files, published together. */
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
