package io.boto4j.local.ssm;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.Partition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parameters below {@code /aws/service}, which AWS publishes for all accounts. */
final class PublicParameters {
  private static final String ROOT = "/aws/service/";
  private static final Instant PUBLISHED = Instant.parse("2025-01-16T00:00:00Z");

  private final EngineContext context;
  private final LatestImages images;

  PublicParameters(EngineContext context) {
    this.context = context;
    this.images = new LatestImages(context);
  }

  static boolean isPublic(String name) {
    return name.startsWith(ROOT);
  }

  private SortedMap<String, String> values(String under) {
    SortedMap<String, String> values = new TreeMap<>();
    if (under.startsWith(GlobalInfrastructure.ROOT)
        || GlobalInfrastructure.ROOT.startsWith(under)) {
      GlobalInfrastructure.addTo(values);
    }
    images.addTo(values, under);
    return values;
  }

  @Nullable Params find(String name) {
    String value = values(name).get(name);
    return value == null ? null : view(name, value);
  }

  /**
   * The parameters below a path.
   *
   * @param path the path, with a slash at the end
   */
  List<Params> below(String path, boolean recursive, List<Structure> filters) {
    List<Params> found = new ArrayList<>();
    for (Map.Entry<String, String> each : values(path).entrySet()) {
      String name = each.getKey();
      Params view = view(name, each.getValue());
      if (name.startsWith(path)
          && (recursive || name.indexOf('/', path.length()) < 0)
          && ParameterFilters.matches(
              Structures.of(Params.of("Name", name, "Versions", List.of(view))), filters)) {
        found.add(view);
      }
    }
    return found;
  }

  private Params view(String name, String value) {
    // The ARNs of public parameters have no account.
    return Params.of(
        "Name",
        name,
        "Type",
        "String",
        "Value",
        value,
        "Version",
        1L,
        "LastModifiedDate",
        PUBLISHED,
        "ARN",
        "arn:" + Partition.of(context.region()) + ":ssm:" + context.region() + "::parameter" + name,
        "DataType",
        "text");
  }
}
