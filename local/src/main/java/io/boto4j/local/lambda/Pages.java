package io.boto4j.local.lambda;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Lists in pages. A marker is the number of the next item. */
final class Pages {
  private static final int DEFAULT = 50;

  private Pages() {}

  static Params page(Structure input, String member, List<?> items) {
    Integer max = input.integer("MaxItems");
    int from = Math.min(items.size(), start(input.text("Marker")));
    int to = Math.min(items.size(), from + Math.min(DEFAULT, max == null ? DEFAULT : max));
    return Params.of(
        member,
        List.copyOf(items.subList(from, to)),
        "NextMarker",
        to < items.size() ? marker(to) : null);
  }

  private static String marker(int next) {
    return Base64.getEncoder().encodeToString(("next:" + next).getBytes(StandardCharsets.US_ASCII));
  }

  private static int start(@org.jspecify.annotations.Nullable String marker) {
    if (marker == null || marker.isEmpty()) {
      return 0;
    }
    try {
      String text = new String(Base64.getDecoder().decode(marker), StandardCharsets.US_ASCII);
      if (text.matches("next:\\d{1,8}")) {
        return Integer.parseInt(text.substring("next:".length()));
      }
    } catch (IllegalArgumentException e) {
      throw LambdaErrors.parameter("Invalid Marker.");
    }
    throw LambdaErrors.parameter("Invalid Marker.");
  }
}
