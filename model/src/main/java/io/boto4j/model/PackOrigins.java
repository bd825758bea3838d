package io.boto4j.model;

import io.boto4j.model.pack.ClassPathPacks;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The origins of the services in a set of packs, which the model compiler writes into {@code
 * root/sources.pack}: a list {@code sources}, in {@code services} the index of the source of each
 * service that is not from the first, and in {@code dates} the dates of services that are older
 * than their source.
 */
final class PackOrigins {
  private final List<?> sources;
  private final Map<?, ?> services;
  private final Map<?, ?> dates;

  /** The jar or folder, for packs that do not record their sources. */
  private final String location;

  PackOrigins(ClassPathPacks packs) {
    Map<String, Object> content = packs.root("sources");
    this.sources = content.get("sources") instanceof List<?> list ? list : List.of();
    this.services = content.get("services") instanceof Map<?, ?> map ? map : Map.of();
    this.dates = content.get("dates") instanceof Map<?, ?> map ? map : Map.of();
    this.location = packs.location(ClassPathPacks.MODELS + "index.pack");
  }

  ModelOrigin of(String service, String apiVersion) {
    int index = services.get(service) instanceof Number number ? number.intValue() : 0;
    Map<?, ?> source =
        index >= 0 && index < sources.size() && sources.get(index) instanceof Map<?, ?> map
            ? map
            : Map.of();
    Object own = dates.get(service);
    return new ModelOrigin(
        service,
        apiVersion,
        source.get("artifact") instanceof String artifact ? artifact : location,
        date(own == null ? source.get("date") : own),
        source.get("sha256") instanceof String sha256 ? sha256 : null);
  }

  private static @Nullable LocalDate date(@Nullable Object text) {
    try {
      return text instanceof String date ? LocalDate.parse(date) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
