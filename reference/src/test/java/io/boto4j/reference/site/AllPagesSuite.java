package io.boto4j.reference.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** All pages of the site. Takes minutes; run it with {@code -Pall-pages}. */
final class AllPagesSuite {
  @Test
  void links_ofAllPages_leadToPages() {
    Site site = Site.builtIn();
    assertThat(new LinkCheck(site).broken(site.paths().filter(path -> path.endsWith(".html"))))
        .isEmpty();
  }
}
