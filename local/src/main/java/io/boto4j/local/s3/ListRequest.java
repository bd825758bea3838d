package io.boto4j.local.s3;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members that all listings have: prefix, delimiter, number and encoding. */
final class ListRequest {
  private static final int MOST = 1000;

  final String bucket;
  final String prefix;
  final @Nullable String delimiter;
  final int most;
  private final Request request;
  private final boolean encodes;

  ListRequest(Request request) {
    this(request, "MaxKeys", "maxKeys");
  }

  ListRequest(Request request, String number, String argument) {
    this.request = request;
    this.bucket = request.bucket().name();
    this.prefix = request.text("Prefix");
    String given = request.input.text("Delimiter");
    this.delimiter = given == null || given.isEmpty() ? null : given;
    this.most = number(request, number, argument, MOST);
    String encoding = request.input.text("EncodingType");
    if (encoding != null && !encoding.equals("url")) {
      throw S3Errors.invalidArgument(
          "Invalid Encoding Method specified in Request", "encoding-type", encoding);
    }
    this.encodes = encoding != null;
  }

  /** Returns a number of the input, which is at most the default. */
  static int number(Request request, String name, String argument, int otherwise) {
    Long wanted = request.input.longInteger(name);
    if (wanted == null) {
      return otherwise;
    }
    if (wanted > Integer.MAX_VALUE) {
      throw S3Errors.invalidArgument(
          "Provided " + argument + " not an integer or within integer range",
          argument,
          wanted.toString());
    }
    if (wanted < 0) {
      throw S3Errors.invalidArgument(
          "Argument " + argument + " must be an integer between 0 and 2147483647",
          argument,
          wanted.toString());
    }
    return (int) Math.min(wanted, otherwise);
  }

  /** Whether a marker is a common prefix that an earlier answer had. */
  boolean isPrefix(String marker) {
    return delimiter != null
        && marker.startsWith(prefix)
        && marker.length() > prefix.length()
        && marker.equals(commonPrefix(marker));
  }

  /** Returns the common prefix under which a key is listed, or null if it is listed itself. */
  @Nullable String commonPrefix(String key) {
    if (delimiter == null) {
      return null;
    }
    int at = key.indexOf(delimiter, prefix.length());
    return at < 0 ? null : key.substring(0, at + delimiter.length());
  }

  /** Returns a key as the answer has it. */
  @Nullable String encoded(@Nullable String text) {
    return text == null || !encodes
        ? text
        : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/").replace("%7E", "~");
  }

  /** Returns the members that all listings of keys have. */
  Map<String, Object> output(boolean truncated, List<String> prefixes) {
    List<Map<String, Object>> common = new ArrayList<>();
    for (String each : prefixes) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("Prefix", encoded(each));
      common.add(entry);
    }
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("Name", bucket);
    output.put("Prefix", encoded(prefix));
    output.put("Delimiter", encoded(delimiter));
    output.put("MaxKeys", most);
    output.put("EncodingType", request.input.text("EncodingType"));
    output.put("IsTruncated", truncated);
    output.put("CommonPrefixes", common);
    return output;
  }
}
