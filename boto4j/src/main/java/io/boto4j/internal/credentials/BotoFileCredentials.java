package io.boto4j.internal.credentials;

import io.boto4j.internal.config.Profile;
import io.boto4j.internal.config.Profiles;
import io.boto4j.internal.text.Printable;
import java.nio.file.Path;
import java.util.List;

/**
 * Keys in a configuration file of boto 2: the one that {@code BOTO_CONFIG} names, else its two
 * default files.
 */
final class BotoFileCredentials implements ChainedProvider {
  private static final String METHOD = "boto-config";
  private static final String SECTION = "Credentials";

  private final ChainParts parts;

  BotoFileCredentials(ChainParts parts) {
    this.parts = parts;
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public Lookup find() {
    StringBuilder reasons = new StringBuilder();
    for (Path file : files()) {
      String where = Printable.whole(file.toString());
      Profile section = Profiles.section(file, SECTION);
      if (section != null) {
        Lookup lookup = StaticKeys.find(METHOD, section, "section [" + SECTION + "] of " + where);
        if (lookup.provider() != null) {
          return lookup;
        }
      }
      reasons.append(reasons.length() == 0 ? "no keys in " : ", ").append(where);
    }
    return Lookup.notFound(reasons.toString());
  }

  private List<Path> files() {
    Path named = parts.settings().profiles().pathIn("BOTO_CONFIG");
    Path home = parts.home();
    return named == null
        ? List.of(home.getFileSystem().getPath("/etc/boto.cfg"), home.resolve(".boto"))
        : List.of(named);
  }
}
