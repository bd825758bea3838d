package io.boto4j.s3;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts what happens to the files of a tree. Safe for use by multiple threads. */
final class TreeTally {
  private static final System.Logger LOG = System.getLogger("io.boto4j.s3");
  private static final int MOST_KEPT = 1000;

  private final @Nullable Consumer<? super TreeFile> listener;
  private final Map<TreeFile.Action, Long> done = new EnumMap<>(TreeFile.Action.class);
  private final List<TreeFile> failures = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<TreeFile> plan = new ArrayList<>();
  private long unchanged;
  private long skipped;
  private long failed;
  private long warned;
  private long bytes;

  TreeTally(@Nullable Consumer<? super TreeFile> listener) {
    this.listener = listener;
  }

  synchronized void unchanged() {
    unchanged++;
  }

  synchronized void warn(String message) {
    warned++;
    if (warnings.size() < MOST_KEPT) {
      warnings.add(message);
    }
  }

  synchronized void add(TreeFile file) {
    TreeFile.Status status = file.status();
    if (status == TreeFile.Status.FAILED) {
      failed++;
      if (failures.size() < MOST_KEPT) {
        failures.add(file);
      }
    } else if (status == TreeFile.Status.SKIPPED) {
      skipped++;
    } else {
      done.merge(file.action(), 1L, Long::sum);
      bytes += file.size();
      if (status == TreeFile.Status.PLANNED) {
        plan.add(file);
      }
    }
    if (listener != null) {
      try {
        listener.accept(file);
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "The function of onFile failed at " + file, e);
      }
    }
  }

  synchronized TreeResult result() {
    return new TreeResult(
        done.getOrDefault(TreeFile.Action.UPLOAD, 0L),
        done.getOrDefault(TreeFile.Action.DOWNLOAD, 0L),
        done.getOrDefault(TreeFile.Action.COPY, 0L),
        done.getOrDefault(TreeFile.Action.DELETE, 0L),
        unchanged,
        skipped,
        failed,
        bytes,
        failures,
        warned,
        warnings,
        plan);
  }
}
