package io.boto4j.internal.credentials;

import io.boto4j.Structure;

/**
 * Calls AWS on behalf of a provider of credentials.
 *
 * <p>Credentials that come from STS or SSO need a client, which needs credentials: this cuts the
 * knot. It is implemented where clients are made. Safe to share between threads.
 */
@FunctionalInterface
public interface ServiceCalls {
  /**
   * Makes a call, with the session's settings.
   *
   * @param call what to call
   * @return the answer
   * @throws io.boto4j.error.Boto4jException what a client throws
   */
  Structure call(ServiceCall call);
}
