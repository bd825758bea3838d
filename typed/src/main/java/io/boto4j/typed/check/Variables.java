package io.boto4j.typed.check;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The expressions whose values the variables of a class, and the methods of it, may have. */
final class Variables {
  private final Map<Element, List<Source>> sources = new HashMap<>();
  private final Map<Element, List<TreePath>> returns = new HashMap<>();

  /** The way from the value of an expression to the value of a variable. */
  enum By {
    /** The variable has the value itself. */
    VALUE,
    /** The variable has the elements of the value, one after the other. */
    ELEMENT,
    /** The variable has a value that is computed from others. */
    OTHER
  }

  /**
   * A source of values.
   *
   * @param path the expression
   * @param by how its value is used
   */
  record Source(TreePath path, By by) {}

  private Variables() {}

  static Variables of(TreePath type, Trees trees) {
    Variables variables = new Variables();
    variables.new Collector(trees).scan(type, null);
    return variables;
  }

  /** Returns the sources of a variable, in order; empty if none is known. */
  List<Source> sources(Element variable) {
    return sources.getOrDefault(variable, List.of());
  }

  /**
   * Returns the expressions that a method returns, if no other method can override it; else empty.
   */
  List<TreePath> returns(Element method) {
    Element type = method.getEnclosingElement();
    Set<Modifier> modifiers = method.getModifiers();
    boolean fixed =
        modifiers.contains(Modifier.PRIVATE)
            || modifiers.contains(Modifier.STATIC)
            || modifiers.contains(Modifier.FINAL)
            || (type != null && type.getModifiers().contains(Modifier.FINAL));
    return fixed ? returns.getOrDefault(method, List.of()) : List.of();
  }

  /** Whether no class other than the scanned one can assign to a variable. */
  static boolean isOwn(Element variable) {
    return variable.getKind() != ElementKind.FIELD
        || variable.getModifiers().contains(Modifier.PRIVATE)
        || variable.getModifiers().contains(Modifier.FINAL);
  }

  private final class Collector extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Trees trees;
    private @Nullable Element method;

    Collector(Trees trees) {
      this.trees = trees;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
      if (tree.getInitializer() != null) {
        add(trees.getElement(getCurrentPath()), tree.getInitializer(), By.VALUE);
      }
      return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
      add(element(tree.getVariable()), tree.getExpression(), By.VALUE);
      return super.visitAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(
        CompoundAssignmentTree tree, @Nullable Void unused) {
      add(element(tree.getVariable()), tree.getExpression(), By.OTHER);
      return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
      switch (tree.getKind()) {
        case POSTFIX_DECREMENT, POSTFIX_INCREMENT, PREFIX_DECREMENT, PREFIX_INCREMENT ->
            add(element(tree.getExpression()), tree.getExpression(), By.OTHER);
        default -> {}
      }
      return super.visitUnary(tree, null);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
      add(element(tree.getVariable()), tree.getExpression(), By.ELEMENT);
      return super.visitEnhancedForLoop(tree, null);
    }

    /** In {@code list.forEach(each -> …)}, the parameter has the elements of the list. */
    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
      TreePath parent = getCurrentPath().getParentPath();
      if (tree.getParameters().size() == 1
          && parent.getLeaf() instanceof MethodInvocationTree call
          && call.getMethodSelect() instanceof MemberSelectTree select) {
        Element parameter = element(tree.getParameters().get(0));
        TreePath selected = new TreePath(new TreePath(parent, select), select.getExpression());
        addPath(parameter, selected, By.ELEMENT);
      }
      return super.visitLambdaExpression(tree, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
      Element outer = method;
      method = trees.getElement(getCurrentPath());
      super.visitMethod(tree, null);
      method = outer;
      return null;
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
      if (tree.getExpression() != null && method instanceof ExecutableElement && !inLambda()) {
        returns
            .computeIfAbsent(method, key -> new ArrayList<>())
            .add(new TreePath(getCurrentPath(), tree.getExpression()));
      }
      return super.visitReturn(tree, null);
    }

    private boolean inLambda() {
      for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
        if (path.getLeaf() instanceof LambdaExpressionTree) {
          return true;
        }
        if (path.getLeaf() instanceof MethodTree) {
          return false;
        }
      }
      return false;
    }

    private @Nullable Element element(Tree tree) {
      return trees.getElement(new TreePath(getCurrentPath(), tree));
    }

    private void add(@Nullable Element variable, Tree expression, By by) {
      addPath(variable, new TreePath(getCurrentPath(), expression), by);
    }

    private void addPath(@Nullable Element variable, TreePath expression, By by) {
      if (variable != null) {
        sources.computeIfAbsent(variable, key -> new ArrayList<>()).add(new Source(expression, by));
      }
    }
  }
}
