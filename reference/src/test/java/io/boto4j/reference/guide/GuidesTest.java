package io.boto4j.reference.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.reference.guide.Guide.Heading;
import io.boto4j.reference.guide.GuideGroup.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

final class GuidesTest {
  private static final Path ROOT = Path.of(System.getProperty("boto4j.root"));
  private static final Guides GUIDES = Guides.builtIn();
  private static final Map<String, Element> BODIES = new HashMap<>();

  @Test
  void groups_haveEveryFileOfDocs_once() throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(ROOT.resolve("docs"))) {
      found
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md"))
          .forEach(name -> files.add(name.substring(0, name.length() - 3)));
    }
    assertThat(names()).containsExactlyInAnyOrderElementsOf(files);
  }

  @Test
  void links_ofAllGuides_leadToGuidesAndFilesThatExist() {
    List<String> broken = new ArrayList<>();
    for (String name : names()) {
      Element body = body(name);
      for (Element link : body.select("a[href]")) {
        check(name, link.attr("href"), broken);
      }
      for (Element image : body.select("img")) {
        check(name, image.attr("src"), broken);
      }
    }
    assertThat(broken).isEmpty();
  }

  private static void check(String name, String link, List<String> broken) {
    int hash = link.indexOf('#');
    String target = hash < 0 ? link : link.substring(0, hash);
    String anchor = hash < 0 ? "" : link.substring(hash + 1);
    if (target.startsWith(GuideLinks.IMAGES)) {
      target = target.replace(GuideLinks.IMAGES, GuideLinks.REPOSITORY + "docs/images/");
    }
    if (target.startsWith(GuideLinks.REPOSITORY)) {
      if (!Files.exists(ROOT.resolve(target.substring(GuideLinks.REPOSITORY.length())))) {
        broken.add(name + ": file " + target);
      }
    } else if (!target.contains("://")) {
      String guide = target.isEmpty() ? name : target.replace(".html", "");
      if (!names().contains(guide)) {
        broken.add(name + ": guide " + link);
      } else if (!anchor.isEmpty() && !anchors(guide).contains(anchor)) {
        broken.add(name + ": anchor " + link);
      }
    }
  }

  @Test
  void find_guide_hasTitleAndHeadingsOfFile() {
    Guide guide = GUIDES.find("getting-started");
    assertThat(guide.title()).isEqualTo("Getting started");
    assertThat(guide.headings()).contains(new Heading("the-first-program", "The first program", 2));
    assertThat(guide.body().markup()).contains("id=\"the-first-program\"").doesNotContain("<h1");
  }

  @Test
  void find_unknownName_isNull() {
    assertThat(GUIDES.find("nothing")).isNull();
    assertThat(GUIDES.find("../guides/getting-started")).isNull();
  }

  @Test
  void render_hostileMarkdown_hasNoScript() {
    String markdown =
        "# T\n\n<script>alert(1)</script> <b onclick='x()'>b</b>\n\n[a](javascript:alert(1))\n";
    Guide guide = new GuideRenderer(new GuideLinks(Set.of())).render(new Entry("t", "T"), markdown);
    assertThat(guide.body().markup())
        .doesNotContain("<script")
        .doesNotContain("onclick")
        .doesNotContain("href=\"javascript");
  }

  @Test
  void render_comment_isLeftOut() {
    Guide guide =
        new GuideRenderer(new GuideLinks(Set.of()))
            .render(new Entry("t", "T"), "# T\n\n<!-- java: int i; -->\n```java\ni++;\n```\n");
    assertThat(guide.body().markup()).doesNotContain("int i").contains("i++;");
  }

  @Test
  void render_javaBlock_isColouredAndKeepsItsText() {
    Guide guide =
        new GuideRenderer(new GuideLinks(Set.of()))
            .render(new Entry("t", "T"), "# T\n\n```java\nint i = a<b> ? 1 : 2;\n```\n");
    Element block = Jsoup.parseBodyFragment(guide.body().markup()).selectFirst("pre");
    assertThat(block.attr("tabindex")).isEqualTo("0");
    assertThat(block.wholeText()).isEqualTo("int i = a<b> ? 1 : 2;\n");
    assertThat(block.select("span.k").eachText()).contains("int");
  }

  private static Set<String> names() {
    Set<String> names = new HashSet<>();
    for (GuideGroup group : GUIDES.groups()) {
      for (Entry entry : group.entries()) {
        assertThat(names.add(entry.name())).as(entry.name()).isTrue();
      }
    }
    return names;
  }

  private static Element body(String name) {
    return BODIES.computeIfAbsent(
        name, any -> Jsoup.parseBodyFragment(GUIDES.find(any).body().markup()).body());
  }

  private static Set<String> anchors(String guide) {
    return new HashSet<>(body(guide).select("[id]").eachAttr("id"));
  }
}
