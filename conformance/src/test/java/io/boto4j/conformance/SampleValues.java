package io.boto4j.conformance;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Generates values for a shape, in the Java types of a response: with only what the model requires,
 * with everything, or at random from a seed. The same seed gives the same values.
 *
 * <p>The values satisfy what boto4j validates ({@code required}, {@code min}, one member of a
 * union) and the enums. Timestamps are whole seconds, which every protocol can represent, and
 * values in paths, queries and headers are plain, except in {@link #rich} samples.
 */
final class SampleValues {
  /** The depth of optional parts, because recursive shapes have no end. */
  private static final int MOST_DEPTH = 6;

  /** The number of values after which a sample gets no more optional ones. */
  private static final int MOST_VALUES = 1500;

  /** Other values that a caller may pass for a timestamp. */
  private static final Object[] LENIENT_MOMENTS = {
    "2026-01-02T03:04:05Z",
    "2026-01-02T03:04:05.678+02:00",
    "2026-01-02",
    "1767323045",
    "Fri, 02 Jan 2026 03:04:05 GMT",
    1767323045,
    -1L,
    1767323045.25,
    new BigDecimal("0.5"),
  };

  /** Other values that a caller may pass for a floating-point number. */
  private static final Object[] LENIENT_NUMBERS = {
    0, -7, 1L << 53, new BigDecimal("1.50"), new BigDecimal("-0.000001"), new BigDecimal("1E+3")
  };

  /** Strings for inputs only, because XML cannot carry the control characters. */
  private static final String[] INPUT_TEXTS = {
    "\u0000\u0001\u001f", "\u0085\ufeff", "+ %20~*", "\ud7ff\ue000\ufffd"
  };

  /**
   * Strings with characters beyond ASCII, beyond the basic plane, or that have to be escaped in
   * some format.
   */
  private static final String[] ODD_TEXTS = {
    "", "é€😀", "a\"b\\c/d", "line\nfeed\ttab", "<&>'", "\u2028", "  ", "true", "null", "\u007f"
  };

  /** Strings for URLs, which have to be escaped. */
  private static final String[] URL_TEXTS = {
    "é€😀",
    "a b/c+d%20?e=f&g#h",
    "~-._",
    "a//b/../c",
    "..",
    "'\"<>[]{}|\\^`!*();:@$,",
    " a ",
    "%",
    "a\nb"
  };

  /** Strings for headers. */
  private static final String[] HEADER_TEXTS = {
    "a,b", "a \"quoted\" word", "a  b", "1.50", "true", "%20", "{}", "a;b=c", "'"
  };

  /** Timestamps with fractions of every length, at the start of the epoch and before it. */
  private static final Instant[] ODD_MOMENTS = {
    Instant.EPOCH,
    Instant.ofEpochMilli(-1),
    Instant.ofEpochMilli(-86_400_500),
    Instant.parse("1900-02-28T23:59:59Z"),
    Instant.parse("2000-02-29T00:00:00.120Z"),
    Instant.parse("2026-01-02T03:04:05.678901Z"),
    Instant.parse("2038-01-19T03:14:08.000001Z"),
    Instant.parse("9999-12-31T23:59:59.999Z"),
  };

  private static final float[] ODD_FLOATS = {
    0, -0.5f, 1e10f, Float.MAX_VALUE, Float.NaN, Float.NEGATIVE_INFINITY
  };

  private static final double[] ODD_DOUBLES = {
    0, 0.1, -1e-7, 1e21, Double.MAX_VALUE, Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY
  };

  private final Extent extent;
  private final boolean rich;
  private final Random random;
  private final Deque<Shape> open = new ArrayDeque<>();
  private int values;

  /** Whether the values satisfy all that a server validates, and no required one is empty. */
  private boolean valid;

  /** Whether the values are for callers, who may pass other types than those of a response. */
  private boolean lenient;

  private enum Extent {
    MINIMAL,
    FULL,
    RANDOM
  }

  private SampleValues(Extent extent, long seed, boolean rich) {
    this.extent = extent;
    this.rich = rich;
    this.random = new Random(seed);
  }

  /** Creates samples with only what is required. */
  static SampleValues minimal() {
    return new SampleValues(Extent.MINIMAL, 1, false);
  }

  /** Creates samples with every member, down to a depth. */
  static SampleValues full() {
    return new SampleValues(Extent.FULL, 2, false);
  }

  /** Creates samples with every member, down to a depth, which differ from those of other seeds. */
  static SampleValues full(long seed) {
    return new SampleValues(Extent.FULL, seed, false);
  }

  /** Creates random samples. */
  static SampleValues random(long seed) {
    return new SampleValues(Extent.RANDOM, seed, false);
  }

  /**
   * Creates random samples that are hard to serialize: fractions of seconds, years long past, and
   * anything in paths, queries and headers that a caller may put there.
   */
  static SampleValues rich(long seed) {
    return new SampleValues(Extent.RANDOM, seed, true);
  }

  /**
   * Restricts samples to what a server accepts: within {@code max} too, and without empty lists,
   * maps and structures where one is required, which not every protocol can express.
   */
  SampleValues valid() {
    valid = true;
    return this;
  }

  /** Returns an operation's parameters. */
  Map<String, Object> input(OperationModel operation) {
    lenient = rich;
    try {
      return operation.input() == null ? Map.of() : sample(operation.input());
    } finally {
      lenient = false;
    }
  }

  /** Returns an operation's output. */
  Map<String, Object> output(OperationModel operation) {
    return operation.output() == null ? Map.of() : sample(operation.output());
  }

  /** Returns a value of a structure. */
  Map<String, Object> sample(StructureShape shape) {
    values = 0;
    open.clear();
    return structure(shape);
  }

  private Map<String, Object> structure(StructureShape shape) {
    open.push(shape);
    Map<String, Object> value = new LinkedHashMap<>();
    if (shape.isUnion()) {
      Member member = choice(shape);
      value.put(member.name(), value(member));
    } else {
      boolean[] required = new boolean[shape.size()];
      for (int i = 0; i < shape.requiredCount(); i++) {
        required[shape.requiredIndex(i)] = true;
      }
      for (int i = 0; i < shape.size(); i++) {
        Member member = shape.member(i);
        if (required[i] || wantsOptional(member)) {
          value.put(member.name(), value(member));
        }
      }
      if (value.isEmpty() && valid) {
        addOne(shape, value);
      }
    }
    open.pop();
    return value;
  }

  /** Adds the first member whose values are finite, so that the structure is not empty. */
  private void addOne(StructureShape shape, Map<String, Object> value) {
    for (Member member : shape.members()) {
      if (!reaches(member.shape(), 0) && member.traits().get("location") == null) {
        value.put(member.name(), value(member));
        return;
      }
    }
  }

  private boolean wantsOptional(Member member) {
    return switch (extent) {
      case MINIMAL -> false;
      case FULL -> hasRoom() && !isOpen(member.shape());
      case RANDOM -> hasRoom() && random.nextBoolean();
    };
  }

  private boolean hasRoom() {
    return open.size() < MOST_DEPTH && values < MOST_VALUES;
  }

  /**
   * Returns whether a value of the shape is being generated: a part of the same shape may never
   * end.
   */
  private boolean isOpen(Shape shape) {
    return open.contains(shape);
  }

  /** Returns a member of a union whose values are finite. */
  private Member choice(StructureShape union) {
    List<Member> members = new ArrayList<>(union.members());
    List<Member> ending = members.stream().filter(each -> !reaches(each.shape(), 0)).toList();
    List<Member> candidates = ending.isEmpty() ? members : ending;
    return candidates.get(extent == Extent.RANDOM ? random.nextInt(candidates.size()) : 0);
  }

  /** Returns whether the required parts of a shape lead back to an open shape. */
  private boolean reaches(Shape shape, int depth) {
    if (isOpen(shape) || depth > MOST_DEPTH) {
      return true;
    }
    if (shape instanceof ListShape list) {
      return minOf(list, 0) > 0 && reaches(list.element().shape(), depth + 1);
    }
    if (shape instanceof StructureShape structure && structure.isUnion()) {
      return structure.members().stream().allMatch(each -> reaches(each.shape(), depth + 1));
    }
    if (shape instanceof StructureShape structure) {
      for (int i = 0; i < structure.requiredCount(); i++) {
        Shape required = structure.member(structure.requiredIndex(i)).shape();
        if (reaches(required, depth + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private Object value(Member member) {
    values++;
    Shape shape = member.shape();
    if (member.traits().flag("jsonvalue") && located(member).equals("header")) {
      return document(2);
    }
    Object other = lenient && random.nextInt(4) == 0 ? lenientValue(shape) : null;
    if (other != null) {
      return other;
    }
    return switch (shape.type()) {
      case STRUCTURE -> structure((StructureShape) shape);
      case LIST -> list(member, (ListShape) shape);
      case MAP -> map(member, (MapShape) shape);
      case STRING -> text(member, located(member));
      case BOOLEAN -> random.nextBoolean();
      case INTEGER -> (int) whole(shape, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> whole(shape, Long.MIN_VALUE, Long.MAX_VALUE);
      case BIG_INTEGER ->
          BigInteger.valueOf(whole(shape, 0, Long.MAX_VALUE)).multiply(BigInteger.TEN);
      case FLOAT -> isUnbounded(shape) ? oddFloat() : (float) least(shape) + 0.5f;
      case DOUBLE -> isUnbounded(shape) ? oddDouble() : least(shape) + 0.25;
      case BIG_DECIMAL -> BigDecimal.valueOf(random.nextInt(), random.nextInt(20));
      case TIMESTAMP -> moment();
      case BLOB -> bytes(shape);
      case DOCUMENT -> document(3);
    };
  }

  private @Nullable Object lenientValue(Shape shape) {
    boolean bounded = shape.traits().get("min") != null;
    return switch (shape.type()) {
      case TIMESTAMP -> LENIENT_MOMENTS[random.nextInt(LENIENT_MOMENTS.length)];
      case FLOAT, DOUBLE ->
          bounded ? null : LENIENT_NUMBERS[random.nextInt(LENIENT_NUMBERS.length)];
      case BLOB -> bounded ? null : ODD_TEXTS[random.nextInt(ODD_TEXTS.length)];
      default -> null;
    };
  }

  /** Returns the location of a member in HTTP; empty for the body. */
  private static String located(Member member) {
    String location = member.traits().text("location");
    return location == null ? "" : location;
  }

  private List<Object> list(Member member, ListShape shape) {
    open.push(shape);
    int size = (int) minOf(shape, 0);
    if (hasRoom() && !isOpen(shape.element().shape())) {
      size = Math.max(size, optionalSize());
    }
    size = validSize(shape, shape.element().shape(), size);
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Member element = shape.element();
      boolean text = element.shape().type() == ShapeType.STRING;
      list.add(text ? text(element, located(member)) : value(element));
    }
    open.pop();
    return list;
  }

  private Map<String, Object> map(Member member, MapShape shape) {
    open.push(shape);
    Map<String, Object> map = new LinkedHashMap<>();
    int size = hasRoom() && !isOpen(shape.value().shape()) ? optionalSize() : 0;
    size = validSize(shape, shape.value().shape(), size);
    for (int i = 0; i < size; i++) {
      String location = located(member);
      // The names of headers and query parameters have no odd characters.
      String key = location.isEmpty() ? text(shape.key(), "") : "k" + random.nextInt(1000);
      boolean text = shape.value().shape().type() == ShapeType.STRING;
      map.put(key, text ? text(shape.value(), location) : value(shape.value()));
    }
    open.pop();
    return map;
  }

  /** Returns a size that a server accepts, if the samples are valid. */
  private int validSize(Shape shape, Shape element, int size) {
    if (!valid) {
      return size;
    }
    int least = size == 0 && !reaches(element, 0) ? 1 : size;
    return (int) Math.max(minOf(shape, 0), Math.min(least, maxOf(shape)));
  }

  private static long maxOf(Shape shape) {
    return shape.traits().get("max") instanceof Number max ? max.longValue() : Long.MAX_VALUE;
  }

  private int optionalSize() {
    return switch (extent) {
      case MINIMAL -> 0;
      case FULL -> 2;
      case RANDOM -> random.nextInt(4);
    };
  }

  private String text(Member member, String location) {
    Shape shape = member.shape();
    String meant = customized(member);
    if (meant != null) {
      return meant;
    }
    if (shape.traits().get("enum") instanceof List<?> names && !names.isEmpty()) {
      String name = (String) names.get(random.nextInt(names.size()));
      // One of S3's checksums occurs only in responses: it cannot be requested.
      return name.equals("MD5") && names.contains("CRC32") ? "CRC32" : name;
    }
    String[] odd = member.traits().flag("hostLabel") ? null : oddTexts(location);
    StringBuilder text = new StringBuilder();
    text.append(odd == null ? "a" + random.nextInt(1000) : odd[random.nextInt(odd.length)]);
    while (text.codePointCount(0, text.length()) < minOf(shape, 0)) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    int most = (int) Math.min(maxOf(shape), Integer.MAX_VALUE);
    return valid && text.codePointCount(0, text.length()) > most
        ? text.substring(0, text.offsetByCodePoints(0, most))
        : text.toString();
  }

  /**
   * Returns the string for a customized member: one that becomes a host must be valid, one that is
   * decoded must not be decodable.
   */
  private @Nullable String customized(Member member) {
    return switch (member.name()) {
      case "SourceRegion" -> "us-west-2";
      case "PredictEndpoint" -> "https://example.com";
      case "EndpointId" -> "abcde.veo";
      case "KvsARN" -> "arn:aws:cloudfront::123456789012:key-value-store/a1b2";
      case "TemplateBody", "Output" -> rich ? null : "€, which is no JSON, nor Base64";
      default -> !rich && member.shape().name().equals("policyDocumentType") ? "no JSON" : null;
    };
  }

  private String @Nullable [] oddTexts(String location) {
    if (extent != Extent.RANDOM || (!rich && !location.isEmpty())) {
      return null;
    }
    return switch (location) {
      case "" -> lenient && random.nextInt(4) == 0 ? INPUT_TEXTS : ODD_TEXTS;
      case "uri", "querystring" -> URL_TEXTS;
      default -> HEADER_TEXTS;
    };
  }

  private Instant moment() {
    return rich
        ? ODD_MOMENTS[random.nextInt(ODD_MOMENTS.length)]
        : Instant.ofEpochSecond(random.nextInt(2_000_000_000));
  }

  private byte[] bytes(Shape shape) {
    long size = Math.max(minOf(shape, 0), random.nextInt(20));
    byte[] bytes = new byte[(int) (valid ? Math.min(size, maxOf(shape)) : size)];
    random.nextBytes(bytes);
    return bytes;
  }

  private long whole(Shape shape, long least, long most) {
    long low = minOf(shape, least);
    Object max = shape.traits().get("max");
    long high =
        max instanceof Number number && number.longValue() >= low ? number.longValue() : most;
    if (extent != Extent.RANDOM || random.nextInt(4) == 0) {
      return low == least ? high : low;
    }
    return low + (long) (random.nextDouble() * ((double) high - low));
  }

  private float oddFloat() {
    return random.nextBoolean()
        ? random.nextFloat()
        : ODD_FLOATS[random.nextInt(ODD_FLOATS.length)];
  }

  private double oddDouble() {
    return random.nextBoolean()
        ? random.nextDouble()
        : ODD_DOUBLES[random.nextInt(ODD_DOUBLES.length)];
  }

  private boolean isUnbounded(Shape shape) {
    return shape.traits().get("min") == null && !(valid && shape.traits().get("max") != null);
  }

  private static double least(Shape shape) {
    return shape.traits().get("min") instanceof Number min ? min.doubleValue() : 0;
  }

  private static long minOf(Shape shape, long otherwise) {
    return shape.traits().get("min") instanceof Number min
        ? (long) Math.ceil(min.doubleValue())
        : otherwise;
  }

  private Object document(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> ODD_TEXTS[random.nextInt(ODD_TEXTS.length)];
      case 1 -> random.nextInt();
      case 2 -> random.nextLong();
      case 3 -> random.nextDouble();
      case 4 -> random.nextBoolean();
      case 5 -> List.of(document(depth - 1), document(depth - 1));
      default -> Map.of("key", document(depth - 1), "other", document(depth - 1));
    };
  }
}
