package io.boto4j.reference.example;

import io.boto4j.model.Member;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.Traits;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values without members: texts, numbers, booleans, times, bytes. */
final class Simple {
  private final Strings strings;

  Simple(ServiceModel service) {
    this.strings = new Strings(service);
  }

  Value of(Member member, String name, String noun) {
    Shape shape = member.shape();
    Traits traits = shape.traits();
    return switch (shape.type()) {
      case STRING -> new Value.Text(string(name, noun, traits));
      case INTEGER, BIG_INTEGER -> new Value.Numeral(whole(name, traits), false);
      case LONG -> {
        String digits = whole(name, traits);
        yield new Value.Numeral(digits, digits.length() > 9);
      }
      case FLOAT, DOUBLE, BIG_DECIMAL -> new Value.Numeral(fraction(traits), false);
      case BOOLEAN -> new Value.Flag(true);
      case TIMESTAMP -> new Value.Time(time(name));
      case BLOB -> blob(member, name);
      case DOCUMENT -> new Value.Entries(Map.of("key", new Value.Text("value")));
      case STRUCTURE, LIST, MAP -> throw new IllegalArgumentException(shape + " has members");
    };
  }

  private String string(String name, String noun, Traits traits) {
    String chosen = enumValue(traits);
    return chosen == null ? text(name, noun, traits) : chosen;
  }

  String text(String name, String noun, Traits traits) {
    return strings.of(name, noun, traits);
  }

  /** Returns the first value of an enumeration that means something; null for other strings. */
  @Nullable String enumValue(Traits traits) {
    if (!(traits.get("enum") instanceof List<?> values) || values.isEmpty()) {
      return null;
    }
    for (Object value : values) {
      String lower = String.valueOf(value).toLowerCase(Locale.ROOT);
      if (!lower.contains("unknown") && !lower.contains("unspecified") && !lower.equals("none")) {
        return String.valueOf(value);
      }
    }
    return String.valueOf(values.get(0));
  }

  private static String whole(String name, Traits traits) {
    String lower = name.toLowerCase(Locale.ROOT);
    long value = 1;
    if (lower.startsWith("max") || lower.contains("limit") || lower.contains("pagesize")) {
      value = 10;
    } else if (lower.equals("waittimeseconds")) {
      value = 20;
    } else if (lower.endsWith("port")) {
      value = 443;
    } else if (lower.contains("seconds") || lower.contains("timeout")) {
      value = 60;
    } else if (lower.contains("days") || lower.contains("retention")) {
      value = 7;
    }
    value = Math.max(value, bound(traits, "min", Long.MIN_VALUE));
    return String.valueOf(Math.min(value, bound(traits, "max", Long.MAX_VALUE)));
  }

  private static long bound(Traits traits, String name, long otherwise) {
    return traits.get(name) instanceof Number number ? number.longValue() : otherwise;
  }

  private static String fraction(Traits traits) {
    double least = traits.get("min") instanceof Number number ? number.doubleValue() : 0;
    double most = traits.get("max") instanceof Number number ? number.doubleValue() : 1;
    double value = least <= 0.5 && most >= 0.5 ? 0.5 : Math.min(Math.max(least, 0.5), most);
    return Math.abs(value) < 1e6 ? String.valueOf(value) : String.valueOf((long) value) + ".0";
  }

  private static String time(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("start") || lower.contains("from") || lower.contains("after")) {
      return "2026-01-01T00:00:00Z";
    } else if (lower.contains("end") || lower.contains("to") || lower.contains("before")) {
      return "2026-01-31T00:00:00Z";
    }
    return "2026-01-15T12:00:00Z";
  }

  private static Value blob(Member member, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean streaming = Readings.isStream(member);
    if (!streaming) {
      if (lower.contains("payload") || lower.equals("body")) {
        return new Value.Bytes("{\"key\": \"value\"}");
      } else if ((lower.contains("text") && !lower.contains("cipher"))
          || lower.contains("message")
          || lower.contains("data")
          || lower.contains("content")) {
        return new Value.Bytes("Hello, world");
      }
    }
    return new Value.File(file(lower), streaming);
  }

  private static String file(String lower) {
    if (lower.contains("zip")) {
      return "function.zip";
    } else if (lower.contains("image") || lower.contains("photo")) {
      return "photo.jpg";
    } else if (lower.contains("audio")) {
      return "speech.wav";
    } else if (lower.contains("cert") || lower.contains("key")) {
      return lower.contains("key") ? "key.pem" : "certificate.pem";
    } else if (lower.contains("document")) {
      return "document.pdf";
    }
    return lower.equals("body") ? "file.txt" : "data.bin";
  }

  static boolean isSimple(ShapeType type) {
    return switch (type) {
      case STRUCTURE, LIST, MAP, DOCUMENT -> false;
      case STRING,
          INTEGER,
          LONG,
          FLOAT,
          DOUBLE,
          BIG_INTEGER,
          BIG_DECIMAL,
          BOOLEAN,
          TIMESTAMP,
          BLOB ->
          true;
    };
  }
}
