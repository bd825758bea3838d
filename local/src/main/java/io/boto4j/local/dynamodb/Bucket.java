package io.boto4j.local.dynamodb;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bucket of S3 that a table is exported to or imported from. */
final class Bucket {
  private final EngineContext context;
  private final String name;

  Bucket(EngineContext context, String name) {
    this.context = context;
    this.name = name;
  }

  void put(String key, byte[] bytes) {
    context.call(
        "s3",
        "PutObject",
        Map.of("Bucket", name, "Key", key, "Body", new ByteArrayInputStream(bytes)));
  }

  byte[] get(String key) {
    Object body = context.call("s3", "GetObject", Map.of("Bucket", name, "Key", key)).get("Body");
    try {
      if (body instanceof InputStream stream) {
        try (stream) {
          return stream.readAllBytes();
        }
      }
      if (body instanceof Path path) {
        return Files.readAllBytes(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the object " + key, e);
    }
    return body instanceof byte[] bytes ? bytes : new byte[0];
  }

  List<String> keys(@Nullable String prefix) {
    List<String> keys = new ArrayList<>();
    String token = null;
    do {
      Map<String, Object> input = new LinkedHashMap<>();
      input.put("Bucket", name);
      if (prefix != null) {
        input.put("Prefix", prefix);
      }
      if (token != null) {
        input.put("ContinuationToken", token);
      }
      Structure page = Structures.of(context.call("s3", "ListObjectsV2", input));
      page.structures("Contents").forEach(each -> keys.add(String.valueOf(each.text("Key"))));
      token = page.text("NextContinuationToken");
    } while (token != null);
    return keys;
  }

  /** Describes why S3 refused, in the members of an export or import. */
  static void describe(EngineException error, Map<String, Object> description) {
    description.put("FailureCode", "S3" + error.code());
    description.put("FailureMessage", error.serviceMessage());
  }
}
