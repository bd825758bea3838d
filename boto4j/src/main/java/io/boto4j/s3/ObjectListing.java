package io.boto4j.s3;

import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.Structure;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The objects below a prefix, requested page by page. */
final class ObjectListing extends TreeListing {
  private static final int DEFAULT_PAGE = 1000;
  private static final Set<String> FROZEN = Set.of("GLACIER", "DEEP_ARCHIVE");

  private final Client client;
  private final TreeSide location;
  private final Map<String, Object> request;
  private final Tracker tracker;
  private Iterator<Structure> page = List.<Structure>of().iterator();
  private boolean begun;
  private @Nullable String token;

  /**
   * Creates a listing.
   *
   * @param parameters the parameters that {@code ListObjectsV2} takes
   * @param source whether the objects are to be read
   */
  ObjectListing(
      Client client,
      TreeSide location,
      Map<String, ?> parameters,
      TreeOptions options,
      boolean source,
      Tracker tracker) {
    super(options.filters(), options.compares());
    this.client = client;
    this.location = location;
    this.tracker = tracker;
    request = new LinkedHashMap<>(parameters);
    request.put("Bucket", location.bucket());
    request.put("Prefix", location.prefix().isEmpty() ? null : location.prefix());
    request.put("MaxKeys", options.pageSize() == DEFAULT_PAGE ? null : options.pageSize());
    if (source && !options.forcesGlacier()) {
      // Without it, listings do not report that an object in Glacier has been restored.
      request.put("OptionalObjectAttributes", List.of("RestoreStatus"));
    }
    request.values().removeIf(Objects::isNull);
  }

  @Override
  @Nullable TreeEntry read() {
    while (!page.hasNext()) {
      if (begun && token == null) {
        return null;
      }
      readPage();
    }
    return entry(page.next());
  }

  private void readPage() {
    String before = token;
    if (before != null) {
      request.put("ContinuationToken", before);
    }
    Response response = client.call("ListObjectsV2", request);
    tracker.retried(response.metadata().attempts().size() - 1L);
    begun = true;
    page = response.structures("Contents").iterator();
    token = response.text("NextContinuationToken");
    if (token != null && token.equals(before)) {
      throw new TransferException(
          "The store returned the same page of the listing of " + this + " twice", null);
    }
  }

  private TreeEntry entry(Structure object) {
    String key = Objects.requireNonNullElse(object.text("Key"), "");
    if (!key.startsWith(location.prefix())) {
      throw new TransferException(
          "The store returned the key '" + key + "' in the listing of " + this, null);
    }
    return new TreeEntry(
        key.substring(location.prefix().length()),
        Objects.requireNonNullElse(object.longInteger("Size"), 0L),
        Objects.requireNonNullElse(object.instant("LastModified"), Instant.EPOCH),
        object.text("ETag"),
        hash(object),
        isFrozen(object),
        false);
  }

  private static @Nullable String hash(Structure object) {
    if ("COMPOSITE".equals(object.text("ChecksumType"))) {
      return null;
    }
    List<?> algorithms = object.list("ChecksumAlgorithm");
    return algorithms.isEmpty() ? null : String.valueOf(algorithms.get(0));
  }

  private static boolean isFrozen(Structure object) {
    String storageClass = object.text("StorageClass");
    return storageClass != null
        && FROZEN.contains(storageClass)
        && object.instant("RestoreStatus", "RestoreExpiryDate") == null;
  }

  @Override
  boolean isUncertain(String name) {
    return false;
  }

  @Override
  public String toString() {
    return location.toString();
  }
}
