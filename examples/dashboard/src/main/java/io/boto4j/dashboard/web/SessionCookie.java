package io.boto4j.dashboard.web;

import io.boto4j.dashboard.account.Sessions;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/** The cookie with the token of the session. Scripts cannot read it. */
final class SessionCookie {
  private final String name;
  private final boolean https;

  /**
   * Creates the cookie.
   *
   * @param https whether browsers reach the site through https: then they send the cookie over
   *     nothing else, and the prefix of its name keeps other hosts from setting it
   */
  SessionCookie(boolean https) {
    this.https = https;
    this.name = https ? "__Host-session" : "session";
  }

  Optional<String> read(Context ctx) {
    return Optional.ofNullable(ctx.cookie(name));
  }

  void write(Context ctx, String token) {
    set(ctx, token, (int) Sessions.LASTS.toSeconds());
  }

  void remove(Context ctx) {
    set(ctx, "", 0);
  }

  private void set(Context ctx, String value, int seconds) {
    Cookie cookie = new Cookie(name, value, "/", seconds, https);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    ctx.cookie(cookie);
  }
}
