package io.boto4j.reference.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
   * @param headings the titles of guides, whose paths have no anchors, and the headings in them
   * @return JSON in UTF-8: for each page an array of its title, its path, and an array of headings
   *     and anchors in turn
   */
  public static byte[] of(List<Heading> headings) {
    Map<String, List<Heading>> pages = new LinkedHashMap<>();
    for (Heading heading : headings) {
      String page = heading.path().split("#", 2)[0];
      pages.computeIfAbsent(page, key -> new ArrayList<>()).add(heading);
    }
    StringBuilder json = new StringBuilder("[");
    pages.forEach((path, list) -> append(json, path, list));
    return json.append("]\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder json, String path, List<Heading> headings) {
    append(json.append(json.length() > 1 ? ",\n[" : "["), headings.get(0).guide());
    append(json.append(','), path);
    json.append(",[");
    String separator = "";
    for (Heading heading : headings) {
      if (!heading.path().equals(path)) {
        append(json.append(separator), heading.title());
        append(json.append(','), heading.path().substring(path.length() + 1));
        separator = ",";
      }
    }
    json.append("]]");
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
