package io.boto4j.s3;

import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The copy of an object inside S3: in one request, or from the threshold on in parts, with the
 * metadata and tags that a copy in one request would keep.
 */
final class Copy extends Job<TransferResult> {
  /** The properties of the source that a copy in one request keeps. */
  private static final List<String> PROPERTIES =
      List.of(
          "CacheControl",
          "ContentDisposition",
          "ContentEncoding",
          "ContentLanguage",
          "ContentType",
          "Expires",
          "Metadata",
          "WebsiteRedirectLocation");

  private static final String SOURCE_PREFIX = "CopySource";
  private static final int LONGEST_TAGGING = 2048;
  private static final int PRECONDITION_FAILED = 412;

  private final Store store;
  private final String sourceBucket;
  private final String sourceKey;
  private final String bucket;
  private final String key;
  private final CopyOptions options;
  private final Map<String, Object> parameters;
  private final Map<String, Object> source = new LinkedHashMap<>();

  /** The size of the source, or −1 if it is not known before. */
  private long size;

  private @Nullable MultipartUpload multipart;
  private @Nullable List<Map<String, ?>> tagsToPut;
  private long partSize;
  private int count;
  private int next = 1;

  Copy(
      Shared shared,
      String sourceBucket,
      String sourceKey,
      String bucket,
      String key,
      CopyOptions options,
      long size) {
    super(
        shared.workers(),
        shared.notifier(),
        "the copy of " + Store.uri(sourceBucket, sourceKey) + " to " + Store.uri(bucket, key));
    this.store = shared.store();
    this.sourceBucket = sourceBucket;
    this.sourceKey = sourceKey;
    this.bucket = bucket;
    this.key = key;
    this.options = options;
    this.parameters = new LinkedHashMap<>(options.parameters());
    this.size = size;
    source.put("Bucket", sourceBucket);
    source.put("Key", sourceKey);
    if (options.sourceVersionId() != null) {
      source.put("VersionId", options.sourceVersionId());
    }
  }

  @Override
  public boolean isSmall() {
    return size >= 0 && size < store.config().copyThreshold();
  }

  @Override
  @Nullable TransferResult begin() {
    Response head = null;
    if (!isSmall()) {
      head = head();
      size = Objects.requireNonNullElse(head.longInteger("ContentLength"), 0L);
    }
    tracker().total(size);
    if (head == null || isSmall()) {
      return copyAtOnce();
    }
    MultipartUpload upload = begin(head);
    multipart = upload;
    partSize = PartSizes.of(size, store.config().copyChunksize());
    count = PartSizes.count(size, partSize);
    tracker().parts(count);
    return null;
  }

  private TransferResult copyAtOnce() {
    tracker().parts(1);
    Map<String, Object> own = Store.target(bucket, key);
    own.put(SOURCE_PREFIX, source);
    Response copied = store.call("CopyObject", parameters, own, tracker());
    tracker().passed(size);
    tracker().partDone();
    return new TransferResult(
        bucket,
        key,
        size,
        copied.text("CopyObjectResult", "ETag"),
        copied.text("VersionId"),
        1,
        copied);
  }

  /** Reads the properties of the source, with those parameters that concern it. */
  private Response head() {
    Client client = options.sourceClient() == null ? store.client() : options.sourceClient();
    Map<String, Object> request = sourceParameters("HeadObject");
    request.put("ChecksumMode", "ENABLED");
    return client.call("HeadObject", request);
  }

  private Map<String, Object> sourceParameters(String operation) {
    Map<String, Object> request = store.extraArgs().of(operation, sourceParameters(parameters));
    request.putAll(source);
    return request;
  }

  /** Returns the parameters of a copy that concern its source, by the names for reading it. */
  static Map<String, Object> sourceParameters(Map<String, ?> parameters) {
    Map<String, Object> of = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> {
          if (name.startsWith(SOURCE_PREFIX)) {
            of.put(name.substring(SOURCE_PREFIX.length()), value);
          } else if (name.equals("ExpectedSourceBucketOwner")) {
            of.put("ExpectedBucketOwner", value);
          } else if (name.equals("RequestPayer")) {
            of.put(name, value);
          }
        });
    return of;
  }

  private MultipartUpload begin(Response head) {
    String eTag = head.text("ETag");
    parameters.keySet().removeIf(name -> name.startsWith(SOURCE_PREFIX + "If"));
    parameters.put("CopySourceIfMatch", eTag);
    Map<String, Object> properties = new LinkedHashMap<>();
    if (!"REPLACE".equals(parameters.get("MetadataDirective"))) {
      for (String name : PROPERTIES) {
        Object value = head.get(name);
        if (value != null && !(value instanceof Map<?, ?> map && map.isEmpty())) {
          properties.put(name, value);
        }
      }
    }
    if (!"REPLACE".equals(parameters.get("TaggingDirective"))) {
      copyTags(properties);
    }
    Map<String, Object> created = new LinkedHashMap<>(parameters);
    created.putAll(properties);
    keepChecksum(head, created);
    MultipartUpload upload = new MultipartUpload(store, bucket, key, created, tracker());
    shielded(upload::create);
    return upload;
  }

  /** A checksum of the whole source is required of the copy too. */
  private void keepChecksum(Response head, Map<String, Object> created) {
    if (created.containsKey("ChecksumAlgorithm")
        || !"FULL_OBJECT".equals(head.text("ChecksumType"))) {
      return;
    }
    for (String algorithm : List.of("CRC64NVME", "CRC32C", "CRC32")) {
      String value = head.text(Protection.member(algorithm));
      if (value != null) {
        created.put(Protection.member(algorithm), value);
        return;
      }
    }
  }

  private void copyTags(Map<String, Object> properties) {
    Client client = options.sourceClient() == null ? store.client() : options.sourceClient();
    List<Structure> tags;
    try {
      tags =
          client
              .call("GetObjectTagging", sourceParameters("GetObjectTagging"))
              .structures("TagSet");
    } catch (ServiceException e) {
      if (e.is("NotImplemented", "MethodNotAllowed")) {
        return;
      }
      throw e;
    }
    StringJoiner text = new StringJoiner("&");
    for (Structure tag : tags) {
      text.add(encoded(tag.text("Key")) + "=" + encoded(tag.text("Value")));
    }
    if (text.length() > LONGEST_TAGGING) {
      tagsToPut = List.copyOf(tags);
    } else if (text.length() > 0) {
      properties.put("Tagging", text.toString());
    }
  }

  private static String encoded(@Nullable String text) {
    return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
  }

  @Override
  @Nullable Part nextPart() {
    if (next > count) {
      return null;
    }
    int number = next++;
    return () -> copyPart(number);
  }

  private void copyPart(int number) {
    long from = (number - 1) * partSize;
    long end = Math.min(from + partSize, size);
    Map<String, Object> own = new LinkedHashMap<>();
    own.put(SOURCE_PREFIX, source);
    own.put("CopySourceRange", "bytes=" + from + "-" + (end - 1));
    try {
      Objects.requireNonNull(multipart).copy(number, end - from, own);
    } catch (ServiceException e) {
      if (e.statusCode() == PRECONDITION_FAILED) {
        throw new SourceChangedException(
            "The object "
                + Store.uri(sourceBucket, sourceKey)
                + " was changed while it was being copied",
            e);
      }
      throw e;
    }
    tracker().passed(end - from);
  }

  @Override
  boolean handedOutAll() {
    return next > count;
  }

  @Override
  TransferResult finish() {
    Response completed = shielded(Objects.requireNonNull(multipart)::complete);
    if (tagsToPut != null) {
      putTags(completed);
    }
    return new TransferResult(
        bucket, key, size, completed.text("ETag"), completed.text("VersionId"), count, completed);
  }

  /** Sets tags that do not fit in a header; without them the copy is not a copy. */
  private void putTags(Response completed) {
    Map<String, Object> own = Store.target(bucket, key);
    own.put("Tagging", Map.of("TagSet", Objects.requireNonNull(tagsToPut)));
    if (completed.text("VersionId") != null) {
      own.put("VersionId", completed.text("VersionId"));
    }
    Map<String, Object> shared = new LinkedHashMap<>(parameters);
    shared.keySet().removeIf(name -> name.startsWith("Checksum"));
    try {
      store.call("PutObjectTagging", shared, own, tracker());
    } catch (RuntimeException e) {
      own.remove("Tagging");
      store.call("DeleteObject", Map.of(), own, tracker());
      throw e;
    }
  }

  @Override
  void undo(Throwable cause) throws IOException {
    if (multipart != null) {
      multipart.abort();
    }
  }

  @Override
  void release() {}
}
