package io.boto4j.benchmarks.plots;

import io.boto4j.benchmarks.run.Medians;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** The medians of all rounds by series and category, both in the order of their first values. */
final class MedianTable {
  private final Map<String, Map<String, List<Double>>> values = new LinkedHashMap<>();
  private final Set<String> categories = new LinkedHashSet<>();

  void add(String series, String category, double value) {
    categories.add(category);
    values
        .computeIfAbsent(series, s -> new LinkedHashMap<>())
        .computeIfAbsent(category, c -> new ArrayList<>())
        .add(value);
  }

  List<String> series() {
    return List.copyOf(values.keySet());
  }

  List<String> categories() {
    return List.copyOf(categories);
  }

  /** Returns one median per category, in their order; null where nothing was measured. */
  List<@Nullable Double> medians(String series) {
    Map<String, List<Double>> ofSeries = values.getOrDefault(series, Map.of());
    List<@Nullable Double> medians = new ArrayList<>();
    for (String category : categories) {
      List<Double> ofBoth = ofSeries.get(category);
      medians.add(ofBoth == null ? null : Medians.of(ofBoth));
    }
    return medians;
  }

  /** Returns the least of all medians; 1 if there are none. */
  double least() {
    return all().min().orElse(1);
  }

  /** Returns the greatest of all medians; 1 if there are none. */
  double greatest() {
    return all().max().orElse(1);
  }

  private DoubleStream all() {
    return series().stream()
        .flatMap(name -> medians(name).stream())
        .filter(Objects::nonNull)
        .mapToDouble(median -> median);
  }
}
