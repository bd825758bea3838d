package io.boto4j.s3;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the local file of a transfer cannot be used: it is missing, is a directory, cannot be
 * read or written, or does not fit on the disk.
 */
public final class LocalFileException extends TransferException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Path file;

  LocalFileException(String message, Path file, @Nullable Throwable cause) {
    super(message, cause);
    this.file = file;
  }

  /**
   * Returns the file.
   *
   * @return the path as it was given; null after deserialization
   */
  public @Nullable Path file() {
    return file;
  }
}
