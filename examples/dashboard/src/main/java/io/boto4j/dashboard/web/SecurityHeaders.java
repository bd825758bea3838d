package io.boto4j.dashboard.web;

import io.javalin.http.Context;

/** The headers that make a browser refuse whatever these pages do not need. */
final class SecurityHeaders {
  /** Everything is from this site, nothing is inline, and nobody may frame it. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final boolean https;

  SecurityHeaders(boolean https) {
    this.https = https;
  }

  void add(Context ctx) {
    ctx.header("Content-Security-Policy", POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "same-origin");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    if (!ctx.path().startsWith("/assets/")) {
      // Pages are of one user, and must not come back from a cache after the log-out.
      ctx.header("Cache-Control", "no-store");
    }
    if (https) {
      ctx.header("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
