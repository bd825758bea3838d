package io.boto4j.spark.internal.write;

import io.boto4j.Client;
import io.boto4j.Params;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that is uploaded in parts and stays invisible: only the commit of the job completes it.
 *
 * <p>The first byte begins the upload, so that an empty partition leaves nothing behind.
 */
final class S3Upload extends OutputStream {
  private final Client s3;
  private final String bucket;
  private final String key;
  private final int partSize;
  private final ByteArrayOutputStream part = new ByteArrayOutputStream();
  private final List<String> eTags = new ArrayList<>();
  private @Nullable String uploadId;

  S3Upload(Client s3, S3FileSpec spec, String key) {
    this.s3 = s3;
    this.bucket = spec.bucket();
    this.key = key;
    this.partSize = spec.partSize();
  }

  @Override
  public void write(int value) {
    part.write(value);
    sendFull();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    part.write(bytes, offset, length);
    sendFull();
  }

  private void sendFull() {
    if (part.size() >= partSize) {
      send();
    }
  }

  private void send() {
    String id = uploadId;
    if (id == null) {
      id = s3.call("CreateMultipartUpload", target()).text("UploadId");
      uploadId = id;
    }
    Params input =
        target()
            .with("UploadId", id)
            .with("PartNumber", eTags.size() + 1)
            .with("Body", part.toByteArray());
    eTags.add(String.valueOf(s3.call("UploadPart", input).text("ETag")));
    part.reset();
  }

  private Params target() {
    return Params.of("Bucket", bucket, "Key", key);
  }

  /** Uploads the rest, and returns what the commit of the job needs. */
  S3FileWritten finish() {
    if (part.size() > 0) {
      send();
    }
    return new S3FileWritten(key, uploadId, eTags);
  }

  /** Discards everything. */
  void discard() {
    if (uploadId != null) {
      S3FileWritten.abort(s3, bucket, key, uploadId);
      uploadId = null;
    }
  }

  @Override
  public void close() throws IOException {
    // What wraps this stream closes it at the end of its data; finish or discard decide.
  }
}
