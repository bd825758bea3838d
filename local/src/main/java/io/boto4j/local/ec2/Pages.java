package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists in pages. */
final class Pages {
  private static final int MOST = 1000;

  private Pages() {}

  /**
   * Returns one page.
   *
   * @param input has {@code NextToken} and {@code MaxResults}
   * @param member the name of the list in the output
   */
  static Params of(Structure input, String member, List<?> items) {
    int from = start(input.text("NextToken"));
    Integer wanted = input.integer("MaxResults");
    int most = wanted == null ? Integer.MAX_VALUE : Math.min(wanted, MOST);
    int begin = Math.min(from, items.size());
    int end = most >= items.size() - begin ? items.size() : begin + most;
    Params page = Params.of(member, List.copyOf(items.subList(begin, end)));
    return end < items.size() ? page.with("NextToken", token(end)) : page;
  }

  private static String token(int from) {
    return Base64.getEncoder().encodeToString(("page:" + from).getBytes(StandardCharsets.UTF_8));
  }

  private static int start(@Nullable String token) {
    if (token == null || token.isEmpty()) {
      return 0;
    }
    try {
      String text = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
      if (text.startsWith("page:")) {
        return Integer.parseUnsignedInt(text.substring("page:".length()));
      }
    } catch (IllegalArgumentException e) {
      throw invalid(token);
    }
    throw invalid(token);
  }

  private static RuntimeException invalid(String token) {
    return Ec2Errors.invalidValue("Invalid value '" + token + "' for nextToken.");
  }
}
