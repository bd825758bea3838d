package io.boto4j.dashboard.web;

import io.boto4j.dashboard.account.LastAdminException;
import io.boto4j.dashboard.account.Role;
import io.boto4j.dashboard.account.User;
import io.boto4j.dashboard.account.Users;
import io.boto4j.dashboard.cloud.History;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Map;

/** The page on which admins see the users, and change their roles. */
final class UsersPage {
  private final Users users;
  private final History history;

  UsersPage(Users users, History history) {
    this.users = users;
    this.history = history;
  }

  void show(Context ctx) {
    show(ctx, "");
  }

  private void show(Context ctx, String problem) {
    ctx.render(
        "users.jte",
        Map.of("page", Page.of(ctx, "Users"), "users", users.all(), "problem", problem));
  }

  void changeRole(Context ctx) {
    User user =
        users
            .find(ctx.pathParam("id"))
            .orElseThrow(() -> new NotFoundResponse("There is no such user."));
    Role role = role(ctx);
    try {
      if (users.changeRole(user.userId(), role)) {
        history.add(
            History.PEOPLE,
            Gate.user(ctx).email(),
            "Made " + user.email() + (role == Role.ADMIN ? " an admin" : " a user"));
      }
    } catch (LastAdminException e) {
      ctx.status(HttpStatus.CONFLICT);
      show(ctx, e.getMessage() + ".");
      return;
    }
    ctx.redirect("/admin/users", HttpStatus.SEE_OTHER);
  }

  private static Role role(Context ctx) {
    String name = ctx.formParam("role");
    for (Role role : Role.values()) {
      if (role.name().equals(name)) {
        return role;
      }
    }
    throw new BadRequestResponse("There is no such role.");
  }
}
