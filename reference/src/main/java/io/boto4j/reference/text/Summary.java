package io.boto4j.reference.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The first sentence of a text, for lists of operations, tables and search results. */
public final class Summary {
  private static final int LONGEST = 160;

  /** The number of words of a title without a full stop, such as "Amazon S3 API Reference". */
  private static final int TITLE_WORDS = 8;

  /** Words that end in a full stop within a sentence, in lower case without it. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "e.g", "i.e", "eg", "ie", "vs", "approx", "no", "fig", "dr", "mr", "st", "cf", "al",
          "u.s");

  /** A sentence about the text, not about the service. */
  private static final Pattern WELCOME =
      Pattern.compile("(?:Welcome to|This is) .*(?:[Rr]eference|[Gg]uide|documentation)\\b.{0,60}");

  private Summary() {}

  /**
   * Returns the first sentence of a text.
   *
   * @param html the text of the model; null if it has none
   * @return plain text of at most 160 characters, cut at a word if the sentence is longer; empty if
   *     there is nothing to read
   */
  public static String of(@Nullable String html) {
    if (html == null || html.isBlank()) {
      return "";
    }
    Element body = AwsHtml.cleaned(html, LinkResolver.NONE).body();
    return cut(firstProse(body));
  }

  private static String firstProse(Element body) {
    String title = "";
    for (Element block : body.children()) {
      String text = block.text().trim();
      boolean isProse = block.nameIs("p") && !block.hasAttr("class");
      if (isProse && !isTitle(block, text)) {
        String sentence = firstSentence(text);
        if (!WELCOME.matcher(sentence).matches()) {
          return sentence;
        }
        text = text.substring(sentence.length()).trim();
        if (!text.isEmpty()) {
          return firstSentence(text);
        }
        text = sentence;
      }
      if (title.isEmpty()) {
        title = text;
      }
    }
    return firstSentence(title);
  }

  private static boolean isTitle(Element paragraph, String text) {
    boolean bold = paragraph.childNodeSize() == 1 && paragraph.selectFirst("b, strong") != null;
    boolean ends = text.endsWith(".") || text.endsWith(":") || text.endsWith("!");
    return bold
        || (!ends
            && paragraph.nextElementSibling() != null
            && text.split(" ", -1).length <= TITLE_WORDS);
  }

  private static String firstSentence(String text) {
    for (int end = text.indexOf('.'); end >= 0; end = text.indexOf('.', end + 1)) {
      int next = end + 1;
      if (next < text.length() && (text.charAt(next) == ')' || text.charAt(next) == '"')) {
        next++;
      }
      if (next >= text.length()) {
        break;
      }
      if (text.charAt(next) == ' '
          && startsSentence(text, next + 1)
          && !isAbbreviation(text, end)) {
        return text.substring(0, next);
      }
    }
    return text;
  }

  private static boolean startsSentence(String text, int start) {
    return start >= text.length() || !Character.isLowerCase(text.charAt(start));
  }

  /** Whether the word before a full stop needs one: "e.g.", "No.", "U.S.", an initial. */
  private static boolean isAbbreviation(String text, int stop) {
    int start = stop;
    while (start > 0 && " (\u00a0".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    String word = text.substring(start, stop);
    boolean isInitial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    return isInitial || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = text.lastIndexOf(' ', LONGEST - 1);
    String start = text.substring(0, end < LONGEST / 2 ? LONGEST - 1 : end);
    return start.replaceAll("[\\s,;:.(–—-]+$", "") + "…";
  }
}
