package io.boto4j.s3;

/**
 * An observer of the progress of a transfer.
 *
 * <p>All listeners of an {@link S3Transfer} run on one thread of its own, at most ten times per
 * second for each transfer, and once more when the transfer has ended. A listener that is slow
 * misses intermediate states, and one that throws is logged and not called again; neither affects
 * the transfer.
 */
@FunctionalInterface
public interface ProgressListener {
  /**
   * Observes a state of the transfer.
   *
   * @param progress the state; bytes never decrease from call to call
   */
  void onProgress(TransferProgress progress);
}
