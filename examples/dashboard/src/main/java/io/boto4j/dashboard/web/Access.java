package io.boto4j.dashboard.web;

import io.boto4j.dashboard.account.User;
import io.javalin.security.RouteRole;
import org.jspecify.annotations.Nullable;

/** The users who may use a route. Each route has exactly one of these; {@link Gate} enforces it. */
enum Access implements RouteRole {
  ANYONE,
  USER,
  ADMIN;

  boolean allows(@Nullable User user) {
    return switch (this) {
      case ANYONE -> true;
      case USER -> user != null;
      case ADMIN -> user != null && user.isAdmin();
    };
  }
}
