package io.boto4j.local.iam;

import io.boto4j.Structure;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The actions of S3, many of which are not called like the operations. */
final class S3Actions {
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    String[] pairs = {
      "ListBuckets", "ListAllMyBuckets",
      "ListDirectoryBuckets", "ListAllMyDirectoryBuckets",
      "ListObjects", "ListBucket",
      "ListObjectsV2", "ListBucket",
      "HeadBucket", "ListBucket",
      "ListObjectVersions", "ListBucketVersions",
      "HeadObject", "GetObject",
      "SelectObjectContent", "GetObject",
      "CreateMultipartUpload", "PutObject",
      "UploadPart", "PutObject",
      "UploadPartCopy", "PutObject",
      "CompleteMultipartUpload", "PutObject",
      "CopyObject", "PutObject",
      "ListParts", "ListMultipartUploadParts",
      "ListMultipartUploads", "ListBucketMultipartUploads",
      "GetBucketCors", "GetBucketCORS",
      "PutBucketCors", "PutBucketCORS",
      "DeleteBucketCors", "PutBucketCORS",
      "GetBucketLifecycle", "GetLifecycleConfiguration",
      "GetBucketLifecycleConfiguration", "GetLifecycleConfiguration",
      "PutBucketLifecycle", "PutLifecycleConfiguration",
      "PutBucketLifecycleConfiguration", "PutLifecycleConfiguration",
      "DeleteBucketLifecycle", "PutLifecycleConfiguration",
      "GetBucketEncryption", "GetEncryptionConfiguration",
      "PutBucketEncryption", "PutEncryptionConfiguration",
      "DeleteBucketEncryption", "PutEncryptionConfiguration",
      "GetBucketNotificationConfiguration", "GetBucketNotification",
      "PutBucketNotificationConfiguration", "PutBucketNotification",
      "GetPublicAccessBlock", "GetBucketPublicAccessBlock",
      "PutPublicAccessBlock", "PutBucketPublicAccessBlock",
      "DeletePublicAccessBlock", "PutBucketPublicAccessBlock",
      "GetBucketReplication", "GetReplicationConfiguration",
      "PutBucketReplication", "PutReplicationConfiguration",
      "DeleteBucketReplication", "PutReplicationConfiguration",
      "GetObjectLockConfiguration", "GetBucketObjectLockConfiguration",
      "PutObjectLockConfiguration", "PutBucketObjectLockConfiguration",
      "GetBucketAccelerateConfiguration", "GetAccelerateConfiguration",
      "PutBucketAccelerateConfiguration", "PutAccelerateConfiguration",
      "DeleteBucketTagging", "PutBucketTagging",
      "DeleteBucketOwnershipControls", "PutBucketOwnershipControls",
      "GetBucketInventoryConfiguration", "GetInventoryConfiguration",
      "PutBucketInventoryConfiguration", "PutInventoryConfiguration",
      "GetBucketMetricsConfiguration", "GetMetricsConfiguration",
      "PutBucketMetricsConfiguration", "PutMetricsConfiguration",
      "GetBucketAnalyticsConfiguration", "GetAnalyticsConfiguration",
      "PutBucketAnalyticsConfiguration", "PutAnalyticsConfiguration"
    };
    for (int i = 0; i < pairs.length; i += 2) {
      NAMES.put(pairs[i], pairs[i + 1]);
    }
  }

  private S3Actions() {}

  static void add(String operation, Structure input, Actions actions) {
    String action = NAMES.getOrDefault(operation, operation);
    String bucket = text(input, "Bucket");
    String key = text(input, "Key");
    if (bucket == null) {
      actions.need(action, "*");
      return;
    }
    String arn = bucket.startsWith("arn:") ? bucket : "arn:aws:s3:::" + bucket;
    Map<String, List<String>> keys = new LinkedHashMap<>();
    put(keys, "s3:prefix", text(input, "Prefix"));
    put(keys, "s3:delimiter", text(input, "Delimiter"));
    put(keys, "s3:x-amz-acl", text(input, "ACL"));
    put(keys, "s3:x-amz-storage-class", text(input, "StorageClass"));
    put(keys, "s3:x-amz-server-side-encryption", text(input, "ServerSideEncryption"));
    put(keys, "s3:x-amz-server-side-encryption-aws-kms-key-id", text(input, "SSEKMSKeyId"));
    Object maxKeys = input.get("MaxKeys");
    put(keys, "s3:max-keys", maxKeys == null ? null : maxKeys.toString());
    String version = text(input, "VersionId");
    put(keys, "s3:VersionId", version);
    if (operation.equals("DeleteObjects")) {
      for (Structure object : input.structures("Delete", "Objects")) {
        String name = object.text("VersionId") == null ? "DeleteObject" : "DeleteObjectVersion";
        actions.need(name, arn + "/" + object.text("Key"), keys);
      }
      return;
    }
    if (key == null) {
      actions.need(action, arn, keys);
      return;
    }
    boolean versioned =
        version != null
            && List.of(
                    "GetObject",
                    "DeleteObject",
                    "GetObjectAcl",
                    "PutObjectAcl",
                    "GetObjectTagging",
                    "PutObjectTagging",
                    "DeleteObjectTagging")
                .contains(action);
    actions.need(
        versioned ? action.replaceFirst("Object", "ObjectVersion") : action, arn + "/" + key, keys);
    String source = text(input, "CopySource");
    if (source != null) {
      String plain =
          URLDecoder.decode(
              source
                  .replaceFirst("^/", "")
                  .replaceFirst("\\?versionId=.*$", "")
                  .replace("+", "%2B"),
              StandardCharsets.UTF_8);
      actions.need("GetObject", plain.startsWith("arn:") ? plain : "arn:aws:s3:::" + plain);
    }
  }

  private static @Nullable String text(Structure input, String name) {
    return input.get(name) instanceof String text ? text : null;
  }

  private static void put(Map<String, List<String>> keys, String name, @Nullable String value) {
    if (value != null) {
      keys.put(name, List.of(value));
    }
  }
}
