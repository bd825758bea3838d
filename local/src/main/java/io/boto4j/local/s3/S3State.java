package io.boto4j.local.s3;

import io.boto4j.local.engine.EngineContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * All buckets of a partition: their names are unique among all accounts and regions, so that all
 * engines share them.
 */
final class S3State {
  final EngineContext context;
  final Blobs blobs;
  final Versions versions;
  final Uploads uploads;
  private final MVMap<String, Object> buckets;
  private final MVMap<String, Object> counters;
  private final ReentrantLock changing = new ReentrantLock();

  S3State(EngineContext context) {
    this.context = context;
    this.blobs = new Blobs(context.store());
    this.buckets = context.store().map("buckets");
    this.counters = context.store().map("counters");
    this.versions = new Versions(context.store());
    this.uploads = new Uploads(context.store());
  }

  /** A change in progress, which collects the bodies to delete once it is durable. */
  final class Change {
    private final List<String> forgotten = new ArrayList<>();

    /** Forgets bodies. */
    void forget(List<String> ids) {
      blobs.forget(ids);
      forgotten.addAll(ids);
    }

    /** Returns a number that is larger than all before. */
    long next() {
      Object last = counters.get("sequence");
      long number = last instanceof Number before ? before.longValue() + 1 : 1;
      counters.put("sequence", number);
      return number;
    }
  }

  /**
   * Makes a change durably. Changes run one at a time, and must check everything before the first
   * modification.
   */
  <T> T change(Function<Change, T> make) {
    Change change = new Change();
    T result =
        context
            .store()
            .write(
                () -> {
                  changing.lock();
                  try {
                    return make.apply(change);
                  } finally {
                    changing.unlock();
                  }
                });
    blobs.deleteFiles(change.forgotten);
    return result;
  }

  /** Returns the bucket of a name, or null. */
  @Nullable Bucket find(String name) {
    Object stored = buckets.get(name);
    return stored == null ? null : new Bucket(name, Documents.structure(stored));
  }

  /** Returns a bucket. */
  Bucket get(String name) {
    Bucket bucket = find(name);
    if (bucket == null) {
      throw S3Errors.noSuchBucket(name);
    }
    return bucket;
  }

  /** Stores a bucket. Called within a change. */
  void put(Bucket bucket) {
    buckets.put(bucket.name(), bucket.document());
  }

  /** Removes a bucket. Called within a change. */
  void remove(Bucket bucket) {
    buckets.remove(bucket.name());
  }

  /** Returns all buckets of an account in the order of their names. */
  List<Bucket> all(String account) {
    List<Bucket> all = new ArrayList<>();
    for (String name : buckets.keySet()) {
      Bucket bucket = find(name);
      if (bucket != null && bucket.account().equals(account)) {
        all.add(bucket);
      }
    }
    return all;
  }

  /** Returns the time in whole seconds, as S3 stores it. */
  Instant now() {
    return context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
