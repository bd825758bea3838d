package io.boto4j.internal.transport;

/** A receiver of reports of response bodies that were dropped before their end or close. */
@FunctionalInterface
public interface LeakReport {
  /**
   * Reports a dropped body.
   *
   * @param url the scheme, host, port and path of the request, without the query
   * @param opened the stack trace of the call that returned the body
   */
  void dropped(String url, Throwable opened);
}
