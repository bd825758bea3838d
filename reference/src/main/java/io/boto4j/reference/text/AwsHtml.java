package io.boto4j.reference.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/**
 * The texts of AWS's models, which are HTML with some tags of AWS's own, as markup for a page.
 *
 * <p>The result has only elements that a text needs, whatever the model has: notes become {@code
 * <aside class="note">}, names of other operations become links, broken nesting is repaired, and
 * empty elements are left out. No word is lost, except what scripts and style sheets contain.
 */
public final class AwsHtml {
  /** The base of the relative links in the texts. */
  static final String BASE = "https://docs.aws.amazon.com/";

  /** AWS's texts are at most 9 elements deep. */
  private static final int DEEPEST = 100;

  /** The gate that all markup passes at the end, so that a mistake before it cannot be unsafe. */
  private static final Safelist ALLOWED =
      new Safelist()
          .addTags("p", "ul", "ol", "li", "dl", "dt", "dd", "aside", "pre", "code", "br", "hr")
          .addTags("b", "strong", "i", "em", "u", "sub", "sup", "a", "blockquote")
          .addTags("h3", "h4", "h5", "h6")
          .addTags("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
          .addAttributes("a", "href", "class", "rel")
          .addAttributes("aside", "class")
          .addAttributes("p", "class")
          .addAttributes("td", "colspan", "rowspan")
          .addAttributes("th", "colspan", "rowspan")
          .addProtocols("a", "href", "http", "https")
          .preserveRelativeLinks(true);

  private AwsHtml() {}

  /**
   * Converts a text.
   *
   * @param html the text of the model; null if it has none
   * @param links finds the pages of names in the text
   * @return the markup, a sequence of block elements; empty if there is nothing to read
   */
  public static SafeHtml of(@Nullable String html, LinkResolver links) {
    if (html == null || html.isBlank()) {
      return SafeHtml.EMPTY;
    }
    Document document = cleaned(html, links);
    String markup = document.body().html().trim();
    return markup.isEmpty() ? SafeHtml.EMPTY : new SafeHtml(markup);
  }

  /** Returns the text as a tree that has passed all steps. */
  static Document cleaned(String html, LinkResolver links) {
    Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
    Document parsed = Jsoup.parse(AwsTags.toHtml(html), BASE, parser);
    parsed.outputSettings().prettyPrint(false);
    Elements.normalize(parsed.body());
    Anchors.link(parsed.body(), links);
    Nesting.repair(parsed.body());
    Whitespace.tidy(parsed.body());
    Document clean = new Cleaner(ALLOWED).clean(parsed);
    clean.outputSettings().prettyPrint(false);
    return clean;
  }
}
