package io.boto4j.internal.credentials;

import io.boto4j.Structure;

/**
 * A caller of AWS services for credentials providers.
 *
 * <p>Credentials from STS or SSO need a client, and a client needs credentials. This interface
 * breaks the cycle: it is implemented on the floor that creates clients. Safe to share between
 * threads.
 */
@FunctionalInterface
public interface ServiceCalls {
  /**
   * Calls an operation with the session's settings.
   *
   * @param call the call
   * @return the response
   * @throws io.boto4j.error.Boto4jException if the call fails
   */
  Structure call(ServiceCall call);
}
