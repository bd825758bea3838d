package io.boto4j.local.lambda.runtime;

/**
 * An execution environment: it runs one invocation at a time of one version of a function, and is
 * kept for the next.
 */
public interface Environment extends AutoCloseable {
  /**
   * Runs the function.
   *
   * @param invocation the invocation
   * @return the result or error
   */
  Outcome invoke(Invocation invocation);

  /**
   * Whether the environment can run another invocation.
   *
   * @return false after a timeout or crash
   */
  boolean isUsable();

  /** Ends the environment and what runs in it. */
  @Override
  void close();
}
