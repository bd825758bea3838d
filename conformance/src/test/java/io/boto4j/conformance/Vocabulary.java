package io.boto4j.conformance;

import io.boto4j.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The operations on a service that random sequences are made of, read from {@code
 * random/SERVICE.json}:
 *
 * <ul>
 *   <li>{@code names}: the values of each kind of name, few of them, so that operations meet.
 *   <li>{@code operations}: templates of calls. {@code op} is the operation, {@code input} its
 *       input, {@code weight} its share (1 unless given), {@code saves} the members of the output
 *       that later calls use, {@code settle} the seconds that the clock is advanced by afterwards.
 *   <li>{@code volatile}: members whose values are random, {@code ordered}: lists whose order is
 *       defined. All other lists are compared as sets.
 *   <li>{@code setup}: calls of any service that a sequence begins with. {@code reads}: operations
 *       that change nothing, besides those whose names show it.
 *   <li>{@code lists}: which calls create and delete what a list contains.
 * </ul>
 *
 * <p>In an input, a name in braces after a dollar sign is one of the names. If it begins with an at
 * sign, it is a saved value; if there is none, or now and then, one of the names of that kind. A
 * member whose name ends in a question mark is left out half of the time. An object with the member
 * {@code $some} is a part of its list.
 */
final class Vocabulary {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");
  private static final int UNKNOWN_PERCENT = 6;

  private final Map<?, ?> document;
  private final List<Template> deck = new ArrayList<>();

  private Vocabulary(Map<?, ?> document) {
    this.document = document;
    for (Object each : list("operations")) {
      Map<?, ?> operation = (Map<?, ?>) each;
      Template template =
          new Template(
              String.valueOf(operation.get("op")),
              map(operation.get("input")),
              map(operation.get("saves")),
              number(operation.get("settle"), 0));
      for (int i = number(operation.get("weight"), 1); i > 0; i--) {
        deck.add(template);
      }
    }
  }

  /** A call before its values are chosen. */
  record Template(String operation, Map<?, ?> input, Map<?, ?> saves, int settle) {}

  /** A call, with stable names in place of the saved values. */
  record Call(Template template, Map<?, ?> input) {
    String operation() {
      return template.operation;
    }
  }

  static Vocabulary read(String service) {
    String file = "random/" + service + ".json";
    try (InputStream in = Vocabulary.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      return new Vocabulary(map(Json.read(new String(bytes, StandardCharsets.UTF_8))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> names(String key) {
    Set<String> names = new LinkedHashSet<>();
    list(key).forEach(name -> names.add(String.valueOf(name)));
    return names;
  }

  List<?> list(String key) {
    return document.get(key) instanceof List<?> list ? list : List.of();
  }

  /** Chooses a call. */
  Call next(Random random, SavedValues saved) {
    Template template = deck.get(random.nextInt(deck.size()));
    return new Call(template, map(value(template.input, random, saved)));
  }

  private Object value(@Nullable Object template, Random random, SavedValues saved) {
    if (template instanceof Map<?, ?> map) {
      return map.get("$some") instanceof List<?> all
          ? some(all, random, saved)
          : members(map, random, saved);
    }
    if (template instanceof List<?> list) {
      List<Object> values = new ArrayList<>();
      list.forEach(each -> values.add(value(each, random, saved)));
      return values;
    }
    if (!(template instanceof String text)) {
      return Objects.requireNonNull(template);
    }
    Matcher matcher = REFERENCE.matcher(text);
    if (matcher.matches()) {
      return chosen(matcher.group(1), random, saved);
    }
    return matcher
        .reset()
        .replaceAll(
            each -> Matcher.quoteReplacement(String.valueOf(chosen(each.group(1), random, saved))));
  }

  private List<Object> some(List<?> all, Random random, SavedValues saved) {
    List<Object> values = new ArrayList<>();
    for (Object each : all) {
      if (random.nextBoolean()) {
        values.add(value(each, random, saved));
      }
    }
    return values;
  }

  private Map<String, Object> members(Map<?, ?> map, Random random, SavedValues saved) {
    Map<String, Object> values = new LinkedHashMap<>();
    map.forEach(
        (key, each) -> {
          String name = String.valueOf(value(key, random, saved));
          if (!name.endsWith("?")) {
            values.put(name, value(each, random, saved));
          } else if (random.nextBoolean()) {
            values.put(name.substring(0, name.length() - 1), value(each, random, saved));
          }
        });
    return values;
  }

  private Object chosen(String name, Random random, SavedValues saved) {
    if (name.startsWith("@")) {
      boolean unknown = random.nextInt(100) < UNKNOWN_PERCENT;
      String value = unknown ? null : saved.any(name.substring(1), random);
      if (value != null) {
        return value;
      }
    }
    List<?> names =
        map(document.get("names")).get(name) instanceof List<?> list ? list : List.of("none");
    return value(names.get(random.nextInt(names.size())), random, saved);
  }

  static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static int number(@Nullable Object value, int otherwise) {
    return value instanceof Number number ? number.intValue() : otherwise;
  }
}
