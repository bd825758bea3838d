package io.boto4j.internal.retry;

/**
 * The points at which a service may differ from the others in retries. The defaults are those of
 * most services.
 */
public interface ServiceRetries {
  /** The retries of a service without peculiarities. */
  ServiceRetries USUAL = new ServiceRetries() {};

  /**
   * Returns the scale of delays after transient errors, except in mode {@code legacy}.
   *
   * @return the upper limit of the first delay, in seconds
   */
  default double transientScale() {
    return 0.05;
  }

  /**
   * Whether an error code is transient for this service, except in mode {@code legacy}.
   *
   * @param code the code of an error that other services do not retry
   * @return true to retry it
   */
  default boolean isTransient(String code) {
    return false;
  }

  /**
   * Whether a call waits before it fails when the quota is used up.
   *
   * @param operation the name of the operation
   * @return true for operations that poll for work
   */
  default boolean waitsWithoutQuota(String operation) {
    return false;
  }

  /**
   * Whether the table of mode {@code legacy} retries an error for this service alone.
   *
   * @param status the status of the response
   * @param code the error code
   * @return true to retry it
   */
  default boolean isInLegacyTable(int status, String code) {
    return false;
  }

  /**
   * Whether the table of mode {@code legacy} has the general entry for status 429.
   *
   * @return false if an entry of the service replaces it
   */
  default boolean legacyTableHasStatus429() {
    return true;
  }

  /**
   * Returns the base of delays in mode {@code legacy}.
   *
   * @param random a random number from 0 (inclusive) to 1 (exclusive)
   * @return the first delay, in seconds
   */
  default double legacyBase(double random) {
    return random;
  }
}
