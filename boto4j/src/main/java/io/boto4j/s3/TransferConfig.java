package io.boto4j.s3;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an {@link S3Transfer}: boto3's {@code TransferConfig}. They apply to all its
 * transfers together. Immutable.
 *
 * <pre>{@code
 * S3Transfer s3t = S3Transfer.of(s3, c -> c.maxConcurrency(20).maxBandwidth(50L << 20));
 * }</pre>
 */
public final class TransferConfig {
  static final long MIB = 1024 * 1024;

  /** S3's limits on the size of a part. */
  static final long SMALLEST_PART = 5 * MIB;

  static final long LARGEST_PART = 5 * 1024 * MIB;

  private final long multipartThreshold;
  private final long multipartChunksize;
  private final long copyThreshold;
  private final long copyChunksize;
  private final int maxConcurrency;
  private final int downloadAttempts;
  private final int ioChunksize;
  private final long maxBandwidth;
  private final long maxBufferedBytes;
  private final String checksumAlgorithm;
  private final boolean threads;

  private TransferConfig(Builder set) {
    this.multipartThreshold = set.multipartThreshold;
    this.multipartChunksize = set.multipartChunksize;
    this.copyThreshold = set.copyThreshold;
    this.copyChunksize = set.copyChunksize;
    this.maxConcurrency = set.maxConcurrency;
    this.downloadAttempts = set.downloadAttempts;
    this.ioChunksize = set.ioChunksize;
    this.maxBandwidth = set.maxBandwidth;
    this.maxBufferedBytes = set.maxBufferedBytes;
    this.checksumAlgorithm = set.checksumAlgorithm;
    this.threads = set.threads;
  }

  /**
   * Returns a builder with the default settings.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the size from which on an object is transferred in parts.
   *
   * @return the size in bytes
   */
  public long multipartThreshold() {
    return multipartThreshold;
  }

  /**
   * Returns the size of a part.
   *
   * @return the size in bytes
   */
  public long multipartChunksize() {
    return multipartChunksize;
  }

  /**
   * Returns the size from which on an object is copied in parts.
   *
   * @return the size in bytes
   */
  public long copyThreshold() {
    return copyThreshold;
  }

  /**
   * Returns the size of a part of a copy.
   *
   * @return the size in bytes
   */
  public long copyChunksize() {
    return copyChunksize;
  }

  /**
   * Returns the number of requests that run at the same time.
   *
   * @return the number, which is also the number of threads
   */
  public int maxConcurrency() {
    return maxConcurrency;
  }

  /**
   * Returns the number of requests that may fail one after the other, without a byte in between,
   * while a part of an object is being downloaded.
   *
   * @return the number of attempts
   */
  public int downloadAttempts() {
    return downloadAttempts;
  }

  /**
   * Returns the number of bytes that are read or written at once.
   *
   * @return the size in bytes
   */
  public int ioChunksize() {
    return ioChunksize;
  }

  /**
   * Returns the limit on the bytes that all transfers send and receive per second.
   *
   * @return the number of bytes, or 0 for no limit
   */
  public long maxBandwidth() {
    return maxBandwidth;
  }

  /**
   * Returns the limit on the memory for parts of streams, of all transfers together.
   *
   * @return the number of bytes
   */
  public long maxBufferedBytes() {
    return maxBufferedBytes;
  }

  /**
   * Returns the algorithm of the checksums of uploads and copies.
   *
   * @return the name of the algorithm, in upper case
   */
  public String checksumAlgorithm() {
    return checksumAlgorithm;
  }

  /**
   * Whether transfers run on threads of their own.
   *
   * @return false if each transfer runs to its end on the thread that starts it
   */
  public boolean threads() {
    return threads;
  }

  /** A builder of settings. Not safe for use by multiple threads. */
  public static final class Builder {
    private static final int IO_CHUNK = 256 * 1024;

    private long multipartThreshold = 8 * MIB;
    private long multipartChunksize = 8 * MIB;
    private long copyThreshold = 64 * MIB;
    private long copyChunksize = 64 * MIB;
    private int maxConcurrency = 10;
    private int downloadAttempts = 5;
    private int ioChunksize = IO_CHUNK;
    private long maxBandwidth;
    private long maxBufferedBytes = 32 * MIB;
    private String checksumAlgorithm = "CRC64NVME";
    private boolean threads = true;

    private Builder() {}

    /**
     * Sets the size from which on an object is transferred in parts.
     *
     * @param bytes the size, at least 1; 8 MiB by default
     * @return this builder
     * @throws IllegalArgumentException if {@code bytes} is out of range
     */
    public Builder multipartThreshold(long bytes) {
      multipartThreshold = inRange("multipartThreshold", bytes, 1, Long.MAX_VALUE);
      return this;
    }

    /**
     * Sets the size of a part. Uploads enlarge it for objects that would have more than 10,000
     * parts, and to 5 MiB, the least that S3 allows.
     *
     * @param bytes the size, 1 to 5 GiB; 8 MiB by default
     * @return this builder
     * @throws IllegalArgumentException if {@code bytes} is out of range
     */
    public Builder multipartChunksize(long bytes) {
      multipartChunksize = inRange("multipartChunksize", bytes, 1, LARGEST_PART);
      return this;
    }

    /**
     * Sets the size from which on an object is copied in parts. S3 copies the bytes itself, so that
     * larger parts pay than for uploads.
     *
     * @param bytes the size, 1 to 5 GiB; 64 MiB by default
     * @return this builder
     * @throws IllegalArgumentException if {@code bytes} is out of range
     */
    public Builder copyThreshold(long bytes) {
      copyThreshold = inRange("copyThreshold", bytes, 1, LARGEST_PART);
      return this;
    }

    /**
     * Sets the size of a part of a copy. It is enlarged like that of an upload.
     *
     * @param bytes the size, 1 to 5 GiB; 64 MiB by default
     * @return this builder
     * @throws IllegalArgumentException if {@code bytes} is out of range
     */
    public Builder copyChunksize(long bytes) {
      copyChunksize = inRange("copyChunksize", bytes, 1, LARGEST_PART);
      return this;
    }

    /**
     * Sets the number of requests that run at the same time.
     *
     * @param requests the number, 1 to 1,000; 10 by default
     * @return this builder
     * @throws IllegalArgumentException if {@code requests} is out of range
     */
    public Builder maxConcurrency(int requests) {
      maxConcurrency = (int) inRange("maxConcurrency", requests, 1, 1000);
      return this;
    }

    /**
     * Sets the number of requests that may fail one after the other, without a byte in between,
     * while a part of an object is being downloaded: boto3's {@code num_download_attempts}. Each
     * request is repeated by the retry mode of the client besides.
     *
     * @param attempts the number, 1 to 100; 5 by default
     * @return this builder
     * @throws IllegalArgumentException if {@code attempts} is out of range
     */
    public Builder downloadAttempts(int attempts) {
      downloadAttempts = (int) inRange("downloadAttempts", attempts, 1, 100);
      return this;
    }

    /**
     * Sets the number of bytes that are read or written at once.
     *
     * @param bytes the size, 1 KiB to 16 MiB; 256 KiB by default
     * @return this builder
     * @throws IllegalArgumentException if {@code bytes} is out of range
     */
    public Builder ioChunksize(int bytes) {
      ioChunksize = (int) inRange("ioChunksize", bytes, 1024, 16 * MIB);
      return this;
    }

    /**
     * Sets a limit on the bytes that all transfers send and receive per second.
     *
     * @param bytesPerSecond the limit, at least 1
     * @return this builder
     * @throws IllegalArgumentException if {@code bytesPerSecond} is out of range
     */
    public Builder maxBandwidth(long bytesPerSecond) {
      maxBandwidth = inRange("maxBandwidth", bytesPerSecond, 1, Long.MAX_VALUE);
      return this;
    }

    /**
     * Sets a limit on the memory for the parts of streams, of all transfers together. Parts that
     * are too large for it are kept in temporary files.
     *
     * @param bytes the limit, at least 1 MiB; 32 MiB by default
     * @return this builder
     * @throws IllegalArgumentException if {@code bytes} is out of range
     */
    public Builder maxBufferedBytes(long bytes) {
      maxBufferedBytes = inRange("maxBufferedBytes", bytes, MIB, Long.MAX_VALUE);
      return this;
    }

    /**
     * Sets the algorithm of the checksums of uploads and copies. A CRC covers the whole object; any
     * other checksum of an object in parts is composed of those of its parts.
     *
     * @param algorithm {@code CRC64NVME}, the default, {@code CRC32}, {@code CRC32C}, {@code SHA1}
     *     or {@code SHA256}
     * @return this builder
     * @throws IllegalArgumentException if the algorithm is unknown
     */
    public Builder checksumAlgorithm(String algorithm) {
      checksumAlgorithm = io.boto4j.Checksum.of(Objects.requireNonNull(algorithm)).algorithm();
      return this;
    }

    /**
     * Sets whether transfers run on threads of their own: boto3's {@code use_threads}.
     *
     * @param used true by default; if false, the method that starts a transfer returns when the
     *     transfer has ended
     * @return this builder
     */
    public Builder threads(boolean used) {
      threads = used;
      return this;
    }

    /**
     * Returns the settings.
     *
     * @return the settings
     */
    public TransferConfig build() {
      return new TransferConfig(this);
    }

    private static long inRange(String option, long value, long least, long most) {
      if (value < least || value > most) {
        throw new IllegalArgumentException(
            option
                + " is "
                + value
                + ": it must be "
                + (most == Long.MAX_VALUE ? "at least " + least : least + " to " + most));
      }
      return value;
    }
  }

  /**
   * Returns the settings.
   *
   * @return a text such as {@code TransferConfig[threshold 8388608, chunk size 8388608, concurrency
   *     10]}
   */
  @Override
  public String toString() {
    return "TransferConfig[threshold "
        + multipartThreshold
        + ", chunk size "
        + multipartChunksize
        + ", concurrency "
        + maxConcurrency
        + "]";
  }

  @Nullable Bandwidth bandwidth() {
    return maxBandwidth == 0 ? null : new Bandwidth(maxBandwidth);
  }
}
