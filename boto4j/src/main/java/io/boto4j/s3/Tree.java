package io.boto4j.s3;

import io.boto4j.Client;
import io.boto4j.error.Boto4jException;
import java.io.File;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The transfer of a tree. One thread walks through the source and, for {@code sync}, the
 * destination at the same time, both in the order of the names, and hands each file that differs to
 * {@link TreeFiles}. Deletes follow when all files have been transferred.
 */
final class Tree implements Task<TreeResult> {
  /** The number of names to delete that are kept in memory. */
  private static final int MOST_IN_MEMORY = 10_000;

  private final Shared shared;
  private final String description;
  private final TreeSide source;
  private final TreeSide destination;
  private final TreeOptions options;
  private final Tracker tracker;
  private final TreeTally tally;
  private final TreeFiles files;
  private final CompletableFuture<TreeResult> result = new CompletableFuture<>();
  private volatile boolean cancelled;
  private @Nullable Thread thread;
  private long count;
  private long bytes;

  Tree(Shared shared, String verb, TreeSide source, TreeSide destination, TreeOptions options) {
    options.check();
    this.shared = shared;
    this.description = "the " + verb + " of " + source + " to " + destination;
    this.source = source;
    this.destination = destination;
    this.options = options;
    this.tracker = new Tracker(shared.notifier());
    this.tally = new TreeTally(options.onFile());
    this.files = new TreeFiles(shared, source, destination, options, tally, tracker);
    requireApart();
  }

  /** A copy that would list its own results, or delete its own source, is refused. */
  private void requireApart() {
    if (source.isLocal() || destination.isLocal()) {
      return;
    }
    boolean same = source.equals(destination);
    boolean endless = source.contains(destination) && !isExcluded(source, destination);
    boolean fatal =
        options.deletes() && destination.contains(source) && !isExcluded(destination, source);
    if (same || endless || fatal) {
      throw new IllegalArgumentException(
          "One of " + source + " and " + destination + " contains the other: exclude it");
    }
  }

  private boolean isExcluded(TreeSide outer, TreeSide inner) {
    return options.filters().excludeAllBelow(inner.prefix().substring(outer.prefix().length()));
  }

  /** Starts a thread, or runs here if the settings forbid threads. */
  Transfer<TreeResult> start() {
    shared.register(this);
    if (shared.workers().hasThreads()) {
      Thread created = new Thread(this::run, "boto4j-s3-tree");
      created.setDaemon(true);
      synchronized (this) {
        thread = created;
      }
      created.start();
    } else {
      run();
    }
    return new Transfer<>(this);
  }

  private void run() {
    Throwable failure = null;
    try (PendingDeletes deletes = new PendingDeletes(MOST_IN_MEMORY)) {
      walk(deletes);
      tracker.total(bytes);
      tracker.parts(count);
      files.drain();
      files.delete(deletes, this::requireRunning);
      files.drain();
    } catch (Throwable e) {
      failure = e;
    }
    synchronized (this) {
      thread = null;
    }
    if (failure != null) {
      files.awaitAll();
    }
    tracker.end();
    end(failure);
  }

  private void end(@Nullable Throwable failure) {
    TreeResult made = tally.result();
    if (cancelled) {
      result.completeExceptionally(
          new TransferCancelledException("Cancelled: " + description, false));
    } else if (failure != null) {
      result.completeExceptionally(explain(failure));
    } else if (made.failed() > 0) {
      TreeFile first = made.failures().get(0);
      result.completeExceptionally(
          new TreeFailedException(
              "Not complete is " + description + " (" + made + "); the first failure is: " + first,
              made,
              first.failure()));
    } else {
      result.complete(made);
    }
  }

  private Throwable explain(Throwable failure) {
    if (failure instanceof Boto4jException || failure instanceof Error) {
      return failure;
    }
    return new TransferException("Cannot complete " + description + ": " + failure, failure);
  }

  private void requireRunning() {
    if (cancelled) {
      throw new TransferCancelledException("Cancelled: " + description, false);
    }
  }

  private void walk(PendingDeletes deletes) throws IOException, InterruptedException {
    TreeListing from = listing(source, true);
    TreeListing to = options.compares() ? listing(destination, false) : null;
    TreeEntry entry = from.next();
    TreeEntry other = to == null ? null : to.next();
    while (entry != null || (other != null && options.deletes())) {
      requireRunning();
      if (to != null
          && other != null
          && (entry == null || TreeEntry.compare(entry.name(), other.name()) > 0)) {
        if (options.deletes() && isLost(other, entry, from)) {
          deletes.add(other.name());
        }
        other = to.next();
      } else if (entry != null) {
        boolean paired = other != null && other.name().equals(entry.name());
        consider(entry, paired ? other : null);
        entry = from.next();
        if (to != null && paired) {
          other = to.next();
        }
      }
    }
    if (options.deletes() && from.isEmpty() && !source.isLocal()) {
      throw new TransferException(
          "There is nothing at " + source + ", so nothing was deleted at " + destination, null);
    }
  }

  private TreeListing listing(TreeSide side, boolean reads) {
    if (side.isLocal()) {
      return new LocalListing(side.path(), options, reads, tally::warn);
    }
    boolean foreign = reads && !destination.isLocal();
    Client client = shared.store().client();
    Map<String, ?> parameters = options.parameters();
    return new ObjectListing(
        foreign ? options.reader(client) : client,
        side,
        shared
            .store()
            .extraArgs()
            .of("ListObjectsV2", foreign ? Copy.sourceParameters(parameters) : parameters),
        options,
        reads,
        tracker);
  }

  /**
   * Whether what exists at the destination only is to be deleted.
   *
   * @param next the next file of the source
   */
  private boolean isLost(TreeEntry other, @Nullable TreeEntry next, TreeListing from) {
    if (other.isMarker()) {
      // The object of a directory is kept as long as the directory is there.
      boolean used =
          (next != null && next.name().startsWith(other.name()))
              || (source.isLocal() && new File(source.show(other.name())).isDirectory());
      return !used && !other.name().isEmpty() && !destination.isLocal();
    }
    if (other.linked()) {
      tally.warn(
          "Not deleting "
              + destination.show(other.name())
              + ": a symbolic link leads to its directory");
      return false;
    }
    return !from.isUncertain(other.name());
  }

  private void consider(TreeEntry entry, @Nullable TreeEntry other) throws InterruptedException {
    if (entry.isMarker()) {
      return;
    }
    boolean conflicts = files.conflicts(entry, other);
    if (exists(entry, other)) {
      files.skip(entry);
      return;
    }
    boolean checks = false;
    if (other != null && entry.size() == other.size()) {
      checks = options.comparesContent();
      if (!checks && !isModified(entry, other)) {
        tally.unchanged();
        return;
      }
    }
    if (entry.frozen() && !options.forcesGlacier()) {
      tally.warn(
          "Skipping "
              + source.show(entry.name())
              + ": it is in Glacier and not restored; restore it, or set forceGlacier");
      files.skip(entry);
      return;
    }
    if (conflicts && !files.resolve(entry)) {
      return;
    }
    if (files.transfer(entry, checks ? other : null)) {
      count++;
      bytes += entry.size();
    }
  }

  /** Whether a file is at the destination and must stay as it is. */
  private boolean exists(TreeEntry entry, @Nullable TreeEntry other) {
    if (!options.keepsExisting()) {
      return false;
    }
    return other != null
        || (destination.isLocal() && !options.compares() && files.existsLocally(entry));
  }

  /** Whether the times show that a file of equal size differs. */
  private boolean isModified(TreeEntry entry, TreeEntry other) {
    if (options.isSizeOnly()) {
      return false;
    }
    if (!destination.isLocal()) {
      return entry.modified().isAfter(other.modified());
    }
    if (options.isExact()) {
      // Objects have whole seconds; some stores have more precise times in listings only.
      return !entry
          .modified()
          .truncatedTo(ChronoUnit.SECONDS)
          .equals(other.modified().truncatedTo(ChronoUnit.SECONDS));
    }
    return other.modified().isAfter(entry.modified());
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public CompletableFuture<TreeResult> result() {
    return result;
  }

  @Override
  public Tracker tracker() {
    return tracker;
  }

  @Override
  public void cancel() {
    cancelled = true;
    files.cancel();
    synchronized (this) {
      if (thread != null) {
        thread.interrupt();
      }
    }
  }

  @Override
  public ResumeToken pause() {
    throw new IllegalStateException(
        "Only single files can be paused; what is complete of "
            + description
            + " is left out when it is repeated with sync");
  }
}
