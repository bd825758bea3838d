package io.boto4j.dashboard.web;

import io.javalin.http.Context;

/**
 * The protection against forms that other sites send in the name of a user (CSRF).
 *
 * <p>Browsers state where a request comes from, in headers that no page can change: {@code
 * Sec-Fetch-Site}, and {@code Origin}, which older browsers send with each form as well. Checking
 * them needs no token in forms and nothing in the session, and covers the log-in, where there is no
 * session yet. That the cookie is {@code SameSite=Lax} is the second lock on the same door.
 */
final class SameOrigin {
  private SameOrigin() {}

  /** Returns whether a request was sent by a page of this site. */
  static boolean isSent(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String origin = ctx.header("Origin");
    // A proxy that ends TLS changes the scheme, and not the host.
    return origin != null
        && ctx.host() != null
        && (origin.equals("http://" + ctx.host()) || origin.equals("https://" + ctx.host()));
  }
}
