package io.boto4j.internal.credentials;

import io.boto4j.internal.config.Profile;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.text.Printable;
import java.nio.file.Path;

/** Keys in the active profile's section of the credentials file. */
final class SharedFileCredentials implements ChainedProvider {
  private static final String METHOD = "shared-credentials-file";

  private final Settings settings;

  SharedFileCredentials(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public Lookup find() {
    Path path = settings.profiles().credentialsFile();
    if (path == null) {
      return Lookup.notFound("no credentials file is configured");
    }
    String name = settings.profileName();
    Profile profile = settings.profiles().credentialsFileProfile(name);
    String file = Printable.whole(path.toString());
    String section = "[" + Printable.of(name) + "]";
    return profile == null
        ? Lookup.notFound("no section " + section + " in " + file)
        : StaticKeys.find(METHOD, profile, "section " + section + " of " + file);
  }
}
