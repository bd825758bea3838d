package io.boto4j.dashboard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README of this module. */
final class Readme {
  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\((src/main/java/[^)]*\\.java)\\)");

  /**
   * A block of Java.
   *
   * @param source the file that the text before it links to
   * @param code the code
   */
  record Snippet(Path source, String code) {}

  private Readme() {}

  static String text() throws IOException {
    return Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
  }

  static List<Snippet> snippets() throws IOException {
    String text = text();
    List<Snippet> snippets = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (block.group(1).equals("java")) {
        String source = "";
        Matcher link = LINK.matcher(text).region(0, block.start());
        while (link.find()) {
          source = link.group(1);
        }
        snippets.add(new Snippet(Path.of(source), block.group(2)));
      }
    }
    return snippets;
  }

  static List<String> policies() throws IOException {
    return BLOCK
        .matcher(text())
        .results()
        .filter(block -> block.group(1).equals("json"))
        .map(block -> block.group(2))
        .toList();
  }
}
