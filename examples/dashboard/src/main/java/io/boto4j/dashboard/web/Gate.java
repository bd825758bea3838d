package io.boto4j.dashboard.web;

import io.boto4j.dashboard.account.Sessions;
import io.boto4j.dashboard.account.User;
import io.boto4j.dashboard.account.Users;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides whether a request is let through: is it from our own pages, and may
 * the user do this?
 *
 * <p>The user is read from the table for every request, so a changed role counts at once.
 */
final class Gate {
  private static final String USER = "user";

  /** The methods that change nothing. */
  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

  private final SessionCookie cookie;
  private final Sessions sessions;
  private final Users users;

  Gate(SessionCookie cookie, Sessions sessions, Users users) {
    this.cookie = cookie;
    this.sessions = sessions;
    this.users = users;
  }

  /** Lets a request through, sends the browser to the log-in, or throws a refusal. */
  void check(Context ctx) {
    if (!READING.contains(ctx.method()) && !SameOrigin.isSent(ctx)) {
      throw new ForbiddenResponse("This form was not sent by a page of this site.");
    }
    Access access = access(ctx);
    if (access == Access.ANYONE) {
      return;
    }
    Optional<User> user = cookie.read(ctx).flatMap(sessions::userId).flatMap(users::find);
    ctx.attribute(USER, user.orElse(null));
    if (user.isEmpty()) {
      askToLogIn(ctx);
    } else if (!access.allows(user.get())) {
      throw new ForbiddenResponse("This page is for admins.");
    }
  }

  private static void askToLogIn(Context ctx) {
    if (!READING.contains(ctx.method())) {
      throw new UnauthorizedResponse("Your session has ended. Log in again.");
    }
    ctx.redirect("/login", HttpStatus.SEE_OTHER);
    ctx.skipRemainingHandlers();
  }

  /** Returns who may use the route; a route that was added without a role is for admins. */
  private static Access access(Context ctx) {
    return ctx.routeRoles().stream()
        .filter(Access.class::isInstance)
        .map(Access.class::cast)
        .findFirst()
        .orElse(Access.ADMIN);
  }

  /** Returns the user of a request that was let through, or null on a page for anyone. */
  static @Nullable User viewer(Context ctx) {
    return ctx.attribute(USER);
  }

  /** Returns the user of a request to a route for users. */
  static User user(Context ctx) {
    User user = viewer(ctx);
    if (user == null) {
      throw new IllegalStateException(ctx.path() + " is for anyone, and has no user");
    }
    return user;
  }
}
