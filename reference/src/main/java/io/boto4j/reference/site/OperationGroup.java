package io.boto4j.reference.site;

import io.boto4j.reference.text.Words;
import java.util.List;

/**
 * The operations on one kind of thing.
 *
 * @param noun the kind, such as {@code Table}; empty for the operations that share none
 * @param operations the names of the operations, sorted
 */
record OperationGroup(String noun, List<String> operations) {
  OperationGroup {
    operations = List.copyOf(operations);
  }

  String title() {
    return noun.isEmpty() ? "More operations" : Words.spaced(noun);
  }

  String anchor() {
    return noun.isEmpty() ? "operations-more" : "operations-" + noun;
  }
}
