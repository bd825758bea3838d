package io.boto4j.reference.site;

import io.boto4j.reference.guide.Guide;
import io.boto4j.reference.guide.GuideGroup;
import io.boto4j.reference.guide.Guides;
import io.boto4j.reference.search.GuideHeadings;
import io.boto4j.reference.view.Frame;
import io.boto4j.reference.view.Link;
import io.boto4j.reference.view.LinkGroup;
import io.boto4j.reference.view.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages of the guides, and the page that lists them. Thread-safe. */
final class GuidePages implements PageSource {
  private static final String FOLDER = "guides/";
  private static final String LIST = FOLDER + "index.html";

  private final Guides guides;

  GuidePages(Guides guides) {
    this.guides = guides;
  }

  @Override
  public Stream<String> paths() {
    return Stream.concat(
        Stream.of(LIST),
        guides.groups().stream()
            .flatMap(group -> group.entries().stream())
            .map(entry -> Links.guide(entry.name())));
  }

  @Override
  public Optional<Page> page(String path) {
    if (path.equals(LIST)) {
      return Optional.of(list());
    }
    if (!path.startsWith(FOLDER) || !path.endsWith(".html")) {
      return Optional.empty();
    }
    Guide guide = guides.find(path.substring(FOLDER.length(), path.length() - 5));
    return guide == null ? Optional.empty() : Optional.of(page(guide));
  }

  /** Returns the titles of all guides, then the headings in them, for the search. */
  List<GuideHeadings.Heading> headings() {
    List<GuideHeadings.Heading> titles = new ArrayList<>();
    List<GuideHeadings.Heading> inside = new ArrayList<>();
    for (GuideGroup group : guides.groups()) {
      for (GuideGroup.Entry entry : group.entries()) {
        Guide guide = guides.find(entry.name());
        if (guide != null) {
          String path = Links.guide(guide.name());
          titles.add(new GuideHeadings.Heading(guide.title(), guide.title(), path));
          for (Guide.Heading heading : guide.headings()) {
            inside.add(
                new GuideHeadings.Heading(
                    heading.text(), guide.title(), path + "#" + heading.id()));
          }
        }
      }
    }
    titles.addAll(inside);
    return titles;
  }

  private Page page(Guide guide) {
    List<Link> contents = new ArrayList<>();
    for (Guide.Heading heading : guide.headings()) {
      if (heading.level() == 2) {
        contents.add(new Link(heading.text(), "#" + heading.id()));
      }
    }
    Frame frame =
        new Frame(
            guide.title() + " – boto4j",
            Links.guide(guide.name()),
            "",
            List.of(new Link("Guides", "index.html")),
            contents,
            navigation());
    return Templates.guide(frame, guide);
  }

  private Page list() {
    Frame frame =
        new Frame(
            "Guides – boto4j", LIST, "The guides of boto4j.", List.of(), List.of(), List.of());
    return Templates.guides(frame, navigation());
  }

  private List<LinkGroup> navigation() {
    List<LinkGroup> groups = new ArrayList<>();
    for (GuideGroup group : guides.groups()) {
      List<Link> links = new ArrayList<>();
      for (GuideGroup.Entry entry : group.entries()) {
        links.add(new Link(entry.label(), entry.name() + ".html"));
      }
      groups.add(new LinkGroup(group.title(), links));
    }
    return groups;
  }
}
