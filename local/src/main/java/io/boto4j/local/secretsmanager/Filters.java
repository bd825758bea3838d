package io.boto4j.local.secretsmanager;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The filters of lists of secrets. */
final class Filters {
  private static final String SPLITTERS = "/-_+=.@";

  /** A word in a text such as {@code MyTest}. */
  private static final Pattern WORD = Pattern.compile("[^a-z][a-z]+");

  private Filters() {}

  static void check(List<Structure> filters) {
    int number = 1;
    for (Structure filter : filters) {
      String key = filter.text("Key");
      if (key == null) {
        throw SecretErrors.parameter("Invalid filter key");
      }
      if (!List.of(
              "all",
              "name",
              "tag-key",
              "description",
              "tag-value",
              "primary-region",
              "owning-service")
          .contains(key)) {
        throw new EngineException(
            "ValidationException",
            "1 validation error detected: Value '"
                + key
                + "' at 'filters."
                + number
                + ".member.key' failed to satisfy constraint: Member must satisfy enum value set:"
                + " [all, name, tag-key, description, tag-value]");
      }
      if (filter.texts("Values").isEmpty()) {
        throw SecretErrors.parameter("Invalid filter values for key: " + key);
      }
      number++;
    }
  }

  static boolean matches(Structure secret, List<Structure> filters) {
    check(filters);
    return filters.stream().allMatch(filter -> matches(secret, filter));
  }

  private static boolean matches(Structure secret, Structure filter) {
    List<String> values = filter.texts("Values");
    List<String> keys = tags(secret, "Key");
    List<String> tagValues = tags(secret, "Value");
    List<String> description = list(secret.text("Description"));
    return switch (String.valueOf(filter.text("Key"))) {
      case "name" -> any(values, list(secret.text("Name")), true);
      case "description" -> any(values, description, false);
      case "tag-key" -> any(values, keys, true);
      case "tag-value" -> any(values, tagValues, true);
      case "owning-service" -> any(values, owner(secret), false);
      case "primary-region" -> {
        String arn = String.valueOf(secret.text("ARN"));
        String primary = secret.text("PrimaryRegion");
        boolean replicated = primary != null || !secret.structures("Replicas").isEmpty();
        String own = arn.split(":", -1)[3];
        yield any(values, replicated ? list(primary == null ? own : primary) : List.of(), true);
      }
      default -> {
        List<String> all = new ArrayList<>(list(secret.text("Name")));
        Stream.of(description, keys, tagValues).forEach(all::addAll);
        yield any(values, all, false);
      }
    };
  }

  /** The service that made the secret, which a tag of AWS names. */
  static List<String> owner(Structure secret) {
    for (Structure tag : secret.structures("Tags")) {
      if ("aws:secretsmanager:owningService".equals(tag.text("Key"))) {
        return list(tag.text("Value"));
      }
    }
    return list(secret.text("OwningService"));
  }

  private static List<String> tags(Structure secret, String member) {
    return secret.structures("Tags").stream().map(tag -> String.valueOf(tag.text(member))).toList();
  }

  private static List<String> list(@Nullable String text) {
    return text == null || text.isEmpty() ? List.of() : List.of(text);
  }

  private static boolean any(List<String> patterns, List<String> texts, boolean prefix) {
    for (String pattern : patterns) {
      boolean not = pattern.startsWith("!");
      String plain = not ? pattern.substring(1) : pattern;
      for (String text : texts) {
        boolean match = prefix ? text.startsWith(plain) : words(plain, text);
        if (match != not) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether each word of the pattern begins a word of the text. */
  private static boolean words(String pattern, String text) {
    List<String> wanted = split(pattern);
    List<String> words = split(text);
    return !wanted.isEmpty()
        && wanted.stream().allMatch(word -> words.stream().anyMatch(w -> w.startsWith(word)));
  }

  /** Splits at one kind of special character, and before capitals. */
  private static List<String> split(String text) {
    List<Character> found =
        text.chars()
            .filter(c -> SPLITTERS.indexOf(c) >= 0)
            .distinct()
            .mapToObj(c -> (char) c)
            .toList();
    if (text.length() == 1 && !found.isEmpty()) {
      return new ArrayList<>();
    }
    if (found.size() > 1) {
      return new ArrayList<>(List.of(text.toLowerCase(Locale.ROOT)));
    }
    List<String> parts =
        found.isEmpty()
            ? List.of(text)
            : Arrays.asList(text.split(Pattern.quote(found.get(0).toString()), -1));
    List<String> words = new ArrayList<>();
    for (String part : parts) {
      Matcher matcher = WORD.matcher(part);
      int end = 0;
      while (matcher.find()) {
        add(words, part.substring(end, matcher.start()));
        add(words, matcher.group());
        end = matcher.end();
      }
      add(words, part.substring(end));
    }
    return words;
  }

  private static void add(List<String> words, String word) {
    String plain = word.trim();
    if (!plain.isEmpty()) {
      words.add(plain.toLowerCase(Locale.ROOT));
    }
  }
}
