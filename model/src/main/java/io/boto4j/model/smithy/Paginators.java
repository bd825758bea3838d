package io.boto4j.model.smithy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts the {@code paginated} traits of operations, which complete that of the service. */
final class Paginators {
  private static final String[][] PROPERTIES = {
    {"inputToken", "input_token"},
    {"outputToken", "output_token"},
    {"pageSize", "limit_key"},
    {"items", "result_key"}
  };

  private Paginators() {}

  /**
   * Returns the content of {@code paginators-1.json}. An operation without items has no paginator,
   * as in botocore: there is nothing to iterate over.
   */
  static Map<String, Object> file(AstShape service, Map<String, AstShape> operations) {
    Map<String, Object> paginators = new LinkedHashMap<>();
    for (Map.Entry<String, AstShape> operation : operations.entrySet()) {
      Node trait = operation.getValue().trait(Traits.PAGINATED);
      if (trait != null) {
        Map<String, Object> paginator = paginator(service.trait(Traits.PAGINATED), trait);
        if (isComplete(paginator)) {
          paginators.put(operation.getKey(), paginator);
        }
      }
    }
    return paginators.isEmpty() ? Map.of() : Map.of("pagination", paginators);
  }

  private static Map<String, Object> paginator(@Nullable Node ofService, Node trait) {
    Map<String, Object> paginator = new LinkedHashMap<>();
    for (String[] property : PROPERTIES) {
      String path = trait.textOf(property[0]);
      if (path == null && ofService != null) {
        path = ofService.textOf(property[0]);
      }
      if (path != null) {
        paginator.put(property[1], path);
      }
    }
    return paginator;
  }

  private static boolean isComplete(Map<String, Object> paginator) {
    return paginator.containsKey("input_token")
        && paginator.containsKey("output_token")
        && paginator.containsKey("result_key");
  }
}
