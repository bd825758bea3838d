package io.boto4j.reference.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds links in pages that lead to no page, or to no anchor of a page. */
final class LinkCheck {
  private final Site site;
  private final Map<String, Set<String>> anchors = new HashMap<>();
  private final Set<String> known;

  LinkCheck(Site site) {
    this.site = site;
    this.known = new HashSet<>(site.paths().toList());
  }

  /** Returns the links that lead nowhere, each with its page. */
  Set<String> broken(Stream<String> paths) {
    Set<String> broken = new TreeSet<>();
    paths.forEach(path -> check(path, broken));
    return broken;
  }

  private void check(String path, Set<String> broken) {
    Document document = parse(path);
    anchors.put(path, ids(document));
    Set<String> seen = new HashSet<>();
    for (Element element : document.select("[href], [src], [data-src]")) {
      for (String attribute : new String[] {"href", "src", "data-src"}) {
        String link = element.attr(attribute);
        if (!link.isEmpty() && seen.add(link) && isBroken(path, link)) {
          broken.add(path + " -> " + link);
        }
      }
    }
  }

  private boolean isBroken(String path, String link) {
    if (link.startsWith("https:") || link.startsWith("http:") || link.startsWith("mailto:")) {
      return false;
    }
    URI target = URI.create("file:///" + path).resolve(link);
    String page = target.getPath().substring(1);
    if (!known.contains(page)) {
      return true;
    }
    String fragment = target.getFragment();
    return fragment != null && page.endsWith(".html") && !anchorsOf(page).contains(fragment);
  }

  private Set<String> anchorsOf(String page) {
    Set<String> found = anchors.get(page);
    if (found == null) {
      found = ids(parse(page));
      anchors.put(page, found);
    }
    return found;
  }

  private static Set<String> ids(Document document) {
    return new HashSet<>(document.select("[id]").eachAttr("id"));
  }

  private Document parse(String path) {
    Page page = site.page(path).orElseThrow(() -> new AssertionError("no page " + path));
    return Jsoup.parse(new String(page.bytes(), StandardCharsets.UTF_8));
  }
}
