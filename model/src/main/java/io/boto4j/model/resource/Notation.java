package io.boto4j.model.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of the small parts of definitions, as {@link LineCursor} reads them. */
final class Notation {
  /** Between a definition and the reason why it was derived. */
  static final String REASON = " -- ";

  private Notation() {}

  static String list(List<?> parts) {
    StringBuilder text = new StringBuilder("(");
    for (Object part : parts) {
      text.append(text.length() == 1 ? "" : ", ").append(part);
    }
    return text.append(')').toString();
  }

  static String path(@Nullable String path) {
    return path == null ? "" : " @ " + path;
  }

  static String reason(@Nullable String reason) {
    return reason == null ? "" : REASON + reason;
  }
}
