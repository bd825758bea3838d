package io.boto4j.reference.search;

import io.boto4j.reference.view.Links;
import java.util.List;

/** The paths of {@link Links} with placeholders, which the browser replaces by names. */
final class PathPatterns {
  private PathPatterns() {}

  static void write(Packer out) {
    String operation = Links.operation("{service}", "{owner}");
    String shape = Links.shape("{service}", "{owner}");
    out.text(Links.service("{service}"))
        .text(operation)
        .text(operation + "#" + Links.member("request", List.of("{name}")))
        .text(operation + "#" + Links.member("response", List.of("{name}")))
        .text(shape)
        .text(shape + "#" + Links.member("members", List.of("{name}")))
        .text(shape + "#" + Links.member("values", List.of("{name}")));
  }
}
