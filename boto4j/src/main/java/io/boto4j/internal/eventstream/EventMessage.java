package io.boto4j.internal.eventstream;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of one frame: typed headers and a payload.
 *
 * <p>A header is a {@code Boolean}, {@code Byte}, {@code Short}, {@code Integer}, {@code Long},
 * {@code byte[]}, {@code String}, {@code Instant} or {@code UUID}; the Java type determines the
 * type on the wire.
 */
public final class EventMessage {
  private final Map<String, Object> headers;
  private final byte[] payload;

  /**
   * Creates a message.
   *
   * @param headers the headers by name, in the order in which they are sent; copied
   * @param payload the payload, not copied
   */
  public EventMessage(Map<String, ?> headers, byte[] payload) {
    this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    this.payload = payload;
  }

  /**
   * Returns all headers.
   *
   * @return the headers by name, in the order in which they arrived
   */
  public Map<String, Object> headers() {
    return headers;
  }

  /**
   * Returns a header that is text.
   *
   * @param name the name of the header, case-sensitive
   * @return the text, or null if the header is missing or has another type
   */
  public @Nullable String text(String name) {
    return headers.get(name) instanceof String text ? text : null;
  }

  /**
   * Returns the payload.
   *
   * @return the bytes, not a copy
   */
  public byte[] payload() {
    return payload;
  }

  /** Returns the names of the headers and the length of the payload. */
  @Override
  public String toString() {
    return "EventMessage" + headers.keySet() + ", " + payload.length + " bytes";
  }
}
