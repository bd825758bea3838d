package io.boto4j.spark.internal.read;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the calls of one partition, as JSON, and their region.
 *
 * @param region the region, or null for that of the session
 * @param json the parameters
 */
record ParameterSet(@Nullable String region, String json) implements Serializable {
  private static final int LONGEST = 400;

  static ParameterSet of(@Nullable String region, Map<String, ?> parameters) {
    return new ParameterSet(region, Json.write(parameters));
  }

  /** Returns the parameters as a map that can be changed. */
  Map<String, Object> parameters() {
    return new LinkedHashMap<>(Params.copyOf(Json.read(json, Structure.class)));
  }

  /** Returns these parameters with others on top; a null removes one. */
  ParameterSet with(Map<String, ?> others) {
    Map<String, Object> all = parameters();
    others.forEach(
        (name, value) -> {
          if (value == null) {
            all.remove(name);
          } else {
            all.put(name, value);
          }
        });
    return of(region, all);
  }

  /** Returns region and parameters for people, without members that the model calls sensitive. */
  String describe(OperationModel operation) {
    Map<String, Object> shown = parameters();
    StructureShape input = operation.input();
    for (Map.Entry<String, Object> parameter : shown.entrySet()) {
      Member member = input == null ? null : input.member(parameter.getKey());
      if (member != null && member.shape().sensitive()) {
        parameter.setValue("(sensitive)");
      }
    }
    String text = Json.write(shown);
    return (region == null ? "" : "region " + region + ", ")
        + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
  }
}
