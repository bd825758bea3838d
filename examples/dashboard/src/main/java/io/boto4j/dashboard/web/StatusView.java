package io.boto4j.dashboard.web;

import io.boto4j.dashboard.cloud.Database;
import io.boto4j.dashboard.cloud.Progress;
import java.util.Locale;

/**
 * The state of the database as pages show it, and as events carry it to them.
 *
 * @param status RDS's word
 * @param label a word for people
 * @param tone the colour: {@code good}, {@code calm}, {@code busy} or {@code bad}
 * @param detail a sentence
 * @param busy whether the state changes by itself
 * @param canStart whether the database can be started
 * @param canStop whether the database can be stopped
 */
public record StatusView(
    String status,
    String label,
    String tone,
    String detail,
    boolean busy,
    boolean canStart,
    boolean canStop) {

  static StatusView of(Progress progress) {
    return new StatusView(
        progress.status(),
        label(progress.status()),
        tone(progress),
        detail(progress),
        progress.isChanging(),
        progress.canStart(),
        progress.canStop());
  }

  private static String label(String status) {
    return switch (status) {
      case "available" -> "Running";
      case Database.MISSING -> "Not created";
      default -> status.substring(0, 1).toUpperCase(Locale.ROOT) + status.substring(1);
    };
  }

  private static String tone(Progress progress) {
    if (progress.problem() != null) {
      return "bad";
    }
    return progress.isChanging() ? "busy" : progress.canStop() ? "good" : "calm";
  }

  private static String detail(Progress progress) {
    if (progress.problem() != null) {
      return progress.problem();
    }
    if (progress.isChanging()) {
      return progress.polls() == 0
          ? "RDS is at work."
          : "RDS is at work: check "
              + progress.polls()
              + ", after "
              + progress.elapsed().toSeconds()
              + " s.";
    }
    return switch (progress.status()) {
      case "available" -> "The database answers, and costs money while it does.";
      case "stopped" -> "The database is asleep; its data is kept.";
      default -> "There is no instance of this name. Run the dashboard with --provision once.";
    };
  }
}
