package io.boto4j.internal.credentials;

import io.boto4j.internal.config.Profile;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.text.Printable;
import java.nio.file.Path;

/** Keys in the active profile's section of the config file. */
final class ConfigFileCredentials implements ChainedProvider {
  private static final String METHOD = "config-file";

  private final Settings settings;

  ConfigFileCredentials(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public Lookup find() {
    Path path = settings.profiles().configFile();
    if (path == null) {
      return Lookup.notFound("no config file is configured");
    }
    String name = settings.profileName();
    Profile profile = settings.profiles().configFileProfile(name);
    String file = Printable.whole(path.toString());
    String where = "profile '" + Printable.of(name) + "'";
    return profile == null
        ? Lookup.notFound("no " + where + " in " + file)
        : StaticKeys.find(METHOD, profile, where + " of " + file);
  }
}
