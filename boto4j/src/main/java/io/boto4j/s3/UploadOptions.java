package io.boto4j.s3;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Options of one upload. Mutable while they are being set.
 *
 * <pre>{@code
 * s3t.upload(path, "bucket", "key", o -> o.set("ContentType", "text/html").set("IfNoneMatch", "*"));
 * }</pre>
 */
public final class UploadOptions {
  private final ExtraArgs.Allowed allowed;
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private long contentLength = -1;
  private @Nullable Path journal;

  UploadOptions(ExtraArgs args) {
    this.allowed = args.upload();
  }

  /**
   * Sets a parameter of the requests, such as {@code ContentType}, {@code Metadata}, {@code ACL},
   * {@code ServerSideEncryption}, {@code Tagging} or {@code IfNoneMatch}: boto3's {@code
   * ExtraArgs}. It is sent with each request of the upload that takes it.
   *
   * @param name the name of a parameter of {@code PutObject}
   * @param value the value; null leaves the parameter out
   * @return this
   * @throws IllegalArgumentException if the parameter does not apply to uploads
   */
  public UploadOptions set(String name, @Nullable Object value) {
    allowed.put(parameters, name, value);
    return this;
  }

  /**
   * Sets several parameters of the requests.
   *
   * @param more values by the names of parameters
   * @return this
   * @throws IllegalArgumentException if a parameter does not apply to uploads
   */
  public UploadOptions set(Map<String, ?> more) {
    more.forEach(this::set);
    return this;
  }

  /**
   * Sets the length of a stream or channel, from which the size of the parts is chosen. A stream
   * that turns out shorter or longer fails the upload. Without it, the size of the parts grows as
   * the upload proceeds.
   *
   * @param bytes the number of bytes, at least 0
   * @return this
   * @throws IllegalArgumentException if {@code bytes} is negative
   */
  public UploadOptions contentLength(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("contentLength is negative: " + bytes);
    }
    contentLength = bytes;
    return this;
  }

  /**
   * Sets a file that records the state of the upload of a file. If the process ends before the
   * upload, the same upload with the same journal continues where it stopped, provided that neither
   * the file nor the parts in S3 have changed. The journal is deleted when the upload has ended.
   *
   * @param file the path of the journal; its directory must exist
   * @return this
   */
  public UploadOptions journal(Path file) {
    journal = Objects.requireNonNull(file, "file");
    return this;
  }

  Map<String, Object> parameters() {
    return Collections.unmodifiableMap(parameters);
  }

  long contentLength() {
    return contentLength;
  }

  @Nullable Path journal() {
    return journal;
  }
}
