package io.boto4j.model.resource;

/**
 * The source of a parameter of a call, or of an identifier of a resource.
 *
 * @param kind the kind of source
 * @param value the name of the identifier, the JMESPath expression, or the constant: a {@code
 *     String}, {@code Long} or {@code Boolean}; empty for {@link Kind#INPUT}
 */
public record Source(Kind kind, Object value) {
  /** The kinds of sources. */
  public enum Kind {
    /** An identifier of the resource itself, such as {@code id.Name}. */
    IDENTIFIER,
    /** A JMESPath expression over the resource's data, such as {@code data:VpcId}. */
    DATA,
    /** A JMESPath expression over the response of the call. */
    RESPONSE,
    /** A JMESPath expression over the parameters of the call. */
    REQUEST,
    /** A constant. */
    CONSTANT,
    /** The caller, written {@code ?}. */
    INPUT
  }

  /**
   * Returns the name of the identifier, or the JMESPath expression.
   *
   * @return the value as text
   */
  public String text() {
    return value.toString();
  }

  /** Returns the source as definitions write it. */
  @Override
  public String toString() {
    return switch (kind) {
      case IDENTIFIER -> "id." + value;
      case DATA -> "data:" + value;
      case RESPONSE -> "resp:" + value;
      case REQUEST -> "req:" + value;
      case CONSTANT -> value instanceof String ? "'" + value + "'" : value.toString();
      case INPUT -> "?";
    };
  }
}
