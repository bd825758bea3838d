package io.boto4j.local.s3;

import io.boto4j.Structure;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for tags. */
final class Tags {
  private static final int MOST_OF_OBJECT = 10;
  private static final int MOST_OF_BUCKET = 50;
  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;

  private Tags() {}

  /** Reads the header {@code x-amz-tagging}, which has the form of a query. */
  static List<Map<String, Object>> ofHeader(@Nullable String header) {
    List<Map<String, Object>> tags = new ArrayList<>();
    if (header == null || header.isEmpty()) {
      return tags;
    }
    for (String pair : header.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      tags.add(tag(decoded(key), decoded(value)));
    }
    check(tags, MOST_OF_OBJECT, /* header= */ true);
    return tags;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw S3Errors.invalidArgument(
          "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query"
              + " parameters without tag name duplicates.",
          "x-amz-tagging",
          text);
    }
  }

  private static Map<String, Object> tag(String key, String value) {
    Map<String, Object> tag = new LinkedHashMap<>();
    tag.put("Key", key);
    tag.put("Value", value);
    return tag;
  }

  static List<Map<String, Object>> ofObject(Structure input) {
    return of(input, MOST_OF_OBJECT);
  }

  static List<Map<String, Object>> ofBucket(Structure input) {
    return of(input, MOST_OF_BUCKET);
  }

  private static List<Map<String, Object>> of(Structure input, int most) {
    if (input.structure("Tagging") == null) {
      throw S3Errors.missingBody();
    }
    List<Map<String, Object>> tags = new ArrayList<>();
    for (Structure each : input.structures("Tagging", "TagSet")) {
      String key = each.text("Key");
      if (key == null) {
        throw S3Errors.malformedXml();
      }
      tags.add(tag(key, Documents.text(each, "Value", "")));
    }
    check(tags, most, /* header= */ false);
    return tags;
  }

  private static void check(List<Map<String, Object>> tags, int most, boolean header) {
    if (tags.size() > most) {
      throw S3Errors.of(
          400,
          "BadRequest",
          (most == MOST_OF_OBJECT ? "Object" : "Bucket") + " tags cannot be greater than " + most);
    }
    Set<String> keys = new HashSet<>();
    for (Map<String, Object> tag : tags) {
      String key = String.valueOf(tag.get("Key"));
      String value = String.valueOf(tag.get("Value"));
      if (key.isEmpty() || key.length() > LONGEST_KEY) {
        throw invalid("The TagKey you have provided is invalid", "TagKey", key);
      }
      if (value.length() > LONGEST_VALUE) {
        throw invalid("The TagValue you have provided is invalid", "TagValue", value);
      }
      if (key.startsWith("aws:")) {
        throw invalid(
            most == MOST_OF_OBJECT
                ? "Your TagKey cannot be prefixed with aws:"
                : "System tags cannot be added/updated by requester",
            "TagKey",
            key);
      }
      if (!keys.add(key)) {
        throw header
            ? S3Errors.invalidArgument(
                "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query"
                    + " parameters without tag name duplicates.",
                "x-amz-tagging",
                key)
            : invalid("Cannot provide multiple Tags with the same key", "TagKey", key);
      }
    }
  }

  private static RuntimeException invalid(String message, String name, String value) {
    return S3Errors.of(400, "InvalidTag", message, name, value);
  }
}
