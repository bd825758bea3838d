package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A call with what the operations need of it. */
final class Request {
  private static final int LONGEST_KEY = 1024;

  final S3State state;
  final EngineCall call;
  final Structure input;

  /** The account and region to which the call was sent. */
  final EngineContext context;

  private final @Nullable Bucket bucket;

  Request(S3State state, EngineContext context, EngineCall call, @Nullable Bucket bucket) {
    this.state = state;
    this.context = context;
    this.call = call;
    this.input = call.input();
    this.bucket = bucket;
  }

  /** The bucket as it was when the call began. */
  Bucket bucket() {
    if (bucket == null) {
      throw S3Errors.noSuchBucket(text("Bucket"));
    }
    return bucket;
  }

  /** The bucket as it is now, for changes. */
  Bucket current() {
    return state.get(bucket().name());
  }

  String key() {
    String key = text("Key");
    if (key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
      throw S3Errors.of(
          400,
          "KeyTooLongError",
          "Your key is too long",
          "MaxSizeAllowed",
          Integer.toString(LONGEST_KEY));
    }
    return key;
  }

  /** Returns a text of the input, empty if it is absent. */
  String text(String name) {
    return Documents.text(input, name, "");
  }

  @Nullable String versionId() {
    String id = input.text("VersionId");
    return id == null || id.isEmpty() ? null : id;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(input.bool(name));
  }
}
