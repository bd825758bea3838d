package io.boto4j.benchmarks.transfer.store;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Chooses what to do for a request, and counts the requests by operation. */
final class StoreRequests {
  /** The first segment of the paths with which the benchmark prepares and examines the store. */
  static final String CONTROL = "-control";

  private static final long HOUR = 3600;

  private final ObjectTable objects = new ObjectTable();
  private final ObjectRequests requests = new ObjectRequests(objects);
  private final Pattern pattern;
  private final Map<String, String> checksums = new ConcurrentHashMap<>();

  StoreRequests(Pattern pattern) {
    this.pattern = pattern;
  }

  Reply reply(RequestHead request, Body body) {
    String path = request.path();
    int slash = path.indexOf('/');
    String bucket = slash < 0 ? path : path.substring(0, slash);
    if (bucket.equals(CONTROL)) {
      return control(path.substring(slash + 1), request.query());
    }
    String operation = operation(request, slash < 0 || slash == path.length() - 1);
    objects.count(operation, 1);
    objects.count("received", body.length());
    return switch (operation) {
      case "HeadBucket", "CreateBucket" -> Reply.empty("x-amz-bucket-region: us-east-1\r\n");
      case "GetBucketLocation" -> Reply.xml("LocationConstraint", "");
      case "GetBucketVersioning" -> Reply.xml("VersioningConfiguration", "");
      case "ListMultipartUploads" -> Reply.xml("ListMultipartUploadsResult", "");
      case "GetObjectAcl" ->
          Reply.xml("AccessControlPolicy", "<AccessControlList></AccessControlList>");
      case "PutObjectAcl" -> Reply.empty("");
      case "GetObjectTagging" -> Reply.xml("Tagging", "<TagSet></TagSet>");
      case "ListObjects" -> Reply.xml(new Listing(bucket, request).xml(objects));
      case "DeleteObjects" -> requests.delete(bucket, body);
      case "HeadObject", "GetObject" -> requests.get(request);
      case "PutObject" -> requests.put(request, body);
      case "CopyObject" -> requests.copy(request);
      case "UploadPart" -> requests.part(request, body);
      case "UploadPartCopy" -> requests.copyPart(request);
      case "CreateMultipartUpload" -> requests.begin(request);
      case "CompleteMultipartUpload" -> requests.complete(request);
      case "AbortMultipartUpload" -> {
        objects.abort(request.query().getOrDefault("uploadId", ""));
        yield new Reply("204 No Content", "", "", 0, -1);
      }
      case "DeleteObject" -> {
        objects.remove(path);
        yield new Reply("204 No Content", "", "", 0, -1);
      }
      default -> Reply.error("501 Not Implemented", "NotImplemented");
    };
  }

  private static String operation(RequestHead request, boolean ofBucket) {
    Map<String, String> query = request.query();
    boolean copies = request.header("x-amz-copy-source") != null;
    return switch (request.method()) {
      case "HEAD" -> ofBucket ? "HeadBucket" : "HeadObject";
      case "GET" -> {
        if (!ofBucket) {
          yield query.containsKey("tagging")
              ? "GetObjectTagging"
              : query.containsKey("acl") ? "GetObjectAcl" : "GetObject";
        }
        yield query.containsKey("location")
            ? "GetBucketLocation"
            : query.containsKey("versioning")
                ? "GetBucketVersioning"
                : query.containsKey("uploads") ? "ListMultipartUploads" : "ListObjects";
      }
      case "PUT" -> {
        if (ofBucket) {
          yield "CreateBucket";
        }
        if (query.containsKey("acl")) {
          yield "PutObjectAcl";
        }
        boolean part = query.containsKey("uploadId");
        yield part ? copies ? "UploadPartCopy" : "UploadPart" : copies ? "CopyObject" : "PutObject";
      }
      case "POST" ->
          ofBucket
              ? "DeleteObjects"
              : query.containsKey("uploads") ? "CreateMultipartUpload" : "CompleteMultipartUpload";
      case "DELETE" -> query.containsKey("uploadId") ? "AbortMultipartUpload" : "DeleteObject";
      default -> request.method();
    };
  }

  private Reply control(String action, Map<String, String> query) {
    switch (action) {
      case "reset" -> objects.reset();
      case "large" -> addLarge(query);
      case "small" -> addSmall(query);
      default -> {
        return Reply.xml(objects.statistics() + "cpu " + cpu() / 1_000_000);
      }
    }
    return Reply.empty("");
  }

  private void addLarge(Map<String, String> query) {
    long size = Long.parseLong(query.getOrDefault("size", "0"));
    String algorithm = query.getOrDefault("algorithm", "");
    String checksum = algorithm.isEmpty() ? "" : checksum(algorithm, size);
    int parts = (int) ((size + StoredObject.PART - 1) / StoredObject.PART);
    String path = query.getOrDefault("path", "");
    objects.put(
        path, new StoredObject(size, objects.newTag(parts), past(), parts, checksum, List.of()));
  }

  /** Adds small objects, which are older than an hour. */
  private void addSmall(Map<String, String> query) {
    int size = Integer.parseInt(query.getOrDefault("size", "0"));
    int count = Integer.parseInt(query.getOrDefault("count", "0"));
    String algorithm = query.getOrDefault("algorithm", "");
    String checksum = checksum(algorithm, size);
    byte[] bytes = new byte[size];
    pattern.at(0, size, true).get(bytes);
    String tag = '"' + ObjectRequests.md5(bytes) + '"';
    StoredObject object = new StoredObject(size, tag, past(), 0, checksum, List.of());
    for (int i = 0; i < count; i++) {
      objects.put(query.getOrDefault("path", "") + SmallFiles.name(i), object);
    }
  }

  private String checksum(String algorithm, long size) {
    return checksums.computeIfAbsent(
        "x-amz-checksum-" + algorithm + " " + size,
        any -> "x-amz-checksum-" + algorithm + ": " + pattern.checksum(algorithm, size));
  }

  private static Instant past() {
    return ObjectTable.now().minusSeconds(HOUR);
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
