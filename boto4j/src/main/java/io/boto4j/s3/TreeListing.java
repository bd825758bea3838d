package io.boto4j.s3;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The files below a directory or prefix, in the order of their names, read as they are needed. */
abstract class TreeListing {
  private final Filters filters;
  private final boolean ordered;
  private @Nullable String previous;

  /**
   * Creates a listing.
   *
   * @param ordered whether an entry out of order is an error
   */
  TreeListing(Filters filters, boolean ordered) {
    this.filters = filters;
    this.ordered = ordered;
  }

  /** Reads the next file; null at the end. */
  abstract @Nullable TreeEntry read() throws IOException;

  /** Whether it is not known if there is such a file, because a directory could not be read. */
  abstract boolean isUncertain(String name);

  /** Whether nothing was found so far, not even excluded files. */
  final boolean isEmpty() {
    return previous == null;
  }

  /**
   * Returns the next file that is not excluded; null at the end.
   *
   * @throws TransferException if the order is wrong, so that the listings of two trees cannot be
   *     compared
   */
  final @Nullable TreeEntry next() throws IOException {
    for (TreeEntry entry = read(); entry != null; entry = read()) {
      String before = previous;
      if (ordered && before != null && TreeEntry.compare(before, entry.name()) >= 0) {
        throw new TransferException(
            "The listing of "
                + this
                + " is not in the order of the keys: it has '"
                + entry.name()
                + "' after '"
                + before
                + "'. Such a store cannot be synchronized, because files would look missing. Use "
                + "uploadDirectory or downloadDirectory",
            null);
      }
      previous = entry.name();
      if (filters.include(entry.name())) {
        return entry;
      }
    }
    return null;
  }

  /** Returns what is listed, for messages. */
  @Override
  public abstract String toString();
}
