package io.boto4j.spark.internal.write;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.error.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.connector.write.WriterCommitMessage;
import org.jspecify.annotations.Nullable;

/**
 * The report of a task whose file is uploaded but not complete.
 *
 * @param key the key of the file
 * @param uploadId the upload, or null if the partition was empty
 * @param eTags the tags of its parts, in order
 */
record S3FileWritten(String key, @Nullable String uploadId, List<String> eTags)
    implements WriterCommitMessage {
  private static final long serialVersionUID = 1L;

  S3FileWritten {
    eTags = List.copyOf(eTags);
  }

  /** Makes the file visible. */
  void complete(Client s3, String bucket) {
    if (uploadId == null) {
      return;
    }
    Params target = Params.of("Bucket", bucket, "Key", key);
    Params input = target.with("UploadId", uploadId).with("MultipartUpload", parts());
    try {
      s3.call("CompleteMultipartUpload", input);
    } catch (ServiceException e) {
      // The response of an earlier attempt may have been lost; the key belongs to this run alone.
      e.rethrowUnless("NoSuchUpload");
      s3.call("HeadObject", target);
    }
  }

  private Map<String, Object> parts() {
    List<Map<String, Object>> parts = new ArrayList<>();
    for (String eTag : eTags) {
      parts.add(Map.of("PartNumber", parts.size() + 1, "ETag", eTag));
    }
    return Map.of("Parts", parts);
  }

  /** Discards an upload; one that is gone is discarded already. */
  static void abort(Client s3, String bucket, String key, String uploadId) {
    try {
      s3.call("AbortMultipartUpload", Map.of("Bucket", bucket, "Key", key, "UploadId", uploadId));
    } catch (ServiceException e) {
      e.rethrowUnless("NoSuchUpload");
    }
  }
}
