package io.boto4j.dashboard.web;

import io.boto4j.dashboard.account.Email;
import io.boto4j.dashboard.account.EmailTakenException;
import io.boto4j.dashboard.account.LogIn;
import io.boto4j.dashboard.account.Passwords;
import io.boto4j.dashboard.account.Sessions;
import io.boto4j.dashboard.account.User;
import io.boto4j.dashboard.account.Users;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages for signing up, logging in and logging out. */
final class AccountPages {
  private final Users users;
  private final Passwords passwords;
  private final LogIn logIn;
  private final Sessions sessions;
  private final SessionCookie cookie;

  AccountPages(
      Users users, Passwords passwords, LogIn logIn, Sessions sessions, SessionCookie cookie) {
    this.users = users;
    this.passwords = passwords;
    this.logIn = logIn;
    this.sessions = sessions;
    this.cookie = cookie;
  }

  void showLogIn(Context ctx) {
    show(ctx, "login.jte", "Log in", "", null);
  }

  void showSignUp(Context ctx) {
    show(ctx, "signup.jte", "Sign up", "", null);
  }

  void logIn(Context ctx) {
    String typed = field(ctx, "email");
    Optional<Email> email = Email.of(typed);
    LogIn.Result result =
        email.isEmpty() ? new LogIn.Refused() : logIn.attempt(email.get(), field(ctx, "password"));
    if (result instanceof LogIn.Accepted accepted) {
      enter(ctx, accepted.user());
    } else if (result instanceof LogIn.Locked) {
      ctx.status(HttpStatus.TOO_MANY_REQUESTS);
      show(ctx, "login.jte", "Log in", typed, "Too many attempts. Try again in 15 minutes.");
    } else {
      ctx.status(HttpStatus.UNAUTHORIZED);
      show(ctx, "login.jte", "Log in", typed, "The e-mail address or the password is wrong.");
    }
  }

  void signUp(Context ctx) {
    String typed = field(ctx, "email");
    String password = field(ctx, "password");
    Optional<Email> email = Email.of(typed);
    String problem =
        email.isEmpty() ? "Enter an e-mail address." : PasswordRules.problem(password, email.get());
    if (problem == null) {
      try {
        enter(ctx, users.add(email.orElseThrow(), passwords.hash(password)));
        return;
      } catch (EmailTakenException e) {
        problem = "There is an account with this address already. Log in instead.";
      }
    }
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(ctx, "signup.jte", "Sign up", typed, problem);
  }

  void logOut(Context ctx) {
    cookie.read(ctx).ifPresent(sessions::close);
    cookie.remove(ctx);
    ctx.redirect("/login", HttpStatus.SEE_OTHER);
  }

  /** Opens a new session, whatever the browser had before. */
  private void enter(Context ctx, User user) {
    cookie.read(ctx).ifPresent(sessions::close);
    cookie.write(ctx, sessions.open(user));
    ctx.redirect("/", HttpStatus.SEE_OTHER);
  }

  private static String field(Context ctx, String name) {
    String value = ctx.formParam(name);
    return value == null ? "" : value;
  }

  private static void show(
      Context ctx, String template, String title, String email, @Nullable String problem) {
    ctx.render(
        template,
        Map.of(
            "page",
            Page.of(ctx, title),
            "email",
            email,
            "problem",
            problem == null ? "" : problem));
  }
}
