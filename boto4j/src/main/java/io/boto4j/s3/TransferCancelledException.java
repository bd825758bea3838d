package io.boto4j.s3;

/** Thrown by {@link Transfer#await()} if the transfer was cancelled or paused. */
public final class TransferCancelledException extends TransferException {
  private static final long serialVersionUID = 1L;

  /** Whether the transfer can be resumed. */
  private final boolean paused;

  TransferCancelledException(String message, boolean paused) {
    super(message, null);
    this.paused = paused;
  }

  /**
   * Whether the transfer was paused, so that it can be resumed.
   *
   * @return true after {@link Transfer#pause()}
   */
  public boolean paused() {
    return paused;
  }
}
