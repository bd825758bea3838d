package io.boto4j.internal.credentials;

/** A provider in the chain, which is asked at most once per walk. */
interface ChainedProvider {
  /** Returns botocore's name for the provider, such as {@code env}. */
  String method();

  /**
   * Looks for credentials.
   *
   * @return the credentials, or the reason why there are none, in which case the chain continues
   * @throws io.boto4j.error.Boto4jException if the provider is configured but unusable, which ends
   *     the chain
   */
  Lookup find();
}
