package io.boto4j.internal.eventstream;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one frame carries: typed headers, and a payload.
 *
 * <p>A header is a {@code Boolean}, {@code Byte}, {@code Short}, {@code Integer}, {@code Long},
 * {@code byte[]}, {@code String}, {@code Instant} or {@code UUID}; that is its type on the wire.
 */
public final class EventMessage {
  private final Map<String, Object> headers;
  private final byte[] payload;

  /**
   * Makes a message.
   *
   * @param headers names to values, copied, in the order to send them
   * @param payload the payload, not copied
   */
  public EventMessage(Map<String, ?> headers, byte[] payload) {
    this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    this.payload = payload;
  }

  /**
   * All headers.
   *
   * @return names to values, in the order they came
   */
  public Map<String, Object> headers() {
    return headers;
  }

  /**
   * A header that is text.
   *
   * @param name the header, letter for letter
   * @return the text, or null if there is none or it is something else
   */
  public @Nullable String text(String name) {
    return headers.get(name) instanceof String text ? text : null;
  }

  /**
   * The payload.
   *
   * @return the bytes, not a copy
   */
  public byte[] payload() {
    return payload;
  }

  /** The names of the headers, and how long the payload is. */
  @Override
  public String toString() {
    return "EventMessage" + headers.keySet() + ", " + payload.length + " bytes";
  }
}
