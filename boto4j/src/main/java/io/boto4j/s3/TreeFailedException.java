package io.boto4j.s3;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when some files of a directory or prefix were not transferred or deleted. All others were.
 */
public final class TreeFailedException extends TransferException {
  private static final long serialVersionUID = 1L;

  private final transient TreeResult result;

  TreeFailedException(String message, TreeResult result, @Nullable Throwable first) {
    super(message, first);
    this.result = result;
  }

  /**
   * Returns what was done and what has failed.
   *
   * @return the result
   */
  public TreeResult result() {
    return result;
  }
}
