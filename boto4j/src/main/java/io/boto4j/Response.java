package io.boto4j;

/**
 * The answer of one call: the output's members, and how they came.
 *
 * <p>Unlike in boto3, {@code ResponseMetadata} is not a key of the map.
 */
public interface Response extends Structure {
  /**
   * Request id, HTTP status, headers, attempts.
   *
   * @return the metadata
   */
  ResponseMetadata metadata();
}
