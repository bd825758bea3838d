package io.boto4j.spark.internal.read;

/** The report that a value does not fit the type of its column: what was expected and seen. */
final class Misfit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String expected;
  private final String seen;

  Misfit(String path, String expected, String seen) {
    super(null, null, false, false);
    this.path = path;
    this.expected = expected;
    this.seen = seen;
  }

  /** Returns this misfit seen from the value around it. */
  Misfit within(String outer) {
    String separator = path.isEmpty() || path.startsWith("[") ? "" : ".";
    return new Misfit(outer + separator + path, expected, seen);
  }

  @Override
  public String getMessage() {
    return "the column '" + path + "' is " + expected + ", but the value is " + seen;
  }
}
