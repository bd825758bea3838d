package io.boto4j.s3;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one file of a directory or prefix.
 *
 * @param action the action
 * @param status whether the action was carried out
 * @param source the path of the file, or the address of the object such as {@code s3://bucket/key};
 *     of a delete, what is deleted
 * @param destination the path or address of the copy; null for a delete
 * @param size the size in bytes; 0 for a delete
 * @param failure the reason of a failure; otherwise null
 */
public record TreeFile(
    Action action,
    Status status,
    String source,
    @Nullable String destination,
    long size,
    @Nullable Throwable failure) {
  /** The kinds of actions. */
  public enum Action {
    /** From a file to S3. */
    UPLOAD,

    /** From S3 to a file. */
    DOWNLOAD,

    /** Inside S3. */
    COPY,

    /** Deletes a file or an object. */
    DELETE
  }

  /** Whether an action was carried out. */
  public enum Status {
    /** Carried out. */
    DONE,

    /** Not carried out, because it is a dry run. */
    PLANNED,

    /** Not carried out, for a reason given in a warning or by an option. */
    SKIPPED,

    /** Tried in vain, or refused. */
    FAILED
  }

  /**
   * Returns a line such as {@code aws s3} prints.
   *
   * @return a text such as {@code upload: a.txt to s3://bucket/a.txt}, {@code (dryrun) delete:
   *     s3://bucket/b.txt}, or {@code download failed: s3://bucket/c to c} with the reason
   */
  @Override
  public String toString() {
    String verb = action.name().toLowerCase(Locale.ROOT);
    String what = destination == null ? source : source + " to " + destination;
    if (status == Status.FAILED) {
      return verb + " failed: " + what + (failure == null ? "" : " " + failure.getMessage());
    }
    if (status == Status.SKIPPED) {
      return verb + " skipped: " + what;
    }
    return (status == Status.PLANNED ? "(dryrun) " : "") + verb + ": " + what;
  }
}
