package io.boto4j.internal.attempt;

import org.jspecify.annotations.Nullable;

/**
 * The header User-Agent of one client, without the features that single calls use. Thread-safe.
 *
 * <p>Calls of a client usually use the same features, so the last text is kept.
 */
public final class UserAgentHeader {
  private final String before;
  private final String after;
  private final long features;
  private volatile @Nullable Text last;

  /**
   * Creates the header.
   *
   * @param before the text before the features
   * @param after the text after the features, with a space before each part
   * @param features the features that all calls use; 0 if the user set the header, which then
   *     contains no features
   */
  public UserAgentHeader(String before, String after, long features) {
    this.before = before;
    this.after = after;
    this.features = features;
  }

  private record Text(long features, String text) {}

  /**
   * Returns the header of a call.
   *
   * @param more the features that the call uses
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
