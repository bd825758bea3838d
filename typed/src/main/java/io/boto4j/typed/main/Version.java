package io.boto4j.typed.main;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar, as its manifest has it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"boto4j-typed " + (version == null ? "of an unknown version" : version)};
  }
}
