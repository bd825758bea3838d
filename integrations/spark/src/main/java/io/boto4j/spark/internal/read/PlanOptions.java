package io.boto4j.spark.internal.read;

import io.boto4j.Json;
import io.boto4j.spark.internal.Options;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options that decide how a read is divided into partitions.
 *
 * @param prefixes whether keys of S3 are divided at discovered prefixes
 * @param count the number of partitions wanted from discovery, or 0 for the default
 * @param depth how many levels of prefixes discovery may descend
 * @param delimiter the delimiter of prefixes
 * @param splitKeys keys of S3 at which the user divides them
 * @param segments the segments of a scan of DynamoDB, or 0 for the default
 * @param check whether the first call of each parameter set is tried on the driver
 * @param pushdown whether filters and limits become parameters
 */
record PlanOptions(
    boolean prefixes,
    int count,
    int depth,
    String delimiter,
    List<String> splitKeys,
    int segments,
    Check check,
    boolean pushdown) {

  static final List<String> OPTIONS =
      List.of(
          "partitions",
          "partitionCount",
          "partitionDepth",
          "partitionDelimiter",
          "splitKeys",
          "segments",
          "check",
          "pushdown");

  private static final String PREFIXES = "prefixes";
  private static final int MOST_PARTITIONS = 100_000;
  private static final int MOST_SEGMENTS = 1_000_000;
  private static final int MOST_DEPTH = 10;
  private static final int USUAL_DEPTH = 3;

  /** The cases in which the first calls are tried on the driver. */
  enum Check {
    /** If there are few. */
    AUTO,
    TRUE,
    FALSE
  }

  static PlanOptions of(Options options) {
    String partitions = options.text("partitions");
    String delimiter = options.text("partitionDelimiter");
    return new PlanOptions(
        PREFIXES.equalsIgnoreCase(partitions),
        options.integer("partitionCount", 0, 1, MOST_PARTITIONS),
        options.integer("partitionDepth", USUAL_DEPTH, 1, MOST_DEPTH),
        delimiter == null ? "/" : delimiter,
        texts(options, "splitKeys"),
        options.integer("segments", 0, 1, MOST_SEGMENTS),
        switch (options.oneOf("check", "auto", "true", "false")) {
          case "true" -> Check.TRUE;
          case "false" -> Check.FALSE;
          default -> Check.AUTO;
        },
        options.bool("pushdown", true));
  }

  /** Returns the parameter sets of the option {@code partitions}: one empty one if it is absent. */
  static @Nullable List<?> sets(Options options) {
    String partitions = options.text("partitions");
    if (partitions == null || PREFIXES.equalsIgnoreCase(partitions)) {
      return null;
    }
    return array(options, "partitions", "'prefixes' or a JSON array of parameter objects");
  }

  private static List<?> array(Options options, String name, String expected) {
    String text = options.required(name, "[…]");
    Object value;
    try {
      value = Json.read(text);
    } catch (IllegalArgumentException e) {
      throw (IllegalArgumentException) options.wrong(name, text, expected).initCause(e);
    }
    if (value instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    throw options.wrong(name, text, expected);
  }

  private static List<String> texts(Options options, String name) {
    List<String> texts = new ArrayList<>();
    if (options.has(name)) {
      for (Object each : array(options, name, "a JSON array of keys")) {
        texts.add(String.valueOf(each));
      }
    }
    return texts;
  }
}
