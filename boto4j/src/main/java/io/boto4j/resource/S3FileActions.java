package io.boto4j.resource;

import io.boto4j.Client;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.s3.ProgressListener;
import io.boto4j.s3.S3Transfer;
import io.boto4j.s3.Transfer;
import io.boto4j.s3.TransferResult;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The actions of buckets and objects that transfer files, with the parameters of boto3. Each waits
 * until its transfer has ended.
 */
final class S3FileActions {
  static final List<String> NAMES =
      List.of("copy", "download_file", "download_fileobj", "upload_file", "upload_fileobj");

  private final String action;
  private final Map<String, ?> parameters;
  private final String bucket;
  private final String key;

  private S3FileActions(
      String action, Map<String, ?> parameters, String bucket, @Nullable String key) {
    this.action = action;
    this.parameters = parameters;
    this.bucket = bucket;
    this.key = key == null ? required("Key", String.class) : key;
  }

  /**
   * Carries out an action.
   *
   * @param key the key of the object, or null if it is a parameter
   * @return the response that completed the transfer
   * @throws IllegalArgumentException if a parameter is missing or has the wrong type
   */
  static Structure run(
      Client client,
      String action,
      Map<String, ?> parameters,
      String bucket,
      @Nullable String key) {
    S3FileActions run = new S3FileActions(action, parameters, bucket, key);
    try (S3Transfer s3t = S3Transfer.of(client)) {
      Transfer<TransferResult> transfer = run.start(s3t);
      ProgressListener listener = run.optional("Callback", ProgressListener.class);
      if (listener != null) {
        transfer.onProgress(listener);
      }
      return transfer.await().response();
    }
  }

  private Transfer<TransferResult> start(S3Transfer s3t) {
    Map<String, Object> args = extraArgs();
    return switch (action) {
      case "upload_file" -> s3t.upload(path(), bucket, key, o -> o.set(args));
      case "upload_fileobj" ->
          s3t.upload(required("Fileobj", InputStream.class), bucket, key, o -> o.set(args));
      case "download_file" -> s3t.download(bucket, key, path(), o -> o.set(args));
      case "download_fileobj" ->
          s3t.download(bucket, key, required("Fileobj", OutputStream.class), o -> o.set(args));
      case "copy" -> copy(s3t, args);
      default -> throw new IllegalArgumentException(action);
    };
  }

  private Transfer<TransferResult> copy(S3Transfer s3t, Map<String, Object> args) {
    Structure source = Structures.of(strings(required("CopySource", Map.class)));
    String version = source.text("VersionId");
    Client client = optional("SourceClient", Client.class);
    return s3t.copy(
        text(source, "Bucket"),
        text(source, "Key"),
        bucket,
        key,
        o -> {
          o.set(args);
          if (version != null) {
            o.sourceVersionId(version);
          }
          if (client != null) {
            o.sourceClient(client);
          }
        });
  }

  private String text(Structure source, String name) {
    String text = source.text(name);
    if (text == null) {
      throw new IllegalArgumentException(
          action + ": CopySource has no " + name + ": it is a map of Bucket, Key and VersionId");
    }
    return text;
  }

  private Path path() {
    Object name = parameters.get("Filename");
    return name instanceof CharSequence
        ? Path.of(name.toString())
        : required("Filename", Path.class);
  }

  private Map<String, Object> extraArgs() {
    Map<?, ?> args = optional("ExtraArgs", Map.class);
    return args == null ? Map.of() : strings(args);
  }

  private static Map<String, Object> strings(Map<?, ?> map) {
    Map<String, Object> strings = new LinkedHashMap<>();
    map.forEach((name, value) -> strings.put(String.valueOf(name), value));
    return strings;
  }

  private <T> T required(String name, Class<T> type) {
    T value = optional(name, type);
    if (value == null) {
      throw new IllegalArgumentException(action + " needs the parameter " + name);
    }
    return value;
  }

  private <T> @Nullable T optional(String name, Class<T> type) {
    Object value = parameters.get(name);
    if (value != null && !type.isInstance(value)) {
      throw new IllegalArgumentException(
          action
              + ": the parameter "
              + name
              + " must be a "
              + type.getName()
              + ", not a "
              + value.getClass().getName());
    }
    return type.cast(value);
  }
}
