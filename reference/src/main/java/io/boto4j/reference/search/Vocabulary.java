package io.boto4j.reference.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words of all names, each with the number of names that have it, and a code. The most frequent
 * 128 words have codes of one byte; the codes of all are 128 + their place in alphabetical order.
 */
final class Vocabulary {
  private static final int SHORT_CODES = 128;

  private final TreeMap<String, Integer> counts = new TreeMap<>();
  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> words;
  private final List<String> frequent;

  Vocabulary(Collection<Words> names) {
    for (Words name : names) {
      name.words().stream().distinct().forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    words = List.copyOf(counts.keySet());
    frequent =
        words.stream()
            .sorted(Comparator.comparing((String word) -> -count(word)))
            .limit(SHORT_CODES)
            .toList();
    for (int i = 0; i < words.size(); i++) {
      codes.put(words.get(i), SHORT_CODES + i);
    }
    for (int i = 0; i < frequent.size(); i++) {
      codes.put(frequent.get(i), i);
    }
  }

  /** Returns all words in alphabetical order. */
  List<String> words() {
    return words;
  }

  /** Returns the code of a word in names. */
  int code(String word) {
    return codes.getOrDefault(word, 0);
  }

  /** Returns the class of a word: the logarithm of the number of names that have it, 0 to 15. */
  int frequency(String word) {
    return Math.min(15, 31 - Integer.numberOfLeadingZeros(count(word)));
  }

  /**
   * Returns the word of a name in whose list the name is in any case: the rarest one, and the first
   * of those that are equally rare.
   */
  String home(Words name) {
    return name.words().stream()
        .min(Comparator.<String>comparingInt(this::frequency).thenComparing(word -> word))
        .orElseThrow();
  }

  private int count(String word) {
    return counts.getOrDefault(word, 1);
  }

  /**
   * Writes the words: of each, a byte with the number of letters that it shares with the word
   * before and the frequency, then its other letters, the last of which has the highest bit set.
   */
  void write(Packer out) {
    out.number(words.size());
    String before = "";
    for (String word : words) {
      int shared = 0;
      // At least one letter follows, and four bits hold the number.
      int most = Math.min(15, Math.min(before.length(), word.length() - 1));
      while (shared < most && word.charAt(shared) == before.charAt(shared)) {
        shared++;
      }
      out.octet((shared << 4) | frequency(word));
      for (int i = shared; i < word.length(); i++) {
        out.octet(word.charAt(i) | (i == word.length() - 1 ? 0x80 : 0));
      }
      before = word;
    }
    out.number(frequent.size());
    for (String word : frequent) {
      out.number(words.indexOf(word));
    }
  }
}
