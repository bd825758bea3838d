package io.boto4j.local.lambda;

import io.boto4j.Json;
import io.boto4j.Structure;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reading of what a function returned for a batch of records. */
final class BatchResponse {
  private BatchResponse() {}

  /**
   * Returns the identifiers of the records that failed: none if the batch succeeded, all if the
   * function failed or its response is not understood.
   */
  static Set<String> failures(Structure mapping, Runner.Result result, List<String> identifiers) {
    Set<String> all = new LinkedHashSet<>(identifiers);
    if (result.outcome().failed()) {
      return all;
    }
    if (!mapping.texts("FunctionResponseTypes").contains("ReportBatchItemFailures")) {
      return Set.of();
    }
    Object response =
        EventFilter.json(new String(result.outcome().payload(), StandardCharsets.UTF_8));
    if (response == null) {
      return Set.of();
    }
    @Nullable Object failures =
        response instanceof Map<?, ?> map ? map.get("batchItemFailures") : null;
    if (failures == null) {
      return response instanceof Map<?, ?> ? Set.of() : all;
    }
    if (!(failures instanceof List<?> list)) {
      return all;
    }
    Set<String> failed = new LinkedHashSet<>();
    for (Object each : list) {
      Object id = each instanceof Map<?, ?> item ? item.get("itemIdentifier") : null;
      if (!(id instanceof String text) || text.isEmpty() || !all.contains(text)) {
        return all;
      }
      failed.add(text);
    }
    return failed;
  }

  static byte[] event(List<? extends Map<String, ?>> records) {
    return Json.write(Map.of("Records", records)).getBytes(StandardCharsets.UTF_8);
  }
}
