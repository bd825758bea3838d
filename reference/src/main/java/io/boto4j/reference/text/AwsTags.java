package io.boto4j.reference.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/**
 * The tags of AWS's texts that HTML does not have.
 *
 * <p>They are replaced before the text is parsed, because the nesting of unknown elements is parsed
 * in another way: a note would end up within the paragraph before it. Tags that nobody knows, such
 * as the {@code <account-id>} of an ARN, are meant to be read, and become text.
 */
final class AwsTags {
  /** HTML's element for each tag of AWS; the class of an element follows it. */
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("note", "aside class=note"),
          Map.entry("important", "aside class=important"),
          Map.entry("caution", "aside class=caution"),
          Map.entry("warning", "aside class=warning"),
          Map.entry("tip", "aside class=tip"),
          Map.entry("fullname", "p class=fullname"),
          Map.entry("title", "p class=title"),
          Map.entry("para", "p"),
          Map.entry("simpara", "p"),
          Map.entry("function", "code"),
          Map.entry("filename", "code"),
          Map.entry("literal", "code"),
          Map.entry("parameter", "code"),
          Map.entry("replaceable", "i"),
          Map.entry("emphasis", "em"),
          Map.entry("link", "a"),
          Map.entry("xref", "a"),
          Map.entry("ulink", "a"),
          Map.entry("itemizedlist", "ul"),
          Map.entry("orderedlist", "ol"),
          Map.entry("listitem", "li"),
          Map.entry("programlisting", "pre"),
          // What a converter of AWS's left behind: without content.
          Map.entry("zonbook", "span"),
          Map.entry("xhtml", "span"));

  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9_:.-]*+)");

  /** A few texts have paragraphs and notes that are escaped, as if they were a program. */
  private static final Pattern ESCAPED =
      Pattern.compile(
          "<pre><code>\\s*+(&lt;(?:p|note|important|ul)&gt;[^<]*+)</code></pre>",
          Pattern.CASE_INSENSITIVE);

  private AwsTags() {}

  /** Returns the text with the tags of HTML alone. */
  static String toHtml(String text) {
    String unescaped =
        ESCAPED
            .matcher(text)
            .replaceAll(
                block -> Matcher.quoteReplacement(Parser.unescapeEntities(block.group(1), false)));
    Matcher tag = TAG.matcher(unescaped);
    StringBuilder html = new StringBuilder(text.length() + 64);
    while (tag.find()) {
      String name = tag.group(2).toLowerCase(Locale.ROOT);
      String known = KNOWN.get(name);
      String replacement;
      if (known != null) {
        boolean end = !tag.group(1).isEmpty();
        replacement = end ? "</" + known.split(" ", 2)[0] : "<" + known;
      } else {
        replacement = (Tag.isKnownTag(name) ? "<" : "&lt;") + tag.group(1) + tag.group(2);
      }
      tag.appendReplacement(html, Matcher.quoteReplacement(replacement));
    }
    return tag.appendTail(html).toString();
  }
}
