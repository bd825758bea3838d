package io.boto4j.s3;

import io.boto4j.Json;
import io.boto4j.Structure;
import java.util.Map;
import java.util.Objects;

/**
 * The state of a paused transfer, from which {@link S3Transfer#resume(ResumeToken)} continues it.
 * Immutable.
 *
 * <p>The token is a small JSON text. It contains the names of the file, the bucket and the object,
 * and no secrets: a customer's encryption key must be set again when the transfer is resumed.
 */
public final class ResumeToken {
  private static final String VERSION = "version";
  private static final int THIS_VERSION = 1;

  private final Structure state;

  private ResumeToken(Structure state) {
    this.state = state;
  }

  /** Creates a token of a state that can be written as JSON. */
  static ResumeToken of(Map<String, ?> state) {
    Structure copy = Json.read(Json.write(state), Structure.class);
    return new ResumeToken(copy);
  }

  /**
   * Reads a token.
   *
   * @param json the text from {@link #toJson()}
   * @return the token
   * @throws IllegalArgumentException if the text is not a token, or one of another version
   */
  public static ResumeToken parse(String json) {
    Objects.requireNonNull(json, "json");
    Structure state;
    try {
      state = Json.read(json, Structure.class);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("Not a resume token: " + e.getMessage(), e);
    }
    Object version = state == null ? null : state.get(VERSION);
    if (state == null
        || !(version instanceof Number number)
        || number.intValue() != THIS_VERSION
        || !(state.get("kind") instanceof String)) {
      throw new IllegalArgumentException(
          "Not a resume token of version " + THIS_VERSION + ": its version is " + version);
    }
    return new ResumeToken(state);
  }

  /**
   * Returns the token as text, to be kept until the transfer is resumed.
   *
   * @return JSON on one line
   */
  public String toJson() {
    return Json.write(state);
  }

  Structure state() {
    return state;
  }

  /**
   * Returns the token as text.
   *
   * @return {@link #toJson()}
   */
  @Override
  public String toString() {
    return toJson();
  }
}
