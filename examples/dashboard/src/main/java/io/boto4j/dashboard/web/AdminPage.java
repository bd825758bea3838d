package io.boto4j.dashboard.web;

import io.boto4j.dashboard.cloud.Database;
import io.boto4j.dashboard.cloud.DatabaseWatch;
import io.boto4j.dashboard.cloud.FunctionFailedException;
import io.boto4j.dashboard.cloud.History;
import io.boto4j.dashboard.cloud.NightlyFunction;
import io.boto4j.dashboard.cloud.Permissions;
import io.boto4j.error.ServiceException;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;

/** The page on which admins start and stop the database, by hand and at night. */
final class AdminPage {
  private static final int ENTRIES = 8;

  private final Database database;
  private final DatabaseWatch watch;
  private final NightlyFunction nightly;
  private final Permissions permissions;
  private final History history;

  AdminPage(
      Database database,
      DatabaseWatch watch,
      NightlyFunction nightly,
      Permissions permissions,
      History history) {
    this.database = database;
    this.watch = watch;
    this.nightly = nightly;
    this.permissions = permissions;
    this.history = history;
  }

  void show(Context ctx) {
    show(ctx, "");
  }

  private void show(Context ctx, String problem) {
    Map<String, Object> model = new HashMap<>();
    model.put("page", Page.of(ctx, "Operations"));
    model.put("problem", problem);
    model.put("instance", database.instance());
    model.put("status", StatusView.of(watch.current()));
    model.put("nightly", nightly.state().orElse(null));
    model.put("lastRun", nightly.lastRuns(1).stream().findFirst().orElse(null));
    model.put("role", permissions.role());
    model.put("decisions", permissions.decisions());
    model.put("history", history.last(History.PEOPLE, ENTRIES));
    ctx.render("admin.jte", model);
  }

  void startDatabase(Context ctx) {
    act(ctx, "Started " + database.instance(), database::start);
  }

  void stopDatabase(Context ctx) {
    act(ctx, "Stopped " + database.instance(), database::stop);
  }

  void runNightly(Context ctx) {
    act(ctx, "Ran the nightly function", nightly::run);
  }

  void enableNightly(Context ctx) {
    act(ctx, "Switched the nightly function on", () -> nightly.enable(true));
  }

  void disableNightly(Context ctx) {
    act(ctx, "Switched the nightly function off", () -> nightly.enable(false));
  }

  /** Makes a call to AWS, notes who made it, and watches what comes of it. */
  private void act(Context ctx, String what, Call call) {
    try {
      call.run();
    } catch (ServiceException e) {
      refused(ctx, e.message());
      return;
    } catch (FunctionFailedException e) {
      refused(ctx, String.valueOf(e.getMessage()));
      return;
    }
    history.add(History.PEOPLE, Gate.user(ctx).email(), what);
    watch.start();
    ctx.redirect("/admin", HttpStatus.SEE_OTHER);
  }

  private void refused(Context ctx, String reason) {
    ctx.status(HttpStatus.CONFLICT);
    show(ctx, reason);
  }

  /** A call to AWS. */
  @FunctionalInterface
  private interface Call {
    void run() throws FunctionFailedException;
  }
}
