package io.boto4j.model.derived;

import io.boto4j.model.ListShape;
import io.boto4j.model.Member;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.Identifier;
import io.boto4j.model.resource.ResourceLink;
import io.boto4j.model.resource.ResourceResult;
import io.boto4j.model.resource.Source;
import java.util.ArrayList;
import java.util.List;

/** Finds the ways between resources that need no call. */
final class LinkRules {
  private final Holders holders;

  LinkRules(Holders holders) {
    this.holders = holders;
  }

  void add(Known type, Draft draft) {
    Known parent = holders.owner(draft);
    if (parent != null) {
      if (parent.draft() != null) {
        down(type, draft, parent);
      }
      up(type, parent);
    }
    StructureShape shape = draft.shape();
    if (shape != null) {
      references(type, draft, shape);
    }
  }

  private void down(Known type, Draft draft, Known parent) {
    List<Binding> identifiers = new ArrayList<>();
    for (int i = 0; i < type.identifiers().size(); i++) {
      Identifier each = type.identifiers().get(i);
      int same = i < draft.scope().size() ? TypeNames.index(parent, type.members().get(i)) : -1;
      identifiers.add(
          same < 0
              ? new Binding(each.name(), new Source(Source.Kind.INPUT, ""))
              : Bindings.of(each, Source.Kind.IDENTIFIER, parent.identifiers().get(same).name()));
    }
    ResourceResult result = new ResourceResult(type.name(), identifiers, null);
    String reason = "has its identifiers";
    holders.lines(parent).link(new ResourceLink(type.name(), result, reason));
  }

  private void up(Known type, Known parent) {
    List<Binding> identifiers = new ArrayList<>();
    for (int i = 0; i < parent.identifiers().size(); i++) {
      int same = TypeNames.index(type, parent.members().get(i));
      identifiers.add(
          Bindings.of(
              parent.identifiers().get(i),
              Source.Kind.IDENTIFIER,
              type.identifiers().get(same).name()));
    }
    ResourceResult result = new ResourceResult(parent.name(), identifiers, null);
    String reason = "has its identifiers";
    holders.lines(type).link(new ResourceLink(parent.name(), result, reason));
  }

  private void references(Known type, Draft draft, StructureShape shape) {
    for (Known to : holders.types()) {
      if (to.members().size() == 1
          && !to.name().equals(type.name())
          && Holders.isSure(to)
          && !Words.isAmong(to.own(), draft.scope())
          && isOnly(to)) {
        reference(type, to, shape);
      }
    }
  }

  private boolean isOnly(Known to) {
    long same =
        holders.types().stream()
            .filter(each -> each.members().size() == 1 && Words.same(each.own(), to.own()))
            .count();
    return same == 1;
  }

  private void reference(Known type, Known to, StructureShape shape) {
    for (Member each : shape.members()) {
      boolean list =
          each.shape() instanceof ListShape strings
              && strings.element().shape().type() == ShapeType.STRING;
      boolean one = each.shape().type() == ShapeType.STRING && Words.same(each.name(), to.own());
      if (one) {
        link(type, to, to.name(), each.name(), shape);
      } else if (list && Words.isPlural(each.name(), to.own())) {
        String plural = Words.plurals(to.name()).iterator().next();
        link(type, to, plural, each.name() + "[]", shape);
      }
    }
  }

  private void link(Known type, Known to, String name, String data, StructureShape shape) {
    if (shape.member(name) != null) {
      return;
    }
    Binding identifier = Bindings.of(to.identifiers().get(0), Source.Kind.DATA, data);
    ResourceResult result = new ResourceResult(to.name(), List.of(identifier), null);
    holders.lines(type).link(new ResourceLink(name, result, "has its identifier in the data"));
  }
}
