package io.boto4j.reference.search;

import io.boto4j.model.ServiceModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names of a service.
 *
 * @param name the name in paths, such as {@code stepfunctions}
 * @param title the name that people read, such as {@code AWS Step Functions}
 * @param others other names and abbreviations, in lower case
 */
record ServiceTitle(String name, String title, List<String> others) {
  static ServiceTitle of(ServiceModel model, Popularity popularity) {
    String full = model.metadata().text("serviceFullName");
    String brief = model.metadata().text("serviceAbbreviation");
    String title = full == null ? model.serviceId() : full;
    Set<String> others = new LinkedHashSet<>();
    for (String other : new String[] {model.serviceId(), brief, model.endpointPrefix()}) {
      if (other != null) {
        others.add(plain(other));
      }
    }
    others.addAll(popularity.aliases(model.name()));
    others.remove(model.name());
    others.remove(plain(title));
    others.removeIf(other -> other.isEmpty() || other.contains("."));
    return new ServiceTitle(model.name(), title, List.copyOf(others));
  }

  /** Returns a name in lower case and without the words that do not distinguish it. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("^(aws|amazon) ", "").replace(',', ' ');
  }

  void write(Packer out) {
    out.text(name).text(title).text(String.join(",", others));
  }
}
