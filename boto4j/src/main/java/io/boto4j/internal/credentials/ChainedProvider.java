package io.boto4j.internal.credentials;

/** One provider of the chain, asked at most once each time the chain is walked. */
interface ChainedProvider {
  /** Botocore's name for the way credentials are found, such as {@code env}. */
  String method();

  /**
   * Looks for credentials.
   *
   * @return what was found, or why nothing was, which lets the chain go on
   * @throws io.boto4j.error.Boto4jException when there is something here that cannot be used, which
   *     ends the chain
   */
  Lookup find();
}
