package io.boto4j.s3;

import io.boto4j.Checksum;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.ServiceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The requests of one multipart upload. Safe for use by multiple threads. */
final class MultipartUpload {
  private static final int ABORT_ATTEMPTS = 3;

  private final Store store;
  private final String bucket;
  private final String key;
  private final Map<String, Object> parameters;
  private final Protection protection;
  private final Tracker tracker;

  /** The parts that are complete, by number. */
  private final TreeMap<Integer, Done> parts = new TreeMap<>();

  private @Nullable String id;
  private Dialect dialect = Dialect.NONE;

  /**
   * A part that is complete.
   *
   * @param checksum its checksum in Base64, or null if it has none
   */
  record Done(long size, @Nullable String eTag, @Nullable String checksum) {}

  MultipartUpload(
      Store store, String bucket, String key, Map<String, Object> parameters, Tracker tracker) {
    this.store = store;
    this.bucket = bucket;
    this.key = key;
    this.parameters = parameters;
    this.protection = Protection.of(parameters, store.config());
    this.tracker = tracker;
  }

  /** Begins the upload, and returns its id. */
  String create() {
    Response created =
        store
            .ladder()
            .call(
                "CreateMultipartUpload",
                protection.best(),
                attempted -> {
                  Map<String, Object> own = Store.target(bucket, key);
                  if (attempted.hasChecksums()) {
                    own.put("ChecksumAlgorithm", protection.algorithm(attempted));
                    own.put(
                        "ChecksumType",
                        attempted == Dialect.FULL_OBJECT ? "FULL_OBJECT" : "COMPOSITE");
                  }
                  Map<String, Object> shared = new LinkedHashMap<>(parameters);
                  shared.remove("ChecksumAlgorithm");
                  shared.remove("ChecksumType");
                  Response response = store.call("CreateMultipartUpload", shared, own, tracker);
                  dialect = attempted;
                  return response;
                });
    String made = created.text("UploadId");
    if (made == null) {
      throw new TransferException(
          "The store has begun the upload of " + Store.uri(bucket, key) + " without an UploadId",
          null);
    }
    id = made;
    return made;
  }

  /** Continues an upload that was begun before. */
  void resume(String uploadId, Dialect known) {
    id = uploadId;
    dialect = known;
  }

  String id() {
    return Objects.requireNonNull(id, "not created");
  }

  boolean isCreated() {
    return id != null;
  }

  Dialect dialect() {
    return dialect;
  }

  /** The algorithm of the parts' checksums; null if they have none. */
  @Nullable String algorithm() {
    return dialect.hasChecksums() ? protection.algorithm(dialect) : null;
  }

  /** Sends a part. */
  void send(int number, PartBody body) throws IOException {
    String algorithm = algorithm();
    String checksum = algorithm == null ? null : body.checksum(algorithm);
    Response sent =
        store
            .ladder()
            .call(
                "UploadPart",
                dialect,
                attempted -> {
                  Map<String, Object> own = part(number);
                  own.put("Body", body);
                  Store.protect(own, body, attempted, algorithm == null ? "" : algorithm, checksum);
                  return store.send("UploadPart", withoutChecksums(), own, attempted, tracker);
                });
    done(number, body.contentLength(), sent, algorithm, checksum);
  }

  /** Copies a range of an object as a part. */
  void copy(int number, long size, Map<String, ?> source) {
    Map<String, Object> own = part(number);
    own.putAll(source);
    Response copied = store.call("UploadPartCopy", withoutChecksums(), own, tracker);
    String algorithm = algorithm();
    Structure result = Objects.requireNonNull(copied.structure("CopyPartResult"));
    done(number, size, result, algorithm, null);
  }

  private void done(
      int number,
      long size,
      Structure sent,
      @Nullable String algorithm,
      @Nullable String checksum) {
    String stored = algorithm == null ? null : sent.text(Protection.member(algorithm));
    if (checksum != null && stored != null && !stored.equals(checksum)) {
      throw new TransferException(
          "S3 has stored part "
              + number
              + " of "
              + Store.uri(bucket, key)
              + " with another checksum ("
              + algorithm
              + " "
              + stored
              + ") than it was sent with ("
              + checksum
              + ")",
          null);
    }
    done(number, new Done(size, sent.text("ETag"), checksum == null ? stored : checksum));
    tracker.partDone();
  }

  /** Records a part that is known to be complete. */
  synchronized void done(int number, Done part) {
    parts.put(number, part);
  }

  /** Completes the upload: the parts become an object. */
  synchronized Response complete() {
    String whole = dialect == Dialect.FULL_OBJECT ? wholeChecksum() : null;
    if (whole != null && protection.given() != null && !whole.equals(protection.given())) {
      throw new TransferException(
          "The checksum of what was uploaded to "
              + Store.uri(bucket, key)
              + ", "
              + protection.algorithm()
              + " "
              + whole
              + ", is not the one that was set, "
              + protection.given(),
          null);
    }
    Response completed;
    try {
      completed =
          store
              .ladder()
              .call("CompleteMultipartUpload", dialect, attempted -> complete(attempted, whole));
    } catch (ServiceException e) {
      completed = completedBefore(e, whole);
    }
    String stored =
        whole == null ? null : completed.text(Protection.member(protection.algorithm(dialect)));
    if (stored != null && !stored.equals(whole)) {
      throw new TransferException(
          "S3 has stored "
              + Store.uri(bucket, key)
              + " with another checksum ("
              + stored
              + ") than that of its parts ("
              + whole
              + ")",
          null);
    }
    return completed;
  }

  /**
   * Returns the object if an earlier attempt has completed the upload, and its response was lost.
   *
   * @param failure the error of the last attempt
   */
  private Response completedBefore(ServiceException failure, @Nullable String whole) {
    if (!failure.is("NoSuchUpload") || failure.attempts().size() < 2) {
      throw failure;
    }
    Response object;
    try {
      object =
          store.call(
              "HeadObject",
              withoutChecksums(),
              Params.copyOf(Store.target(bucket, key)).with("ChecksumMode", "ENABLED"),
              tracker);
    } catch (ServiceException e) {
      failure.addSuppressed(e);
      throw failure;
    }
    Long length = object.longInteger("ContentLength");
    String stored =
        whole == null ? null : object.text(Protection.member(protection.algorithm(dialect)));
    boolean same = stored == null ? ETags.isOf(object.text("ETag"), eTags()) : stored.equals(whole);
    if (length == null || length != size() || !same) {
      throw failure;
    }
    return object;
  }

  private List<String> eTags() {
    List<String> tags = new ArrayList<>();
    for (Done part : parts.values()) {
      tags.add(Objects.requireNonNullElse(part.eTag(), ""));
    }
    return tags;
  }

  private Response complete(Dialect attempted, @Nullable String whole) {
    String algorithm = attempted.hasChecksums() ? protection.algorithm(dialect) : null;
    List<Map<String, Object>> list = new ArrayList<>();
    parts.forEach(
        (number, part) -> {
          Map<String, Object> each = new LinkedHashMap<>();
          each.put("PartNumber", number);
          if (part.eTag() != null) {
            each.put("ETag", part.eTag());
          }
          if (algorithm != null && part.checksum() != null) {
            each.put(Protection.member(algorithm), part.checksum());
          }
          list.add(each);
        });
    Map<String, Object> own = upload();
    own.put("MultipartUpload", Map.of("Parts", list));
    if (attempted == Dialect.FULL_OBJECT && whole != null) {
      own.put(Protection.member(protection.algorithm(attempted)), whole);
      own.put("ChecksumType", "FULL_OBJECT");
      own.put("MpuObjectSize", size());
    }
    Map<String, Object> shared = withoutChecksums();
    if (attempted.hasChecksums() && whole == null && protection.given() != null) {
      shared.put(Protection.member(protection.algorithm()), protection.given());
    }
    return store.call("CompleteMultipartUpload", shared, own, tracker);
  }

  private long size() {
    long size = 0;
    for (Done part : parts.values()) {
      size += part.size();
    }
    return size;
  }

  /** Returns the checksum of all parts together, or null if one is not known. */
  private @Nullable String wholeChecksum() {
    String algorithm = protection.algorithm(dialect);
    String whole = null;
    for (Done part : parts.values()) {
      if (part.checksum() == null) {
        return null;
      }
      whole =
          whole == null
              ? part.checksum()
              : Checksum.combine(algorithm, whole, part.checksum(), part.size());
    }
    return whole;
  }

  /**
   * Removes the upload and its parts from S3.
   *
   * @throws Boto4jException if that fails; the upload is then left, and can be found with {@link
   *     S3Transfer#listUnfinished}
   */
  void abort() {
    if (id == null) {
      return;
    }
    for (int attempt = 1; ; attempt++) {
      try {
        store.call("AbortMultipartUpload", parameters, upload(), tracker);
        return;
      } catch (ServiceException e) {
        if (e.is("NoSuchUpload")) {
          return;
        }
        throw e;
      } catch (Boto4jException e) {
        if (attempt == ABORT_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  /** The number of parts that are complete. */
  synchronized int count() {
    return parts.size();
  }

  /** Whether a part is complete. */
  synchronized boolean has(int number) {
    return parts.containsKey(number);
  }

  /** The parameters that name the upload. */
  Map<String, Object> upload() {
    Map<String, Object> upload = Store.target(bucket, key);
    upload.put("UploadId", id());
    return upload;
  }

  private Map<String, Object> part(int number) {
    Map<String, Object> part = upload();
    part.put("PartNumber", number);
    return part;
  }

  /** The user's parameters except those that depend on the dialect. */
  private Map<String, Object> withoutChecksums() {
    Map<String, Object> shared = new LinkedHashMap<>(parameters);
    shared.keySet().removeIf(name -> name.startsWith("Checksum"));
    return shared;
  }
}
