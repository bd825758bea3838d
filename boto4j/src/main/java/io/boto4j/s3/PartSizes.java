package io.boto4j.s3;

/**
 * The sizes of the parts of an upload or copy: at least 5 MiB, at most 5 GiB, and large enough that
 * 10,000 parts suffice.
 *
 * <p>Source: Amazon S3 User Guide, "Amazon S3 multipart upload limits".
 */
final class PartSizes {
  static final int MOST_PARTS = 10_000;

  /** Of a stream of unknown length, so many parts have the same size before it doubles. */
  private static final int STREAM_STEP = 1000;

  private PartSizes() {}

  /** Returns the size of each part but the last, for an object of known size. */
  static long of(long size, long preferred) {
    long part = preferred;
    while ((size + part - 1) / part > MOST_PARTS) {
      part *= 2;
    }
    return clamp(part);
  }

  /** Returns the size of a part of a stream of unknown length; parts are counted from 1. */
  static long ofStream(int number, long preferred) {
    int doublings = (number - 1) / STREAM_STEP;
    return clamp(clamp(preferred) << doublings);
  }

  static int count(long size, long part) {
    return (int) Math.max(1, (size + part - 1) / part);
  }

  private static long clamp(long part) {
    return Math.min(TransferConfig.LARGEST_PART, Math.max(TransferConfig.SMALLEST_PART, part));
  }
}
