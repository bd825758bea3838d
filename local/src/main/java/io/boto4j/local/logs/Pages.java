package io.boto4j.local.logs;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists in pages. A token names the last item of the page before. */
final class Pages {
  private static final int DEFAULT = 50;

  private Pages() {}

  static <T> Params page(
      Structure input, String member, List<T> items, Function<? super T, String> name) {
    Integer limit = input.integer("limit");
    int from = start(input.text("nextToken"), items, name);
    int to = Math.min(items.size(), from + (limit == null ? DEFAULT : limit));
    return Params.of(
        member,
        List.copyOf(items.subList(from, to)),
        "nextToken",
        to < items.size() ? name.apply(items.get(to - 1)) : null);
  }

  private static <T> int start(
      @Nullable String token, List<T> items, Function<? super T, String> name) {
    if (token == null) {
      return 0;
    }
    for (int i = 0; i < items.size(); i++) {
      if (name.apply(items.get(i)).equals(token)) {
        return i + 1;
      }
    }
    throw LogsErrors.token();
  }
}
