package io.boto4j.dashboard.web;

import io.boto4j.dashboard.cloud.DatabaseWatch;
import io.boto4j.dashboard.ledger.Ledger;
import io.boto4j.dashboard.ledger.Summary;
import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The page after the log-in: the ledger, if the database answers. */
final class HomePage {
  private final DatabaseWatch watch;
  private final Ledger ledger;

  HomePage(DatabaseWatch watch, Ledger ledger) {
    this.watch = watch;
    this.ledger = ledger;
  }

  void show(Context ctx) {
    StatusView status = StatusView.of(watch.current());
    Map<String, Object> model = new HashMap<>();
    model.put("page", Page.of(ctx, "Ledger"));
    model.put("status", status);
    if (status.canStop()) {
      try {
        Summary summary = ledger.summary();
        model.put("summary", summary);
        model.put("bars", Bar.of(summary.months()));
      } catch (SQLException e) {
        // The message may have the address of the database, which is nothing for users.
        System.getLogger(HomePage.class.getName())
            .log(System.Logger.Level.WARNING, "The ledger could not be read", e);
      }
    }
    ctx.render("home.jte", model);
  }
}
