package io.boto4j.reference.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each link in a page leads to a page of the site and to an anchor in it. */
final class LinksOfPagesTest {
  private static Site site;
  private static LinkCheck check;

  @BeforeAll
  static void createSite() {
    site = Site.builtIn();
    check = new LinkCheck(site);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dynamodb", "s3", "sqs", "iam", "lambda", "rds"})
  void links_ofAllPagesOfService_leadToPages(String service) {
    List<String> pages =
        site.paths().filter(path -> path.startsWith("services/" + service + "/")).toList();
    assertThat(pages).hasSizeGreaterThan(40);
    assertThat(check.broken(pages.stream())).isEmpty();
  }

  @Test
  void links_ofOtherPages_leadToPages() {
    List<String> pages =
        site.paths()
            .filter(path -> path.endsWith(".html") && !path.startsWith("services/"))
            .toList();
    assertThat(pages).contains("index.html", "404.html", "guides/index.html");
    assertThat(check.broken(pages.stream())).isEmpty();
  }
}
