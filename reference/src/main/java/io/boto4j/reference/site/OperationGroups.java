package io.boto4j.reference.site;

import io.boto4j.reference.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Groups operations by the noun in their names: {@code CreateTable}, {@code DescribeTable} and
 * {@code ListTables} belong to {@code Table}.
 *
 * <p>A noun that only one operation has joins the longest other noun that it begins with, so {@code
 * DescribeTableReplicaAutoScaling} is found under {@code Table}.
 */
final class OperationGroups {
  /** Words that begin a verb of two words, such as {@code BatchGet}. */
  private static final Set<String> ADVERBS = Set.of("Batch", "Bulk", "Admin", "Transact");

  private OperationGroups() {}

  static List<OperationGroup> of(List<String> operations) {
    Map<String, List<String>> byNoun = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String operation : operations) {
      byNoun.computeIfAbsent(noun(operation), key -> new ArrayList<>()).add(operation);
    }
    Map<String, List<String>> joined = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<String> more = new ArrayList<>();
    byNoun.forEach(
        (noun, names) -> {
          String target = names.size() > 1 ? noun : prefix(noun, byNoun);
          if (target.isEmpty()) {
            more.addAll(names);
          } else {
            joined.computeIfAbsent(target, key -> new ArrayList<>()).addAll(names);
          }
        });
    List<OperationGroup> groups = new ArrayList<>();
    joined.forEach((noun, names) -> groups.add(group(noun, names)));
    if (!more.isEmpty()) {
      groups.add(group("", more));
    }
    return Collections.unmodifiableList(groups);
  }

  private static OperationGroup group(String noun, List<String> names) {
    Collections.sort(names);
    return new OperationGroup(noun, names);
  }

  /** Returns the noun, in the singular; empty if the name is a verb alone. */
  static String noun(String operation) {
    List<String> words = Words.of(operation);
    int verb = ADVERBS.contains(words.get(0)) && words.size() > 2 ? 2 : 1;
    return Words.singular(String.join("", words.subList(verb, words.size())));
  }

  /** Returns the longest other noun of several operations that begins a noun; else nothing. */
  private static String prefix(String noun, Map<String, List<String>> byNoun) {
    List<String> words = noun.isEmpty() ? List.of() : Words.of(noun);
    for (int end = words.size() - 1; end > 0; end--) {
      String shorter = Words.singular(String.join("", words.subList(0, end)));
      List<String> others = byNoun.get(shorter);
      if (others != null && others.size() > 1) {
        return shorter;
      }
    }
    return "";
  }
}
