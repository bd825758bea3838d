package io.boto4j.typed.check;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Prints problems at their exact position, unless {@code @SuppressWarnings("boto4j")} is there. */
final class ProblemPrinter {
  private static final String SUPPRESSED = "boto4j";

  private final Trees trees;

  ProblemPrinter(Trees trees) {
    this.trees = trees;
  }

  /**
   * Prints a problem.
   *
   * @param at the tree that is wrong
   * @param sure false to print a warning instead of an error
   * @param message the problem
   */
  void report(TreePath at, boolean sure, String message) {
    if (!isSuppressed(at)) {
      trees.printMessage(
          sure ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING,
          "[boto4j] " + message,
          at.getLeaf(),
          at.getCompilationUnit());
    }
  }

  private static boolean isSuppressed(TreePath at) {
    for (TreePath path = at; path != null; path = path.getParentPath()) {
      ModifiersTree modifiers = modifiers(path.getLeaf());
      if (modifiers != null) {
        for (AnnotationTree annotation : modifiers.getAnnotations()) {
          if (annotation.getAnnotationType().toString().endsWith("SuppressWarnings")
              && names(annotation.getArguments())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static @Nullable ModifiersTree modifiers(Tree tree) {
    if (tree instanceof ClassTree type) {
      return type.getModifiers();
    }
    if (tree instanceof MethodTree method) {
      return method.getModifiers();
    }
    return tree instanceof VariableTree variable ? variable.getModifiers() : null;
  }

  private static boolean names(List<? extends ExpressionTree> arguments) {
    for (ExpressionTree argument : arguments) {
      ExpressionTree value =
          argument instanceof AssignmentTree named ? named.getExpression() : argument;
      if (value instanceof NewArrayTree array && array.getInitializers() != null) {
        if (names(array.getInitializers())) {
          return true;
        }
      } else if (value instanceof LiteralTree literal && SUPPRESSED.equals(literal.getValue())) {
        return true;
      }
    }
    return false;
  }
}
