package io.boto4j.local.dynamodb.streams;

import io.boto4j.local.engine.EngineException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The iterators of shards: texts with the stream, the number of the next record and the time when
 * they were given.
 */
final class ShardIterators {
  private ShardIterators() {}

  /**
   * An iterator.
   *
   * @param stream the ARN of the stream
   * @param next the number of the next record
   * @param time when the iterator was given, in milliseconds since 1970
   */
  record Position(String stream, long next, long time) {
    String text() {
      String content = next + ":" + time;
      return stream
          + "|1|"
          + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  static Position parse(String text) {
    String[] parts = text.split("\\|", -1);
    if (parts.length == 3) {
      try {
        String content = new String(Base64.getDecoder().decode(parts[2]), StandardCharsets.UTF_8);
        int colon = content.indexOf(':');
        if (colon > 0) {
          return new Position(
              parts[0],
              Long.parseLong(content.substring(0, colon)),
              Long.parseLong(content.substring(colon + 1)));
        }
      } catch (IllegalArgumentException e) {
        // Not an iterator of this engine: the error below.
      }
    }
    throw new EngineException("ValidationException", "Invalid ShardIterator");
  }
}
