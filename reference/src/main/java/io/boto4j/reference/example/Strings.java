package io.boto4j.reference.example;

import io.boto4j.model.ServiceModel;
import io.boto4j.model.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Chooses texts that a newcomer would write, by the names of members and the model's limits. */
final class Strings {
  private static final String UUID = "a1b2c3d4-5678-90ab-cdef-111122223333";
  private static final String HEX = "1234567890abcdef0";

  private final ServiceModel service;

  Strings(ServiceModel service) {
    this.service = service;
  }

  /**
   * Returns a text.
   *
   * @param name the name of the member
   * @param about what a name or an id without further words belongs to, such as {@code Table}
   * @param traits the traits of the shape
   */
  String of(String name, String about, Traits traits) {
    List<String> candidates = candidates(name, about);
    int least = bound(traits, "min", 0);
    int most = Math.max(bound(traits, "max", Integer.MAX_VALUE), 1);
    Pattern pattern = pattern(traits.text("pattern"));
    for (String candidate : candidates) {
      if (fits(candidate, least, most)
          && (pattern == null || pattern.matcher(candidate).matches())) {
        return candidate;
      }
    }
    String made = pattern == null ? null : made(pattern, least, most);
    return made == null ? padded(candidates.get(0), least, most) : made;
  }

  /** Returns a text made for a pattern, with words of the usual length or longer ones. */
  private static @Nullable String made(Pattern pattern, int least, int most) {
    for (int usual : new int[] {"example".length(), Math.max(least, 1)}) {
      String made = PatternText.of(pattern.pattern(), usual);
      if (made != null && fits(made, least, most) && pattern.matcher(made).find()) {
        String arn = usualArn(made);
        return pattern.matcher(arn).matches() && fits(arn, least, most) ? arn : made;
      }
    }
    return null;
  }

  /** Returns an ARN with the usual partition and region. */
  private static String usualArn(String text) {
    String[] parts = text.split(":", 6);
    if (parts.length < 6 || !parts[0].equals("arn")) {
      return text;
    }
    parts[1] = "aws";
    parts[3] = parts[3].isEmpty() ? "" : "us-east-1";
    return String.join(":", parts);
  }

  private static boolean fits(String text, int least, int most) {
    return text.length() >= least && text.length() <= most;
  }

  private static String padded(String text, int least, int most) {
    String padded = text;
    while (padded.length() < Math.min(least, 5_000)) {
      padded += padded.isEmpty() ? "x" : padded.charAt(padded.length() - 1);
    }
    return padded.length() > most ? padded.substring(0, most) : padded;
  }

  static int bound(Traits traits, String name, int otherwise) {
    return traits.get(name) instanceof Number number
        ? (int) Math.max(0, Math.min(number.doubleValue(), Integer.MAX_VALUE))
        : otherwise;
  }

  private static @Nullable Pattern pattern(@Nullable String pattern) {
    if (pattern == null || pattern.length() > 1_000) {
      return null;
    }
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      return null; // a few patterns are those of other languages
    }
  }

  private List<String> candidates(String name, String about) {
    List<String> candidates = new ArrayList<>(SampleValues.of(name));
    String lower = name.toLowerCase(Locale.ROOT);
    String suffix = suffix(lower);
    String word = name.substring(0, name.length() - suffix.length());
    word = word.isEmpty() || isPlural(word) ? about : word;
    String kebab = CliNames.kebabCase(Nouns.singular(word.isEmpty() ? "Resource" : word));
    if (suffix.equals("arn")) {
      addArns(candidates, kebab);
    } else if (suffix.equals("id")) {
      candidates.add(UUID);
      candidates.add(kebab + "-" + HEX);
    }
    candidates.add("my-" + kebab);
    candidates.add("my_" + kebab.replace('-', '_'));
    candidates.add("My" + word);
    candidates.add("my" + word.toLowerCase(Locale.ROOT));
    candidates.add("/my/" + kebab);
    candidates.add("My " + kebab.replace('-', ' '));
    candidates.add(UUID);
    candidates.add(UUID.replace("-", ""));
    candidates.add(HEX);
    candidates.add("a1b2c3d4e5");
    candidates.add("123456789012");
    candidates.add("1");
    addArns(candidates, kebab);
    return candidates;
  }

  private static boolean isPlural(String word) {
    return word.length() == 1;
  }

  private void addArns(List<String> candidates, String kebab) {
    String of = "arn:aws:" + service.signingName() + ":us-east-1:123456789012:" + kebab;
    candidates.add(of + "/my-" + kebab);
    candidates.add(of + "/" + UUID);
    candidates.add(of + ":my-" + kebab);
    candidates.add(of + "/" + HEX);
    candidates.add("arn:aws:" + service.signingName() + "::123456789012:" + kebab + "/my-" + kebab);
  }

  private static String suffix(String lower) {
    for (String suffix : List.of("identifier", "name", "arn", "id")) {
      if (lower.endsWith(suffix)) {
        return suffix;
      }
    }
    return "";
  }
}
