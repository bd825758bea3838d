package io.boto4j.s3;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The state of a transfer at one moment.
 *
 * @param transferred the number of bytes transferred; never decreases, because bytes that are sent
 *     again after a failure are counted once
 * @param total the number of bytes of the whole transfer, or −1 while it is not known
 * @param bytesPerSecond the rate over the last seconds, or since the start if that is shorter
 * @param partsDone the number of parts that are complete; in the transfer of a directory, of files
 * @param parts the number of all parts or files, or −1 while it is not known
 * @param retries the number of requests that were repeated after a failure
 * @param elapsed the time since the transfer was started
 * @param ended whether the transfer has ended, successfully or not
 */
public record TransferProgress(
    long transferred,
    long total,
    double bytesPerSecond,
    long partsDone,
    long parts,
    long retries,
    Duration elapsed,
    boolean ended) {
  /**
   * Returns the share of the bytes that is transferred.
   *
   * @return 0 to 1; 0 while the total is not known, 1 for an empty object once it has ended
   */
  public double fraction() {
    if (total > 0) {
      return Math.min(1, (double) transferred / total);
    }
    return ended && total == 0 ? 1 : 0;
  }

  /**
   * Returns an estimate of the time until the end, at the present rate.
   *
   * @return the time, or null while the total or the rate is not known
   */
  public @Nullable Duration remaining() {
    if (ended) {
      return Duration.ZERO;
    }
    if (total < 0 || bytesPerSecond <= 0) {
      return null;
    }
    return Duration.ofMillis((long) (1000 * Math.max(0, total - transferred) / bytesPerSecond));
  }
}
