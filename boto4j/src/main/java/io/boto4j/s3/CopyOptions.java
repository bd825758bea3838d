package io.boto4j.s3;

import io.boto4j.Client;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Options of one copy. Mutable while they are being set. */
public final class CopyOptions {
  private final ExtraArgs.Allowed allowed;
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private @Nullable String sourceVersionId;
  private @Nullable Client sourceClient;

  CopyOptions(ExtraArgs args) {
    this.allowed = args.copy();
  }

  /**
   * Sets a parameter of the requests, such as {@code ContentType} together with {@code
   * MetadataDirective}, {@code StorageClass} or {@code CopySourceIfMatch}: boto3's {@code
   * ExtraArgs}. It is sent with each request of the copy that takes it.
   *
   * @param name the name of a parameter of {@code CopyObject}
   * @param value the value; null leaves the parameter out
   * @return this
   * @throws IllegalArgumentException if the parameter does not apply to copies
   */
  public CopyOptions set(String name, @Nullable Object value) {
    allowed.put(parameters, name, value);
    return this;
  }

  /**
   * Sets several parameters of the requests.
   *
   * @param more values by the names of parameters
   * @return this
   * @throws IllegalArgumentException if a parameter does not apply to copies
   */
  public CopyOptions set(Map<String, ?> more) {
    more.forEach(this::set);
    return this;
  }

  /**
   * Sets the version of the object to copy.
   *
   * @param id the version's id
   * @return this
   */
  public CopyOptions sourceVersionId(String id) {
    sourceVersionId = Objects.requireNonNull(id, "id");
    return this;
  }

  /**
   * Sets the client that reads the properties of the source, if its bucket is in another region or
   * is accessible with other credentials: boto3's {@code SourceClient}. The bytes are copied inside
   * S3, so the client of this {@link S3Transfer} must be allowed to read them too.
   *
   * @param client a client of S3
   * @return this
   */
  public CopyOptions sourceClient(Client client) {
    sourceClient = Objects.requireNonNull(client, "client");
    return this;
  }

  Map<String, Object> parameters() {
    return Collections.unmodifiableMap(parameters);
  }

  @Nullable String sourceVersionId() {
    return sourceVersionId;
  }

  @Nullable Client sourceClient() {
    return sourceClient;
  }
}
