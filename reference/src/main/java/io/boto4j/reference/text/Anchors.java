package io.boto4j.reference.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The links of a text: to other sites, and to the pages of what the text names. */
final class Anchors {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{2,199}");

  /** The page of an operation or a data type in AWS's own reference. */
  private static final Pattern AWS_PAGE =
      Pattern.compile("https?://docs\\.aws\\.amazon\\.com/[^?#]*/API_(\\w+)\\.html(?:#.*)?");

  private Anchors() {}

  static void link(Element body, LinkResolver links) {
    for (Element anchor : List.copyOf(body.select("a"))) {
      String name = name(anchor);
      String href = external(anchor.attr("href"));
      Matcher page = AWS_PAGE.matcher(href == null ? "" : href);
      boolean ofName = href == null || (page.matches() && page.group(1).equals(name));
      String path = name != null && ofName ? links.path(name) : null;
      if (path != null) {
        anchor.attr("href", path);
      } else if (href != null) {
        anchor.attr("href", href).attr("class", "external").attr("rel", "noopener noreferrer");
      } else if (name != null && anchor.children().isEmpty() && anchor.closest("code") == null) {
        anchor.tagName("code").clearAttributes();
      } else {
        anchor.unwrap();
      }
    }
    for (Element code : List.copyOf(body.select("code"))) {
      String name = code.children().isEmpty() ? name(code) : null;
      String path = name == null || code.closest("a, pre") != null ? null : links.path(name);
      if (path != null) {
        code.wrap("<a></a>");
        Element anchor = code.parent();
        if (anchor != null) {
          anchor.attr("href", path);
        }
      }
    }
  }

  /** Returns the text of an element if it may be the name of an operation or shape. */
  private static @Nullable String name(Element element) {
    String text = element.text().trim();
    return NAME.matcher(text).matches() ? text : null;
  }

  /** Returns the address of another site that a link of AWS means, or null if it means none. */
  static @Nullable String external(String href) {
    String address = href.replaceAll("[\\p{Cntrl}]", "").trim().replace(" ", "%20");
    String lower = address.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://docs.aws.amazon.com/")) {
      return "https" + address.substring(4);
    }
    if (lower.startsWith("https://") || lower.startsWith("http://")) {
      return address.length() > 8 ? address : null;
    }
    if (address.startsWith("//")) {
      return "https:" + address;
    }
    boolean isPath = address.matches("/?[A-Za-z][A-Za-z0-9_.-]*/[^:]*");
    return isPath ? AwsHtml.BASE + address.replaceFirst("^/", "") : null;
  }
}
