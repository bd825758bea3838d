package io.boto4j.reference.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** A stand-in, until the texts are merged. */
public final class AwsHtml {
  private AwsHtml() {}

  /**
   * Converts a text.
   *
   * @param html the text of the model; null if it has none
   * @param links finds the pages of names in the text
   * @return the markup
   */
  public static SafeHtml of(@Nullable String html, LinkResolver links) {
    return html == null || html.isBlank()
        ? SafeHtml.EMPTY
        : new SafeHtml("<p>" + Entities.escape(Jsoup.parseBodyFragment(html).text()) + "</p>");
  }
}
