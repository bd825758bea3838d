package io.boto4j.reference.text;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** A stand-in, until the texts are merged. */
public final class Summary {
  private Summary() {}

  /**
   * Returns the first sentence.
   *
   * @param html the text of the model; null if it has none
   * @return plain text
   */
  public static String of(@Nullable String html) {
    if (html == null) {
      return "";
    }
    String text = Jsoup.parseBodyFragment(html).text();
    int end = text.indexOf(". ");
    String first = end < 0 ? text : text.substring(0, end + 1);
    return first.length() > 160 ? first.substring(0, 159) + "…" : first;
  }
}
