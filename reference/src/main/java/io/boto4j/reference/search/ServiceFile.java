package io.boto4j.reference.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The file of a service: all its names, and for each member the operations that have it. The search
 * reads it when what is typed names the service.
 */
final class ServiceFile {
  private static final int MOST_REQUESTS = 40;
  private static final int MOST_RESPONSES = 12;
  private static final int MOST_SHAPES = 3;

  private final ServiceNames names;
  private final NameCodec codec;
  private final Packer out = new Packer();
  private final Map<String, Integer> operations = new HashMap<>();
  private final Map<String, Integer> shapes = new HashMap<>();

  /** The number of the next operation or shape. */
  private int next;

  ServiceFile(ServiceNames names, NameCodec codec) {
    this.names = names;
    this.codec = codec;
  }

  byte[] toBytes() {
    int popular = 0;
    for (String operation : names.operations()) {
      popular += names.kind(operation) == Kind.POPULAR_OPERATION ? 1 : 0;
    }
    out.number(popular);
    owners(operations, names.operations());
    owners(shapes, names.types());
    owners(shapes, names.errors());
    places(names.members());
    places(names.values());
    return out.toBytes();
  }

  private void owners(Map<String, Integer> numbers, Collection<String> owners) {
    out.number(owners.size());
    for (String owner : owners) {
      numbers.put(owner, next++);
      out.raw(codec.encode(owner));
    }
  }

  /**
   * Writes each name with its places: how many there are, and the number of each owner less that of
   * the one before. The counts are one number with fields of bits: whether places are left out (1),
   * shapes (2), responses (4), requests.
   */
  private void places(Map<String, Set<Place>> all) {
    out.number(all.size());
    all.forEach(
        (name, places) -> {
          List<Integer> requests = owners(places, Set.of(Kind.REQUEST_MEMBER), MOST_REQUESTS);
          List<Integer> responses = owners(places, Set.of(Kind.RESPONSE_MEMBER), MOST_RESPONSES);
          List<Integer> others = owners(places, Set.of(Kind.FIELD, Kind.VALUE), MOST_SHAPES);
          boolean more = requests.size() + responses.size() + others.size() < places.size();
          out.raw(codec.encode(name))
              .number(
                  (more ? 1 : 0)
                      | (others.size() << 1)
                      | (responses.size() << 3)
                      | (requests.size() << 7));
          differences(requests);
          differences(responses);
          differences(others);
          if (more) {
            out.number(places.size());
          }
        });
  }

  /** Returns the numbers of the first owners of some kinds. */
  private List<Integer> owners(Set<Place> places, Set<Kind> kinds, int most) {
    Map<String, Integer> owners = kinds.contains(Kind.FIELD) ? shapes : operations;
    return places.stream()
        .filter(place -> kinds.contains(place.kind()))
        .limit(most)
        .map(place -> owners.getOrDefault(place.owner(), 0))
        .sorted()
        .toList();
  }

  private void differences(List<Integer> numbers) {
    int before = 0;
    for (int number : numbers) {
      out.number(number - before);
      before = number;
    }
  }
}
