package io.boto4j.s3;

import io.boto4j.Response;
import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The deletion of many objects, a thousand per request, several requests at the same time. */
final class Delete extends Job<DeleteResult> {
  private static final int BATCH = 1000;

  private final Store store;
  private final String bucket;
  private final Iterator<String> keys;
  private final Map<String, ?> parameters;
  private final List<DeleteResult.Failure> failures = new ArrayList<>();
  private long deleted;
  private boolean reading;
  private boolean ended;

  Delete(Shared shared, String bucket, Iterable<String> keys) {
    this(shared, bucket, keys, Map.of());
  }

  /** Creates a deletion with parameters of its requests, such as {@code RequestPayer}. */
  Delete(Shared shared, String bucket, Iterable<String> keys, Map<String, ?> parameters) {
    super(shared.workers(), shared.notifier(), "the deletion of objects of s3://" + bucket);
    this.store = shared.store();
    this.bucket = bucket;
    this.keys = keys.iterator();
    this.parameters = parameters;
  }

  @Override
  public boolean isSmall() {
    return false;
  }

  @Override
  @Nullable DeleteResult begin() {
    return null;
  }

  /** One thread at a time takes keys, which may come from a listing. */
  @Override
  @Nullable Part nextPart() {
    if (reading || ended) {
      return null;
    }
    reading = true;
    return this::deleteNext;
  }

  private void deleteNext() {
    List<Map<String, Object>> batch = new ArrayList<>();
    while (batch.size() < BATCH && keys.hasNext()) {
      batch.add(Map.of("Key", keys.next()));
    }
    boolean last = batch.size() < BATCH;
    locked(
        () -> {
          reading = false;
          ended = last;
        });
    if (!last) {
      wake();
    }
    if (!batch.isEmpty()) {
      delete(batch);
    }
  }

  private void delete(List<Map<String, Object>> batch) {
    Response response =
        store.delete(
            parameters,
            Map.of("Bucket", bucket, "Delete", Map.of("Objects", batch, "Quiet", true)),
            tracker());
    List<Structure> errors = response.structures("Errors");
    locked(
        () -> {
          deleted += batch.size() - errors.size();
          for (Structure error : errors) {
            failures.add(
                new DeleteResult.Failure(
                    Objects.requireNonNullElse(error.text("Key"), ""),
                    Objects.requireNonNullElse(error.text("Code"), ""),
                    Objects.requireNonNullElse(error.text("Message"), "")));
          }
        });
    tracker().partsDone(batch.size());
  }

  @Override
  boolean handedOutAll() {
    return ended && !reading;
  }

  @Override
  DeleteResult finish() {
    DeleteResult result = new DeleteResult(deleted, failures);
    if (!failures.isEmpty()) {
      DeleteResult.Failure first = failures.get(0);
      throw new DeleteFailedException(
          failures.size()
              + " objects of s3://"
              + bucket
              + " were not deleted; the first is "
              + first.key()
              + ": "
              + first.code()
              + ": "
              + first.message(),
          result);
    }
    return result;
  }

  @Override
  void undo(Throwable cause) {}

  @Override
  void release() {}
}
