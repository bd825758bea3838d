package io.boto4j.internal.credentials;

import io.boto4j.internal.config.Profile;
import io.boto4j.internal.config.Profiles;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.text.Printable;
import java.nio.file.Path;

/** Keys in the active profile, read from one of the two shared files. */
final class ProfileFileCredentials implements ChainedProvider {
  private final Settings settings;

  /** True for the config file, false for the credentials file. */
  private final boolean ofConfigFile;

  private ProfileFileCredentials(Settings settings, boolean ofConfigFile) {
    this.settings = settings;
    this.ofConfigFile = ofConfigFile;
  }

  static ProfileFileCredentials ofCredentialsFile(Settings settings) {
    return new ProfileFileCredentials(settings, false);
  }

  static ProfileFileCredentials ofConfigFile(Settings settings) {
    return new ProfileFileCredentials(settings, true);
  }

  @Override
  public String method() {
    return ofConfigFile ? "config-file" : "shared-credentials-file";
  }

  @Override
  public Lookup find() {
    Profiles profiles = settings.profiles();
    Path path = ofConfigFile ? profiles.configFile() : profiles.credentialsFile();
    if (path == null) {
      return Lookup.notFound(
          "no " + (ofConfigFile ? "config" : "credentials") + " file is configured");
    }
    String name = settings.profileName();
    Profile profile =
        ofConfigFile ? profiles.configFileProfile(name) : profiles.credentialsFileProfile(name);
    String file = Printable.whole(path.toString());
    String shown = Printable.of(name);
    String section = ofConfigFile ? "profile '" + shown + "'" : "section [" + shown + "]";
    return profile == null
        ? Lookup.notFound("no " + section + " in " + file)
        : StaticKeys.find(method(), profile, section + " of " + file);
  }
}
