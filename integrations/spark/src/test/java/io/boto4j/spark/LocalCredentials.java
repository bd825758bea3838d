package io.boto4j.spark;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;

/** A credentials provider for tests, as an application would name one in an option. */
public final class LocalCredentials implements CredentialsProvider {
  /** The secret that must be found nowhere. */
  public static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYSPARKTESTS";

  @Override
  public Credentials credentials() {
    return Credentials.of("AKIAIOSFODNN7SPARKTS", SECRET);
  }
}
