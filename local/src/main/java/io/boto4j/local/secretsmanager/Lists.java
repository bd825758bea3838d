package io.boto4j.local.secretsmanager;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineException;
import java.util.List;

/** Lists in pages. A token is the number of the next item. */
final class Lists {
  private static final int DEFAULT = 100;

  private Lists() {}

  static Params page(Structure input, String member, List<?> items) {
    String token = input.text("NextToken");
    Integer max = input.integer("MaxResults");
    if (token != null && !token.matches("\\d{1,8}")) {
      throw new EngineException("InvalidNextTokenException", "Invalid NextToken.");
    }
    int from = token == null ? 0 : Math.min(items.size(), Integer.parseInt(token));
    int to = Math.min(items.size(), from + (max == null ? DEFAULT : max));
    return Params.of(
        member,
        List.copyOf(items.subList(from, to)),
        "NextToken",
        to < items.size() ? String.valueOf(to) : null);
  }
}
