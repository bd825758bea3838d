package io.boto4j.typed.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The maps, lists and values that a program writes literally. */
final class Literals extends Flow<Given> {
  Literals(UnitCheck unit) {
    super(unit);
  }

  /** Returns what an expression gives. */
  Given of(TreePath path) {
    Object constant = unit.constants().value(path);
    if (constant != null) {
      return new Given.Constant(path, constant);
    }
    Found<Given> found = find(path);
    return found == null || !found.sure() ? new Given.Other(path) : found.value();
  }

  @Override
  @Nullable Found<Given> ofOther(TreePath path) {
    if (path.getLeaf() instanceof NewArrayTree array
        && array.getInitializers() != null
        && !isBytes(unit.type(path))) {
      Given list = list(path, path, array.getInitializers());
      return list == null ? null : sure(list);
    }
    return null;
  }

  private static boolean isBytes(@Nullable TypeMirror type) {
    return type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.BYTE;
  }

  @Override
  @Nullable Found<Given> ofCall(Call call) {
    Given given =
        switch (call.owner()) {
          case "java.util.Map" -> map(call);
          case "java.util.List", "java.util.Set", "java.util.Arrays" -> elements(call);
          case "java.util.Collections" -> ofCollections(call);
          case Api.PARAMS -> params(call);
          case Api.CLIENT ->
              call.name().equals("params")
                  ? new Given.OfMap(call.path(), List.of(), /* complete= */ true)
                  : null;
          default -> null;
        };
    return given == null ? null : sure(given);
  }

  private static Found<Given> sure(Given given) {
    return new Found<>(given, true);
  }

  private @Nullable Given map(Call call) {
    return switch (call.name()) {
      case "of" -> pairs(call, new ArrayList<>());
      case "copyOf" -> of(call.argument(0));
      case "ofEntries" -> entries(call);
      default -> null;
    };
  }

  private @Nullable Given ofCollections(Call call) {
    return switch (call.name()) {
      case "emptyMap", "singletonMap" -> pairs(call, new ArrayList<>());
      case "emptyList", "emptySet", "singleton", "singletonList" ->
          list(call.path(), call.path(), call.tree().getArguments());
      case "unmodifiableList", "unmodifiableMap" -> of(call.argument(0));
      default -> null;
    };
  }

  private @Nullable Given elements(Call call) {
    boolean literal = call.name().equals("of") || call.name().equals("asList");
    return literal ? list(call.path(), call.path(), call.tree().getArguments()) : null;
  }

  /** One argument that is an array has the elements. */
  private @Nullable Given list(
      TreePath at, TreePath parent, List<? extends ExpressionTree> expressions) {
    List<Given> elements = new ArrayList<>();
    for (ExpressionTree each : expressions) {
      TreePath path = new TreePath(parent, each);
      TypeMirror type = unit.type(path);
      if (expressions.size() == 1
          && parent.getLeaf() instanceof MethodInvocationTree
          && type != null
          && type.getKind() == TypeKind.ARRAY) {
        return null;
      }
      elements.add(of(path));
    }
    return new Given.OfList(at, elements, /* complete= */ true);
  }

  private Given pairs(Call call, List<Given.Entry> before) {
    List<Given.Entry> entries = before;
    boolean complete = call.size() % 2 == 0;
    for (int i = 0; i + 1 < call.size(); i += 2) {
      entries.add(entry(call.argument(i), call.argument(i + 1)));
      complete &= entries.get(entries.size() - 1).name() != null;
    }
    return new Given.OfMap(call.path(), entries, complete);
  }

  private Given.Entry entry(TreePath key, TreePath value) {
    return new Given.Entry(key, unit.constants().text(key), of(value));
  }

  private Given entries(Call call) {
    List<Given.Entry> entries = new ArrayList<>();
    boolean complete = true;
    for (int i = 0; i < call.size(); i++) {
      TreePath path = call.argument(i);
      Tree tree = path.getLeaf();
      if (tree instanceof MethodInvocationTree entry
          && unit.element(path) instanceof ExecutableElement method
          && new Call(path, entry, method).owner().equals("java.util.Map")
          && method.getSimpleName().contentEquals("entry")) {
        Call made = new Call(path, entry, method);
        entries.add(entry(made.argument(0), made.argument(1)));
        complete &= entries.get(entries.size() - 1).name() != null;
      } else {
        complete = false;
      }
    }
    return new Given.OfMap(call.path(), entries, complete);
  }

  private @Nullable Given params(Call call) {
    TreePath receiver = call.receiver();
    return switch (call.name()) {
      case "of" -> pairs(call, new ArrayList<>());
      case "copyOf" -> of(call.argument(0));
      case "from" -> new Given.Other(call.argument(0));
      case "with", "withAll", "without" -> receiver == null ? null : changed(call, of(receiver));
      default -> null;
    };
  }

  private @Nullable Given changed(Call call, Given base) {
    List<Given.Entry> entries = new ArrayList<>();
    boolean complete = false;
    if (base instanceof Given.OfMap map) {
      entries.addAll(map.entries());
      complete = map.complete();
    }
    if (call.name().equals("with")) {
      Given.OfMap all = (Given.OfMap) pairs(call, entries);
      return new Given.OfMap(call.path(), all.entries(), complete && all.complete());
    }
    if (call.name().equals("withAll") && of(call.argument(0)) instanceof Given.OfMap more) {
      entries.addAll(more.entries());
      return new Given.OfMap(call.path(), entries, complete && more.complete());
    }
    String removed = call.name().equals("without") ? unit.constants().text(call.argument(0)) : null;
    if (removed == null) {
      return new Given.OfMap(call.path(), entries, /* complete= */ false);
    }
    entries.removeIf(entry -> removed.equals(entry.name()));
    return new Given.OfMap(call.path(), entries, complete);
  }
}
