package io.boto4j.internal.call;

import org.jspecify.annotations.Nullable;

/**
 * The header User-Agent of one client, but for what its calls make use of. Thread-safe.
 *
 * <p>Calls of a client mostly make use of the same, so the last text is kept.
 */
public final class UserAgentHeader {
  private final String before;
  private final String after;
  private final long features;
  private volatile @Nullable Text last;

  /**
   * Makes the header.
   *
   * @param before what stands before the features
   * @param after what stands behind them, with a blank before each of its parts
   * @param features what all calls make use of; 0 if the user gave the header, which then tells
   *     nothing of features
   */
  public UserAgentHeader(String before, String after, long features) {
    this.before = before;
    this.after = after;
    this.features = features;
  }

  private record Text(long features, String text) {}

  /**
   * The header of a call.
   *
   * @param more what the call makes use of
   */
  String text(long more) {
    if (features == 0) {
      return before + after;
    }
    long all = features | more;
    Text made = last;
    if (made == null || made.features != all) {
      made = new Text(all, before + " m/" + Features.ids(all) + after);
      last = made;
    }
    return made.text;
  }
}
