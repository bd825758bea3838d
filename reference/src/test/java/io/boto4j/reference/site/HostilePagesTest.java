package io.boto4j.reference.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No name or text of a model becomes a script, an event handler, or a path. */
final class HostilePagesTest {
  private static final Set<String> UNSAFE =
      Set.of("iframe", "object", "embed", "style", "svg", "base", "form", "math", "template");

  private static Site site;
  private static List<String> pages;

  @BeforeAll
  static void createSite(@TempDir Path folder) throws IOException {
    site = Site.of(MadeUpModel.in(folder));
    pages =
        site.paths().filter(path -> path.endsWith(".html") && !path.startsWith("guides/")).toList();
  }

  @Test
  void pages_ofHostileModel_includeEachKindOfPage() {
    assertThat(pages)
        .contains(
            "index.html",
            "404.html",
            "services/madeup/index.html",
            "services/madeup/operations/GetThing.html",
            "services/madeup/shapes/Thing.html",
            "services/madeup/shapes/Choice.html",
            "services/madeup/shapes/Bad.html")
        .allSatisfy(path -> assertThat(path).matches("[A-Za-z0-9/._-]+").doesNotContain(".."));
  }

  @Test
  void pages_ofHostileModel_haveOnlyTheScriptsOfTheSite() {
    for (String path : pages) {
      Document document = page(path);
      for (Element script : document.select("script")) {
        assertThat(script.attr("src")).as(path).matches("(\\.\\./)*assets/[a-z]+\\.js");
        assertThat(script.data()).as(path).isEmpty();
      }
      assertThat(document.select("script")).as(path).hasSize(3);
    }
  }

  @Test
  void pages_ofHostileModel_haveNoHandlersAndNoUnsafeElements() {
    for (String path : pages) {
      for (Element element : page(path).getAllElements()) {
        assertThat(UNSAFE).as(path).doesNotContain(element.normalName());
        if (element.normalName().equals("img")) {
          assertThat(element.attr("src")).endsWith("assets/favicon.svg");
        }
        for (Attribute attribute : element.attributes()) {
          assertThat(attribute.getKey())
              .as(path + " " + element)
              .doesNotStartWithIgnoringCase("on");
          assertThat(attribute.getKey()).as(path).isNotEqualTo("style");
        }
      }
    }
  }

  @Test
  void links_ofHostileModel_leadNowhereButToPages() {
    for (String path : pages) {
      for (Element link : page(path).select("[href], [src], [data-src]")) {
        for (String name : List.of("href", "src", "data-src")) {
          assertThat(link.attr(name).strip().replaceAll("[\\s\\p{Cntrl}]", ""))
              .as(path)
              .doesNotStartWithIgnoringCase("javascript:")
              .doesNotStartWithIgnoringCase("data:")
              .doesNotStartWithIgnoringCase("vbscript:");
        }
      }
    }
  }

  @Test
  void text_withClosingTags_staysInsideItsPlace() {
    Document document = page("services/madeup/operations/GetThing.html");
    assertThat(document.select("main")).hasSize(1);
    assertThat(document.select("main #request, main #response, main #errors, main #see-also"))
        .hasSize(4);
    assertThat(document.select("body > *")).hasSize(4);
  }

  @Test
  void names_withMarkup_areShownAsTheyAre() {
    Document document = page("services/madeup/operations/GetThing.html");
    assertThat(document.select(".m-name").eachText()).contains("\"><img src=x onerror=alert(1)>");
    assertThat(document.select(".values code").eachText()).contains("</details>");
    assertThat(page("services/madeup/index.html").select("h1").text())
        .isEqualTo("Made <script>alert(1)</script> up");
  }

  @Test
  void page_ofPathWithTricks_doesNotExist() {
    for (String path :
        List.of(
            "services/madeup/operations/...html",
            "services/madeup/operations/List<script>Things.html",
            "services/madeup/shapes/../Worse.html",
            "services/madeup/shapes/../../../index.html",
            "services/madeup/../madeup/index.html",
            "services//index.html",
            "services/madeup",
            "services/MADEUP/index.html",
            "services/madeup/operations/getThing.html",
            "services/madeup/operations/get_thing.html",
            "services/madeup/index.html/",
            "assets/../site/Site.class",
            "assets/%2e%2e/site.css",
            "assets/site/../../site/Site.class",
            "search/../assets/site.css",
            "/etc/passwd",
            "")) {
      assertThat(site.page(path)).as(path).isEmpty();
      assertThat(Jsoup.parse(text(site.notFound(path))).select("script")).as(path).hasSize(3);
    }
  }

  private static Document page(String path) {
    return Jsoup.parse(text(site.page(path).orElseThrow()));
  }

  private static String text(Page page) {
    return new String(page.bytes(), StandardCharsets.UTF_8);
  }
}
