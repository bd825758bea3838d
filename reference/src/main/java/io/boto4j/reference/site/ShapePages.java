package io.boto4j.reference.site;

import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.reference.view.Frame;
import io.boto4j.reference.view.Link;
import io.boto4j.reference.view.LinkGroup;
import io.boto4j.reference.view.Links;
import io.boto4j.reference.view.Mark;
import io.boto4j.reference.view.MemberNode;
import io.boto4j.reference.view.ShapeView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Makes the pages of shapes. */
final class ShapePages {
  private ShapePages() {}

  static Page page(ServiceFacts service, Shape shape) {
    ShapeView view = view(service, shape);
    List<Link> contents = new ArrayList<>();
    if (!view.members().isEmpty()) {
      contents.add(new Link("Members", "#members"));
    }
    if (!view.values().isEmpty()) {
      contents.add(new Link("Values", "#values"));
    }
    if (!view.uses().isEmpty()) {
      contents.add(new Link("Used in", "#uses"));
    }
    Frame frame =
        new Frame(
            shape.name() + " – " + service.fullName(),
            Links.shape(service.name(), shape.name()),
            shape.name() + ", a shape of " + service.fullName() + ".",
            List.of(
                new Link("Services", "../../../" + Links.HOME),
                new Link(service.fullName(), "../index.html"),
                list(service, shape)),
            contents,
            List.of(new LinkGroup(service.fullName(), service.sections())));
    return Templates.shape(frame, view);
  }

  /** Returns the link to the list that has the shape. */
  private static Link list(ServiceFacts service, Shape shape) {
    if (shape instanceof StructureShape structure && structure.isError()) {
      return new Link("Errors", "../index.html#errors");
    }
    return new Link("Shapes", "../index.html" + (service.lists(shape.name()) ? "#shapes" : ""));
  }

  private static ShapeView view(ServiceFacts service, Shape shape) {
    List<Mark> marks = new ArrayList<>();
    List<MemberNode> members = List.of();
    String code = "";
    if (shape instanceof StructureShape structure) {
      members = MemberTree.of(service, "members", structure, structure.size());
      if (structure.isError()) {
        marks.addAll(Errors.marks(structure));
        code = structure.errorCode().equals(shape.name()) ? "" : structure.errorCode();
      }
    }
    if (shape.sensitive()) {
      marks.add(new Mark("sensitive", "sensitive", "boto4j never logs the value"));
    }
    return new ShapeView(
        shape.name(),
        TypeLabel.simple(shape),
        marks,
        code,
        service.shapeText(shape.name(), "../"),
        members,
        values(shape),
        uses(service, shape.name()));
  }

  private static List<String> values(Shape shape) {
    List<String> values = new ArrayList<>();
    if (shape.traits().get("enum") instanceof List<?> names) {
      names.forEach(name -> values.add(String.valueOf(name)));
    }
    return values;
  }

  private static List<LinkGroup> uses(ServiceFacts service, String shape) {
    ShapeUses uses = service.uses();
    List<LinkGroup> groups = new ArrayList<>();
    operations(groups, "Request of", uses.requests(shape));
    operations(groups, "Response of", uses.responses(shape));
    operations(groups, "Sent by", uses.raisedBy(shape));
    List<Link> structures = new ArrayList<>();
    uses.structures(shape)
        .forEach(
            (structure, member) ->
                structures.add(
                    new Link(
                        structure + "." + member,
                        Names.hasPage(structure)
                            ? structure + ".html#" + Links.member("members", List.of(member))
                            : "")));
    if (!structures.isEmpty()) {
      groups.add(new LinkGroup("Member of", structures));
    }
    return groups;
  }

  private static void operations(List<LinkGroup> groups, String title, Collection<String> names) {
    List<Link> links = new ArrayList<>();
    for (String name : names) {
      links.add(new Link(name, Names.hasPage(name) ? "../operations/" + name + ".html" : ""));
    }
    if (!links.isEmpty()) {
      groups.add(new LinkGroup(title, links));
    }
  }
}
