package io.boto4j.model.smithy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives shapes what their mixins have, and what is applied to them. */
final class Mixins {
  private static final int MAX_LEVELS = 100;

  private final Map<String, AstShape> shapes;
  private final Map<String, AstShape> flat = new LinkedHashMap<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final Applied applied;
  private final Budget budget;

  private Mixins(Map<String, AstShape> shapes, Applied applied, Budget budget) {
    this.shapes = shapes;
    this.applied = applied;
    this.budget = budget;
  }

  static Ast flatten(Map<String, AstShape> shapes, Applied applied, Budget budget) {
    Mixins mixins = new Mixins(shapes, applied, budget);
    for (AstShape shape : shapes.values()) {
      mixins.flat(shape);
    }
    Map<String, AstShape> ordered = new LinkedHashMap<>();
    for (String id : shapes.keySet()) {
      ordered.put(id, mixins.flat.get(id));
    }
    Ast ast = new Ast(ordered);
    mixins.checkTargets(ast);
    return ast;
  }

  private AstShape flat(AstShape shape) {
    AstShape known = flat.get(shape.id());
    if (known != null) {
      return known;
    }
    if (!open.add(shape.id())) {
      throw shape.node().broken("its mixins lead back to itself");
    }
    if (open.size() > MAX_LEVELS) {
      throw shape.node().broken("there are more than " + MAX_LEVELS + " levels of mixins");
    }
    AstShape made = merge(shape);
    open.remove(shape.id());
    flat.put(shape.id(), made);
    return made;
  }

  private AstShape merge(AstShape shape) {
    List<Node> references = mixinsOf(shape);
    Map<String, AstMember> members = new LinkedHashMap<>();
    Map<String, Node> traits = new LinkedHashMap<>();
    MixinProperties properties = new MixinProperties(budget);
    for (Node reference : references) {
      AstShape mixin = mixin(shape, reference);
      budget.spend(mixin.members().size() + mixin.traits().size(), reference);
      members.putAll(mixin.members());
      inherit(traits, mixin);
      properties.add(mixin.node());
    }
    traits.putAll(shape.traits());
    addMembers(members, shape.members());
    members.replaceAll((name, member) -> applied(shape, member));
    return new AstShape(
        shape.id(),
        shape.type(),
        references.isEmpty() ? shape.node() : properties.of(shape.node()),
        members,
        applied.toShape(shape.id(), traits));
  }

  private static List<Node> mixinsOf(AstShape shape) {
    return shape.node().value() instanceof Map<?, ?>
        ? shape.node().elementsOf("mixins")
        : List.of();
  }

  private AstShape mixin(AstShape user, Node reference) {
    AstShape mixin = shapes.get(reference.target());
    if (mixin == null || mixin.type() != user.type()) {
      throw reference.broken(
          "the mixin \""
              + Excerpt.of(reference.target())
              + "\" of a "
              + user.type()
              + " is missing");
    }
    return flat(mixin);
  }

  /** Adds the traits of a mixin, except those that it keeps to itself. */
  private static void inherit(Map<String, Node> traits, AstShape mixin) {
    Node trait = mixin.trait(Traits.MIXIN);
    Node local = trait == null ? null : trait.get("localTraits");
    Set<String> own = local == null ? Set.of() : Set.copyOf(local.texts());
    for (Map.Entry<String, Node> each : mixin.traits().entrySet()) {
      if (!each.getKey().equals(Traits.MIXIN) && !own.contains(each.getKey())) {
        traits.put(each.getKey(), each.getValue());
      }
    }
  }

  /** Adds members; one that a mixin has too keeps the traits of both. */
  private static void addMembers(Map<String, AstMember> all, Map<String, AstMember> own) {
    for (AstMember member : own.values()) {
      AstMember inherited = all.get(member.name());
      all.put(member.name(), inherited == null ? member : over(inherited, member));
    }
  }

  private static AstMember over(AstMember inherited, AstMember member) {
    Map<String, Node> traits = new LinkedHashMap<>(inherited.traits());
    traits.putAll(member.traits());
    return new AstMember(member.name(), member.target(), traits, member.node());
  }

  private AstMember applied(AstShape shape, AstMember member) {
    Map<String, Node> traits = applied.toMember(shape.id(), member.name(), member.traits());
    return traits == member.traits()
        ? member
        : new AstMember(member.name(), member.target(), traits, member.node());
  }

  /** Checks that what traits are applied to exists. */
  private void checkTargets(Ast ast) {
    for (Map.Entry<String, Node> each : applied.statements().entrySet()) {
      String target = each.getKey();
      int dollar = target.indexOf('$');
      AstShape shape = ast.find(dollar < 0 ? target : target.substring(0, dollar));
      if (shape == null
          || (dollar >= 0 && !shape.members().containsKey(target.substring(dollar + 1)))) {
        throw each.getValue().broken("there is nothing with this id to apply traits to");
      }
    }
  }
}
