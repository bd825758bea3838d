package io.boto4j.dashboard.web;

import io.boto4j.dashboard.account.User;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * What every page has.
 *
 * @param title the title
 * @param path the path, which the navigation marks
 * @param viewer the user who looks at it, or null
 */
public record Page(String title, String path, @Nullable User viewer) {
  static Page of(Context ctx, String title) {
    return new Page(title, ctx.path(), Gate.viewer(ctx));
  }

  /**
   * Returns whether a link of the navigation leads to this page.
   *
   * @param link the path of the link
   * @return true for this page
   */
  public boolean isAt(String link) {
    return path.equals(link);
  }
}
