package io.boto4j.reference.site;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.reference.view.Below;
import io.boto4j.reference.view.Links;
import io.boto4j.reference.view.MemberNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a structure as a tree, breadth first, until a number of members is in the page.
 * Deeper ones are in the pages of their shapes, to which the tree leads.
 */
final class MemberTree {
  /** The way from a page of an operation or a shape to the folder of its service. */
  private static final String UP = "../";

  private final ServiceFacts service;
  private final int most;
  private final Deque<Place> open = new ArrayDeque<>();
  private int members;

  private MemberTree(ServiceFacts service, int most) {
    this.service = service;
    this.most = most;
  }

  /** A member whose members below are not added yet. */
  private record Place(
      @Nullable MemberNode node,
      StructureShape shape,
      List<String> path,
      Set<String> around,
      String part) {}

  /**
   * Returns the members of a structure.
   *
   * @param service the service
   * @param part the first part of the anchors, such as {@code request}
   * @param root the structure, or null for no members
   * @param most the number of members after which deeper ones are left to other pages
   */
  static List<MemberNode> of(
      ServiceFacts service, String part, @Nullable StructureShape root, int most) {
    if (root == null) {
      return List.of();
    }
    MemberTree tree = new MemberTree(service, most);
    List<MemberNode> first =
        tree.expand(new Place(null, root, List.of(), Set.of(root.name()), part));
    while (!tree.open.isEmpty()) {
      Place place = tree.open.removeFirst();
      MemberNode node = place.node();
      if (node != null) {
        tree.below(node, place);
      }
    }
    return first;
  }

  private void below(MemberNode node, Place place) {
    String at = Links.member(place.part(), place.path());
    String href = UP + "shapes/" + place.shape().name() + ".html#members";
    boolean fits = members + place.shape().size() <= most || !ServiceFacts.hasPage(place.shape());
    if (fits) {
      node.setBelow(new Below(Below.Kind.HERE, title(place.shape()), "", at));
      expand(place).forEach(node::add);
    } else {
      node.setBelow(new Below(Below.Kind.ELSEWHERE, title(place.shape()), href, at));
    }
  }

  private List<MemberNode> expand(Place place) {
    StructureShape shape = place.shape();
    Set<Integer> required = new HashSet<>();
    for (int i = 0; i < shape.requiredCount(); i++) {
      required.add(shape.requiredIndex(i));
    }
    List<MemberNode> nodes = new ArrayList<>();
    List<MemberNode> optional = new ArrayList<>();
    for (int i = 0; i < shape.size(); i++) {
      boolean needed = required.contains(i);
      (needed ? nodes : optional).add(node(place, shape.member(i), needed));
    }
    nodes.addAll(optional);
    members += nodes.size();
    return nodes;
  }

  private MemberNode node(Place place, Member member, boolean required) {
    List<String> path = new ArrayList<>(place.path());
    path.add(member.name());
    MemberNode node =
        new MemberNode(
            member.name(),
            Links.member(place.part(), path),
            TypeLabel.of(member.shape(), UP),
            MemberMarks.of(place.shape(), member, required),
            ShapeLimits.of(member, UP),
            service.memberText(place.shape().name(), member.name()));
    StructureShape inner = inner(member.shape(), path);
    if (inner != null && inner.size() > 0) {
      open(place, node, inner, path);
    }
    return node;
  }

  private void open(Place place, MemberNode node, StructureShape inner, List<String> path) {
    if (place.around().contains(inner.name())) {
      String href =
          ServiceFacts.hasPage(inner) ? UP + "shapes/" + inner.name() + ".html#members" : "";
      node.setBelow(new Below(Below.Kind.RECURSIVE, inner.name(), href, ""));
      return;
    }
    Set<String> around = new HashSet<>(place.around());
    around.add(inner.name());
    open.add(new Place(node, inner, path, around, place.part()));
  }

  /** Finds the structure inside lists and maps, and adds an asterisk to the path for each. */
  private static @Nullable StructureShape inner(Shape shape, List<String> path) {
    Shape inner = shape;
    Set<String> seen = new HashSet<>();
    while (seen.add(inner.name())) {
      if (inner instanceof ListShape list) {
        inner = list.element().shape();
        path.add("*");
      } else if (inner instanceof MapShape map) {
        inner = map.value().shape();
        path.add("*");
      }
    }
    return inner instanceof StructureShape structure ? structure : null;
  }

  private static String title(StructureShape shape) {
    String count = shape.size() == 1 ? "1 member" : shape.size() + " members";
    String union = shape.isUnion() ? ", of which exactly one is set" : "";
    return count + " of " + shape.name() + union;
  }
}
