package io.boto4j.internal.customization;

import io.boto4j.error.ParamValidationException;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.internal.text.PercentEncoding;
import java.util.List;
import java.util.Map;

/**
 * The object to copy from: {@code bucket/key}, {@code bucket/key?versionId=id}, or a map of {@code
 * Bucket}, {@code Key} and optionally {@code VersionId}. S3 expects it percent-encoded.
 */
final class CopySource {
  private static final String MEMBER = "CopySource";
  private static final String VERSION = "?versionId=";

  private CopySource() {}

  static void encode(InputChanges input) {
    Object source = input.get(MEMBER);
    String text = InputValues.text(source);
    if (text != null) {
      input.put(MEMBER, encoded(text));
    } else if (source instanceof Map<?, ?> map) {
      input.put(MEMBER, encoded(map));
    }
  }

  private static String encoded(String source) {
    int version = version(source);
    return PercentEncoding.encodePath(source.substring(0, version)) + source.substring(version);
  }

  /** Returns the index at which the version begins, or the length if there is no version. */
  private static int version(String source) {
    for (int at = source.indexOf(VERSION); at >= 0; at = source.indexOf(VERSION, at + 1)) {
      if (isOneWord(source, at + VERSION.length())) {
        return at;
      }
    }
    return source.length();
  }

  private static boolean isOneWord(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return from < text.length();
  }

  private static String encoded(Map<?, ?> source) {
    String bucket = part(source, "Bucket");
    String key = part(source, "Key");
    String version = InputValues.text(source.get("VersionId"));
    String path = PercentEncoding.encodePath(bucket + (S3Arn.is(bucket) ? "/object/" : "/") + key);
    return version == null ? path : path + VERSION + version;
  }

  private static String part(Map<?, ?> source, String name) {
    String part = InputValues.text(source.get(name));
    if (part == null) {
      throw new ParamValidationException(List.of("Missing required parameter: '" + name + "'"));
    }
    return part;
  }
}
