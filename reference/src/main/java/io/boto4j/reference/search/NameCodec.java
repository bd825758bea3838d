package io.boto4j.reference.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The form of names in the files: the number of a pattern, and a code for each word. A name whose
 * pattern is rare is written in letters, after the number 0.
 */
final class NameCodec {
  private static final int MOST_PATTERNS = 400;

  private final Vocabulary vocabulary;
  private final List<String> patterns = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, byte[]> encoded = new HashMap<>();

  NameCodec(Vocabulary vocabulary, Collection<Words> names) {
    this.vocabulary = vocabulary;
    Map<String, Integer> counts = new TreeMap<>();
    for (Words name : names) {
      counts.merge(name.pattern(), 1, Integer::sum);
    }
    counts.entrySet().stream()
        .filter(pattern -> pattern.getValue() > 4)
        .sorted(Comparator.comparing(pattern -> -pattern.getValue()))
        .limit(MOST_PATTERNS)
        .forEach(pattern -> patterns.add(pattern.getKey()));
    for (String pattern : patterns) {
      numbers.put(pattern, numbers.size() + 1);
    }
  }

  /** Returns a name as it is in the files. */
  byte[] encode(String name) {
    return encoded.computeIfAbsent(name, this::encodeNew);
  }

  private byte[] encodeNew(String name) {
    Words words = Words.of(name);
    Integer number = numbers.get(words.pattern());
    Packer out = new Packer();
    if (number == null || !words.name().equals(name)) {
      return out.number(0).text(name).toBytes();
    }
    out.number(number);
    for (String word : words.words()) {
      out.number(vocabulary.code(word));
    }
    return out.toBytes();
  }

  /** Writes the patterns, the first of which has the number 1. */
  void write(Packer out) {
    out.number(patterns.size());
    for (String pattern : patterns) {
      out.text(pattern);
    }
  }
}
