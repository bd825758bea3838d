package io.boto4j.typed.check;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what is known of the value of an expression, by following variables to the expressions
 * that are assigned to them. A subclass knows what methods return.
 *
 * @param <T> the knowledge
 */
abstract class Flow<T> {
  /**
   * Programs do not nest such expressions; this ends the search in ones that contain themselves.
   */
  private static final int DEEPEST = 40;

  final UnitCheck unit;

  private int depth;

  Flow(UnitCheck unit) {
    this.unit = unit;
  }

  /** Returns what is known of an expression, or null if nothing is. */
  final @Nullable Found<T> find(TreePath path) {
    if (depth == DEEPEST) {
      return null;
    }
    depth++;
    try {
      return findIn(path);
    } finally {
      depth--;
    }
  }

  private @Nullable Found<T> findIn(TreePath path) {
    Tree tree = path.getLeaf();
    if (tree instanceof ParenthesizedTree inner) {
      return find(new TreePath(path, inner.getExpression()));
    }
    if (tree instanceof TypeCastTree cast) {
      return find(new TreePath(path, cast.getExpression()));
    }
    if (tree instanceof AssignmentTree assignment) {
      return find(new TreePath(path, assignment.getExpression()));
    }
    if (tree instanceof ConditionalExpressionTree either) {
      return either(path, either);
    }
    if (tree instanceof MethodInvocationTree call) {
      return called(path, call);
    }
    Element element = unit.element(path);
    Found<T> literal = ofOther(path);
    return literal == null && element instanceof VariableElement variable
        ? variable(variable)
        : literal;
  }

  private @Nullable Found<T> either(TreePath path, ConditionalExpressionTree tree) {
    Found<T> one = find(new TreePath(path, tree.getTrueExpression()));
    Found<T> other = find(new TreePath(path, tree.getFalseExpression()));
    return common(one, other);
  }

  private @Nullable Found<T> called(TreePath path, MethodInvocationTree tree) {
    if (!(unit.element(path) instanceof ExecutableElement method)) {
      return null;
    }
    Call call = new Call(path, tree, method);
    Found<T> annotated = ofElement(method);
    if (annotated != null) {
      return annotated;
    }
    Found<T> found = ofCall(call);
    if (found != null) {
      return found;
    }
    return common(unit.variables().returns(method));
  }

  private @Nullable Found<T> variable(VariableElement variable) {
    Found<T> annotated = ofElement(variable);
    if (annotated != null) {
      return annotated;
    }
    Found<T> all = null;
    boolean first = true;
    for (Variables.Source source : unit.variables().sources(variable)) {
      if (isNull(source.path())) {
        continue;
      }
      Found<T> each =
          switch (source.by()) {
            case VALUE -> find(source.path());
            case ELEMENT -> elementOf(source.path());
            case OTHER -> null;
          };
      all = first ? each : common(all, each);
      first = false;
    }
    return all == null || Variables.isOwn(variable) ? all : new Found<>(all.value(), false);
  }

  private static boolean isNull(TreePath path) {
    return path.getLeaf().getKind() == Tree.Kind.NULL_LITERAL;
  }

  private @Nullable Found<T> elementOf(TreePath container) {
    Found<T> all = find(container);
    T element = all == null ? null : element(all.value());
    return all == null || element == null ? null : all.with(element);
  }

  private @Nullable Found<T> common(List<TreePath> paths) {
    Found<T> all = null;
    for (int i = 0; i < paths.size(); i++) {
      Found<T> each = find(paths.get(i));
      all = i == 0 ? each : common(all, each);
    }
    return all;
  }

  private @Nullable Found<T> common(@Nullable Found<T> one, @Nullable Found<T> other) {
    return one != null && other != null && isSame(one.value(), other.value())
        ? new Found<>(one.value(), one.sure() && other.sure())
        : null;
  }

  /** Returns what is known of a call's result, or null. */
  abstract @Nullable Found<T> ofCall(Call call);

  /** Returns the knowledge that the declaration of a variable or method gives, or null. */
  @Nullable Found<T> ofElement(Element element) {
    return null;
  }

  /** Returns what is known of an expression of any other kind, or null. */
  @Nullable Found<T> ofOther(TreePath path) {
    return null;
  }

  /** Returns what is known of the elements of a container, or null. */
  @Nullable T element(T container) {
    return null;
  }

  boolean isSame(T one, T other) {
    return one == other;
  }

  /**
   * A call of a method.
   *
   * @param path the call
   * @param tree the call
   * @param method the method, as declared
   */
  record Call(TreePath path, MethodInvocationTree tree, ExecutableElement method) {
    String name() {
      return method.getSimpleName().toString();
    }

    String owner() {
      return method.getEnclosingElement() instanceof TypeElement type
          ? type.getQualifiedName().toString()
          : "";
    }

    int size() {
      return tree.getArguments().size();
    }

    TreePath argument(int index) {
      return new TreePath(path, tree.getArguments().get(index));
    }

    /** Returns the expression before the dot, or null. */
    @Nullable TreePath receiver() {
      return tree.getMethodSelect() instanceof MemberSelectTree select
          ? new TreePath(new TreePath(path, select), select.getExpression())
          : null;
    }
  }
}
