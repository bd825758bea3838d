package io.boto4j.local.stepfunctions.asl;

import io.boto4j.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.StringTokenizer;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The intrinsic functions, such as {@code States.Format('Hello, {}', $.name)}. */
final class Functions {
  private final Template template;
  private String text = "";
  private int position;

  Functions(Template template) {
    this.template = template;
  }

  @Nullable Object call(String expression) {
    text = expression;
    position = 0;
    Object value = argument();
    skipSpaces();
    if (position < text.length() || !expression.startsWith("States.")) {
      throw invalid();
    }
    return value;
  }

  private Failure invalid() {
    return Failure.function("Invalid intrinsic function: " + text);
  }

  private void skipSpaces() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private @Nullable Object argument() {
    skipSpaces();
    if (position >= text.length()) {
      throw invalid();
    }
    char c = text.charAt(position);
    if (c == '\'') {
      return quoted();
    }
    if (text.startsWith("States.", position)) {
      return function();
    }
    int from = position;
    int depth = 0;
    while (position < text.length()) {
      char next = text.charAt(position);
      if (depth == 0 && (next == ',' || next == ')')) {
        break;
      }
      depth += next == '[' || next == '(' ? 1 : next == ']' || next == ')' ? -1 : 0;
      position++;
    }
    String word = text.substring(from, position).trim();
    if (c == '$') {
      return template.path(word);
    }
    try {
      return Json.read(word);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    for (position++; position < text.length(); position++) {
      char c = text.charAt(position);
      if (c == '\\' && position + 1 < text.length()) {
        position++;
        char escaped = text.charAt(position);
        // Escaped braces stay escaped for the function Format.
        value.append(escaped == '{' || escaped == '}' ? "\\" : "").append(escaped);
      } else if (c == '\'') {
        position++;
        return value.toString();
      } else {
        value.append(c);
      }
    }
    throw invalid();
  }

  private @Nullable Object function() {
    int open = text.indexOf('(', position);
    if (open < 0) {
      throw invalid();
    }
    String name = text.substring(position, open).trim();
    position = open + 1;
    List<@Nullable Object> arguments = new ArrayList<>();
    skipSpaces();
    if (position < text.length() && text.charAt(position) == ')') {
      position++;
      return apply(name, arguments);
    }
    while (true) {
      arguments.add(argument());
      skipSpaces();
      if (position >= text.length()) {
        throw invalid();
      }
      char c = text.charAt(position++);
      if (c == ')') {
        return apply(name, arguments);
      }
      if (c != ',') {
        throw invalid();
      }
    }
  }

  private @Nullable Object apply(String name, List<@Nullable Object> arguments) {
    try {
      return switch (name) {
        case "States.Format" -> format(arguments);
        case "States.StringToJson" -> Json.read(string(arguments, 0));
        case "States.JsonToString" -> Json.write(arguments.get(0));
        case "States.Array" -> arguments;
        case "States.ArrayPartition" -> partition(list(arguments, 0), number(arguments, 1));
        case "States.ArrayContains" -> contains(list(arguments, 0), arguments.get(1));
        case "States.ArrayRange" ->
            range(number(arguments, 0), number(arguments, 1), number(arguments, 2));
        case "States.ArrayGetItem" -> list(arguments, 0).get(number(arguments, 1));
        case "States.ArrayLength" -> list(arguments, 0).size();
        case "States.ArrayUnique" -> new ArrayList<>(new LinkedHashSet<>(list(arguments, 0)));
        case "States.Base64Encode" ->
            Base64.getEncoder()
                .encodeToString(string(arguments, 0).getBytes(StandardCharsets.UTF_8));
        case "States.Base64Decode" ->
            new String(Base64.getDecoder().decode(string(arguments, 0)), StandardCharsets.UTF_8);
        case "States.Hash" -> hash(arguments.get(0), string(arguments, 1));
        case "States.JsonMerge" -> merge(arguments);
        case "States.MathRandom" -> random(arguments);
        case "States.MathAdd" -> number(arguments, 0) + number(arguments, 1);
        case "States.StringSplit" -> split(string(arguments, 0), string(arguments, 1));
        case "States.UUID" -> UUID.randomUUID().toString();
        default -> throw invalid();
      };
    } catch (IllegalArgumentException | IndexOutOfBoundsException | NoSuchAlgorithmException e) {
      throw Failure.function("Failed to evaluate " + text + ": " + e.getMessage());
    }
  }

  private String string(List<@Nullable Object> arguments, int index) {
    if (arguments.get(index) instanceof String string) {
      return string;
    }
    throw invalid();
  }

  private int number(List<@Nullable Object> arguments, int index) {
    if (arguments.get(index) instanceof Number number) {
      return (int) Math.round(number.doubleValue());
    }
    throw invalid();
  }

  private List<?> list(List<@Nullable Object> arguments, int index) {
    if (arguments.get(index) instanceof List<?> list) {
      return list;
    }
    throw invalid();
  }

  private String format(List<@Nullable Object> arguments) {
    String pattern = string(arguments, 0);
    StringBuilder formatted = new StringBuilder();
    int next = 1;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length() && "{}".indexOf(pattern.charAt(i + 1)) >= 0) {
        formatted.append(pattern.charAt(++i));
      } else if (pattern.startsWith("{}", i)) {
        Object value = arguments.get(next++);
        formatted.append(value instanceof String ? value : Json.write(value));
        i++;
      } else {
        formatted.append(c);
      }
    }
    if (next != arguments.size()) {
      throw invalid();
    }
    return formatted.toString();
  }

  private List<Object> partition(List<?> list, int size) {
    if (size < 1) {
      throw invalid();
    }
    List<Object> parts = new ArrayList<>();
    for (int i = 0; i < list.size(); i += size) {
      parts.add(new ArrayList<>(list.subList(i, Math.min(list.size(), i + size))));
    }
    return parts;
  }

  private static boolean contains(List<?> list, @Nullable Object wanted) {
    if (wanted instanceof Number number) {
      BigDecimal exact = new BigDecimal(number.toString());
      return list.stream()
          .anyMatch(
              each ->
                  each instanceof Number n && exact.compareTo(new BigDecimal(n.toString())) == 0);
    }
    return list.stream().anyMatch(each -> Objects.equals(each, wanted));
  }

  private List<Integer> range(int from, int to, int by) {
    if (by == 0 || Math.abs((long) to - from) / Math.abs((long) by) >= 1000) {
      throw invalid();
    }
    List<Integer> range = new ArrayList<>();
    for (long i = from; by > 0 ? i <= to : i >= to; i += by) {
      range.add((int) i);
    }
    return range;
  }

  private static String hash(@Nullable Object data, String algorithm)
      throws NoSuchAlgorithmException {
    String bytes = data instanceof String string ? string : Json.write(data);
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance(algorithm).digest(bytes.getBytes(StandardCharsets.UTF_8)));
  }

  private Map<String, @Nullable Object> merge(List<@Nullable Object> arguments) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>();
    for (int i = 0; i < 2; i++) {
      if (!(arguments.get(i) instanceof Map<?, ?> map)) {
        throw invalid();
      }
      map.forEach((name, value) -> merged.put(String.valueOf(name), value));
    }
    if (Boolean.TRUE.equals(arguments.get(2))) {
      throw Failure.function("Deep merging is not supported by States.JsonMerge");
    }
    return merged;
  }

  private int random(List<@Nullable Object> arguments) {
    int from = number(arguments, 0);
    int to = number(arguments, 1);
    return arguments.size() > 2
        ? from + new Random(number(arguments, 2)).nextInt(to - from)
        : ThreadLocalRandom.current().nextInt(from, to);
  }

  private static List<String> split(String text, String separators) {
    List<String> parts = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(text, separators);
    while (tokens.hasMoreTokens()) {
      parts.add(tokens.nextToken());
    }
    return parts;
  }
}
