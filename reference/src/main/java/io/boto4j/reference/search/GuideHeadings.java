package io.boto4j.reference.search;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The headings of the guides, which the search finds by their words. */
public final class GuideHeadings {
  /** The path of the file in the folder of the index. */
  public static final String FILE = "guides.json";

  private GuideHeadings() {}

  /**
   * A heading of a guide.
   *
   * @param title the text of the heading
   * @param guide the title of the guide
   * @param path the path from the root of the site, with the anchor of the heading if it has one
   */
  public record Heading(String title, String guide, String path) {}

  /**
   * Returns the content of the file.
   *
   * @param headings the headings, the most important ones first
   * @return JSON in UTF-8: an array of arrays of title, guide and path
   */
  public static byte[] of(List<Heading> headings) {
    StringBuilder json = new StringBuilder("[");
    for (Heading heading : headings) {
      json.append(json.length() > 1 ? ",\n" : "").append('[');
      append(json, heading.title());
      append(json.append(','), heading.guide());
      append(json.append(','), heading.path());
      json.append(']');
    }
    return json.append("]\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
