package io.boto4j.s3;

import java.util.List;

/**
 * The result of deleting many objects.
 *
 * @param deleted the number of keys that were deleted, or did not exist
 * @param failures the keys that were not deleted, with the reason
 */
public record DeleteResult(long deleted, List<Failure> failures) {
  /**
   * Creates a result.
   *
   * @param deleted the number of keys
   * @param failures the failures, copied
   */
  public DeleteResult {
    failures = List.copyOf(failures);
  }

  /**
   * A key that was not deleted.
   *
   * @param key the key
   * @param code S3's code of the error, such as {@code AccessDenied}
   * @param message S3's message
   */
  public record Failure(String key, String code, String message) {}
}
