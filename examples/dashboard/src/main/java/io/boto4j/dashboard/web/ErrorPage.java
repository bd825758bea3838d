package io.boto4j.dashboard.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Map;

/** The page for requests that fail. */
final class ErrorPage {
  private ErrorPage() {}

  /** Shows a refusal, whose message is meant for the user. */
  static void refused(HttpResponseException e, Context ctx) {
    HttpStatus status = HttpStatus.forStatus(e.getStatus());
    show(ctx, status, status == HttpStatus.NOT_FOUND ? "There is no such page." : message(e));
  }

  /** Shows a failure, whose reason is for the log. */
  static void failed(Exception e, Context ctx) {
    System.getLogger(ErrorPage.class.getName())
        .log(System.Logger.Level.ERROR, ctx.method() + " " + ctx.path() + " failed", e);
    show(
        ctx,
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong here. The log has the reason; trying again may help.");
  }

  private static String message(HttpResponseException e) {
    return e.getMessage() == null ? "" : e.getMessage();
  }

  private static void show(Context ctx, HttpStatus status, String message) {
    ctx.status(status);
    ctx.render("error.jte", Map.of("page", Page.of(ctx, status.getMessage()), "message", message));
  }
}
