package io.boto4j.reference.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names that have a word, for each word, in files of some kilobytes each: file 0 has the lists
 * of the first words in alphabetical order, and so on.
 *
 * <p>A list has the most important names first, each with the most important services that have it.
 * The list of a frequent word is not complete, but each name is in the list of its rarest word.
 */
final class WordLists {
  /** The size of a file: it takes no more words when it has reached this. */
  private static final int FILE = 8 * 1024;

  private static final int MOST_NAMES = 500;
  private static final int MOST_PLACES = 5;

  private final Vocabulary vocabulary;
  private final NameCodec codec;
  private final Map<String, byte[]> files = new TreeMap<>();
  private final List<Integer> firstWords = new ArrayList<>();

  /**
   * Creates the lists.
   *
   * @param names the entries of each name with the rank of their services, the best one first
   */
  WordLists(Vocabulary vocabulary, NameCodec codec, Map<String, List<Ranked>> names) {
    this.vocabulary = vocabulary;
    this.codec = codec;
    write(lists(names), names);
  }

  private Map<String, List<String>> lists(Map<String, List<Ranked>> names) {
    List<String> ordered = new ArrayList<>(names.keySet());
    ordered.sort(
        Comparator.<String>comparingInt(name -> weight(names, name))
            .thenComparing(Comparator.naturalOrder()));
    Map<String, List<String>> lists = new HashMap<>();
    for (String name : ordered) {
      Words words = Words.of(name);
      String home = vocabulary.home(words);
      for (String word : words.words().stream().distinct().toList()) {
        List<String> list = lists.computeIfAbsent(word, key -> new ArrayList<>());
        if (list.size() < MOST_NAMES || word.equals(home)) {
          list.add(name);
        }
      }
    }
    return lists;
  }

  private static int weight(Map<String, List<Ranked>> names, String name) {
    List<Ranked> entries = names.getOrDefault(name, List.of());
    return entries.isEmpty() ? Integer.MAX_VALUE : entries.get(0).weight();
  }

  private void write(Map<String, List<String>> lists, Map<String, List<Ranked>> names) {
    List<byte[]> file = new ArrayList<>();
    int size = 0;
    int first = 0;
    for (int i = 0; i < vocabulary.words().size(); i++) {
      byte[] list = list(lists.getOrDefault(vocabulary.words().get(i), List.of()), names);
      if (size > 0 && size + list.length > FILE) {
        add(first, file);
        file.clear();
        size = 0;
        first = i;
      }
      file.add(list);
      size += list.length;
    }
    add(first, file);
  }

  private void add(int firstWord, List<byte[]> lists) {
    Packer out = new Packer();
    for (byte[] list : lists) {
      out.number(list.length);
    }
    for (byte[] list : lists) {
      out.raw(list);
    }
    files.put("words/" + firstWords.size() + ".bin", out.toBytes());
    firstWords.add(firstWord);
  }

  private byte[] list(List<String> list, Map<String, List<Ranked>> names) {
    Packer out = new Packer();
    for (String name : list) {
      List<Ranked> entries = names.getOrDefault(name, List.of());
      out.raw(codec.encode(name)).number(entries.size());
      for (Ranked ranked : entries.subList(0, Math.min(MOST_PLACES, entries.size()))) {
        Entry entry = ranked.entry();
        out.number(ranked.service() * Kind.COUNT + entry.kind().code);
        if (entry.kind().hasOwner()) {
          out.raw(codec.encode(entry.owner())).number(entry.others());
        }
      }
    }
    return out.toBytes();
  }

  /** Returns the files by their names. */
  Map<String, byte[]> files() {
    return files;
  }

  /** Writes the first word of each file. */
  void write(Packer out) {
    out.number(firstWords.size());
    int before = 0;
    for (int first : firstWords) {
      out.number(first - before);
      before = first;
    }
  }
}
