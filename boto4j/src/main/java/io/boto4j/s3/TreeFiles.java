package io.boto4j.s3;

import io.boto4j.error.ServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Transfers and deletes the single files of a {@link Tree}. */
final class TreeFiles {
  private static final int BATCH = 1000;
  private static final int PRECONDITION_FAILED = 412;

  private final Shared shared;
  private final TreeSide source;
  private final TreeSide destination;
  private final TreeOptions options;
  private final TreeTally tally;
  private final Tracker tracker;
  private final TreeWindow window;
  private final TreeFile.Action action;
  private final @Nullable TargetDirectory directory;

  /** The names so far in lower case, if conflicts matter. */
  private final Set<String> lowerCase = new HashSet<>();

  TreeFiles(
      Shared shared,
      TreeSide source,
      TreeSide destination,
      TreeOptions options,
      TreeTally tally,
      Tracker tracker) {
    this.shared = shared;
    this.source = source;
    this.destination = destination;
    this.options = options;
    this.tally = tally;
    this.tracker = tracker;
    this.window = new TreeWindow(shared, tracker);
    this.directory = destination.isLocal() ? new TargetDirectory(destination.path()) : null;
    if (source.isLocal()) {
      action = TreeFile.Action.UPLOAD;
    } else {
      action = directory != null ? TreeFile.Action.DOWNLOAD : TreeFile.Action.COPY;
    }
  }

  /** Whether another file has the same name except for its case. */
  boolean conflicts(TreeEntry entry, @Nullable TreeEntry other) {
    if (directory == null || options.caseConflict() == TreeOptions.CaseConflict.IGNORE) {
      return false;
    }
    boolean first = lowerCase.add(entry.name().toLowerCase(Locale.ROOT));
    // A file that was not listed, but is there, was listed by another name.
    return !first || (other == null && options.compares() && existsLocally(entry));
  }

  boolean existsLocally(TreeEntry entry) {
    try {
      return directory != null
          && Files.exists(directory.path(entry.name()), LinkOption.NOFOLLOW_LINKS);
    } catch (LocalFileException e) {
      // Reported when the file is transferred.
      return false;
    }
  }

  /** Treats a conflict of case; returns whether the file is to be transferred. */
  boolean resolve(TreeEntry entry) {
    String reason =
        "The key '" + entry.name() + "' differs only by case from the name of another file";
    TreeOptions.CaseConflict policy = options.caseConflict();
    if (policy == TreeOptions.CaseConflict.ERROR) {
      fail(entry, new LocalFileException(reason, destination.path(), null));
      return false;
    }
    if (policy == TreeOptions.CaseConflict.SKIP) {
      tally.warn("Skipping " + source.show(entry.name()) + ": " + reason);
      skip(entry);
      return false;
    }
    tally.warn(reason);
    return true;
  }

  void skip(TreeEntry entry) {
    tally.add(file(entry, TreeFile.Status.SKIPPED, null));
  }

  private void fail(TreeEntry entry, Throwable cause) {
    tally.add(file(entry, TreeFile.Status.FAILED, cause));
  }

  private TreeFile file(TreeEntry entry, TreeFile.Status status, @Nullable Throwable failure) {
    return new TreeFile(
        action,
        status,
        source.show(entry.name()),
        destination.show(entry.name()),
        entry.size(),
        failure);
  }

  /**
   * Transfers a file, when there is room for it.
   *
   * @param other the file to compare it with first; null if it is known to differ
   * @return whether it was started
   */
  boolean transfer(TreeEntry entry, @Nullable TreeEntry other) throws InterruptedException {
    try {
      if (directory != null) {
        directory.path(entry.name());
      }
    } catch (LocalFileException e) {
      fail(entry, e);
      return false;
    }
    if (options.isDry() && other == null) {
      tally.add(file(entry, TreeFile.Status.PLANNED, null));
      return false;
    }
    int room = window.enter(entry.size());
    if (other == null) {
      start(entry, room);
    } else {
      compare(entry, other, room);
    }
    return true;
  }

  private void compare(TreeEntry entry, TreeEntry other, int room) {
    ContentCheck check;
    try {
      check = new ContentCheck(shared, options, source, entry, destination, other);
    } catch (RuntimeException e) {
      finish(entry, room, e);
      return;
    }
    window.run(
        check,
        (equal, failure) -> {
          if (failure != null) {
            finish(entry, room, failure);
          } else if (Boolean.TRUE.equals(equal)) {
            tally.unchanged();
            tracker.passed(entry.size());
            tracker.partDone();
            window.leave(room);
          } else if (options.isDry()) {
            tally.add(file(entry, TreeFile.Status.PLANNED, null));
            tracker.partDone();
            window.leave(room);
          } else {
            start(entry, room);
          }
        });
  }

  private void start(TreeEntry entry, int room) {
    Job<TransferResult> job;
    try {
      job = job(entry);
    } catch (RuntimeException e) {
      finish(entry, room, e);
      return;
    }
    window.run(job, (done, failure) -> finish(entry, room, failure));
  }

  private Job<TransferResult> job(TreeEntry entry) {
    String name = entry.name();
    Map<String, Object> parameters = options.parameters(name);
    ExtraArgs args = shared.store().extraArgs();
    if (action == TreeFile.Action.UPLOAD) {
      String type = options.guessesType() ? ContentTypes.of(name) : null;
      if (type != null) {
        parameters.putIfAbsent("ContentType", type);
      }
      return Upload.of(
          shared,
          source.path().resolve(name),
          entry.size(),
          destination.bucket(),
          destination.key(name),
          new UploadOptions(args).set(unlessPresent(parameters)),
          null);
    }
    if (directory != null) {
      DownloadOptions set = new DownloadOptions(args).set(parameters).keepTime();
      return new Download<>(
          shared,
          "the download of " + source.show(name),
          source.bucket(),
          source.key(name),
          set,
          FileTarget.of(directory.prepare(name), set),
          null,
          Function.identity());
    }
    CopyOptions set = new CopyOptions(args).set(unlessPresent(parameters));
    return new Copy(
        shared,
        source.bucket(),
        source.key(name),
        destination.bucket(),
        destination.key(name),
        set.sourceClient(options.reader(shared.store().client())),
        entry.size());
  }

  private Map<String, Object> unlessPresent(Map<String, Object> parameters) {
    if (options.keepsExisting()) {
      parameters.putIfAbsent("IfNoneMatch", "*");
    }
    return parameters;
  }

  private void finish(TreeEntry entry, int room, @Nullable Throwable failure) {
    try {
      boolean present =
          options.keepsExisting()
              && failure instanceof ServiceException e
              && e.statusCode() == PRECONDITION_FAILED;
      if (failure == null) {
        tally.add(file(entry, TreeFile.Status.DONE, null));
      } else if (present) {
        skip(entry);
      } else if (!(failure instanceof TransferCancelledException)) {
        fail(entry, failure);
      }
      tracker.partDone();
    } finally {
      window.leave(room);
    }
  }

  /** Deletes files or objects. */
  void delete(PendingDeletes names, Runnable each) throws IOException, InterruptedException {
    for (List<String> batch = names.take(BATCH); !batch.isEmpty(); batch = names.take(BATCH)) {
      each.run();
      if (options.isDry()) {
        batch.forEach(name -> deleted(name, TreeFile.Status.PLANNED, null));
      } else if (directory != null) {
        for (String name : batch) {
          deleteFile(directory, name);
        }
      } else {
        deleteObjects(batch, window.enter(0));
      }
    }
  }

  private void deleteFile(TargetDirectory from, String name) {
    try {
      from.delete(name);
      deleted(name, TreeFile.Status.DONE, null);
    } catch (IOException | RuntimeException e) {
      deleted(name, TreeFile.Status.FAILED, e);
    }
  }

  private void deleteObjects(List<String> batch, int room) {
    List<String> keys = batch.stream().map(destination::key).toList();
    Delete job =
        new Delete(
            shared,
            destination.bucket(),
            keys,
            shared.store().extraArgs().of("DeleteObjects", options.parameters()));
    window.run(
        job,
        (done, failure) -> {
          try {
            deleted(batch, failure);
          } finally {
            window.leave(room);
          }
        });
  }

  private void deleted(List<String> batch, @Nullable Throwable failure) {
    Map<String, String> refused = new HashMap<>();
    if (failure instanceof DeleteFailedException e) {
      for (DeleteResult.Failure each : e.result().failures()) {
        refused.put(each.key(), each.code() + ": " + each.message());
      }
    } else if (failure instanceof TransferCancelledException) {
      return;
    }
    boolean none = failure != null && refused.isEmpty();
    for (String name : batch) {
      String reason = refused.get(destination.key(name));
      if (none) {
        deleted(name, TreeFile.Status.FAILED, failure);
      } else if (reason != null) {
        deleted(name, TreeFile.Status.FAILED, new TransferException(reason, null));
      } else {
        deleted(name, TreeFile.Status.DONE, null);
      }
    }
  }

  private void deleted(String name, TreeFile.Status status, @Nullable Throwable failure) {
    tally.add(
        new TreeFile(TreeFile.Action.DELETE, status, destination.show(name), null, 0, failure));
  }

  /** Waits until all that was started has ended. */
  void drain() throws InterruptedException {
    window.drain();
  }

  /** Waits like {@link #drain}, even if the thread is interrupted. */
  void awaitAll() {
    boolean interrupted = false;
    while (true) {
      try {
        window.drain();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted && !shared.workers().hasThreads()) {
      Thread.currentThread().interrupt();
    }
  }

  void cancel() {
    window.cancel();
  }
}
