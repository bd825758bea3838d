package io.boto4j.reference.search;

/**
 * An entry and its service.
 *
 * @param entry the entry
 * @param service the rank of the service: 0 is the most used one
 */
record Ranked(Entry entry, int service) {
  /** The rank from which all services are equally important. */
  private static final int EQUAL = 120;

  /** Returns the weight, of which the smaller one is more important. */
  int weight() {
    return entry.kind().weight + 2 * Math.min(service, EQUAL);
  }
}
