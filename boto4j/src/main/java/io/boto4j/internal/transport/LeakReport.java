package io.boto4j.internal.transport;

/** Is told of answers whose body was dropped without having been read to its end or closed. */
@FunctionalInterface
public interface LeakReport {
  /**
   * Tells of one.
   *
   * @param url scheme, host, port and path of the endpoint, without the query
   * @param opened where the answer came in
   */
  void dropped(String url, Throwable opened);
}
