package io.boto4j.model.smithy;

/** The formats of timestamps in the words of botocore's files. */
final class TimestampFormats {
  private TimestampFormats() {}

  static String botocoreName(Node format) {
    return switch (format.text()) {
      case "date-time" -> "iso8601";
      case "http-date" -> "rfc822";
      case "epoch-seconds" -> "unixTimestamp";
      default ->
          throw format.broken("\"" + Excerpt.of(format.text()) + "\" is not a timestamp format");
    };
  }
}
