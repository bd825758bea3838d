package io.boto4j.typed.check;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** The constant values of expressions: texts, numbers, booleans and characters. */
final class Constants extends Flow<Object> {
  Constants(UnitCheck unit) {
    super(unit);
  }

  /** Returns the text of an expression, or null if it is not a constant text. */
  @Nullable String text(TreePath path) {
    return value(path) instanceof String text ? text : null;
  }

  /** Returns the value of an expression, or null if it is not a constant. */
  @Nullable Object value(TreePath path) {
    Found<Object> found = find(path);
    return found == null || !found.sure() ? null : found.value();
  }

  @Override
  @Nullable Found<Object> ofCall(Call call) {
    return null;
  }

  @Override
  @Nullable Found<Object> ofElement(Element element) {
    Object value = element instanceof VariableElement variable ? variable.getConstantValue() : null;
    return value == null ? null : new Found<>(value, true);
  }

  @Override
  @Nullable Found<Object> ofOther(TreePath path) {
    Object value = value(path, path.getLeaf());
    return value == null ? null : new Found<>(value, true);
  }

  private @Nullable Object value(TreePath path, Tree tree) {
    if (tree instanceof LiteralTree literal) {
      return literal.getValue();
    }
    if (tree instanceof BinaryTree binary && tree.getKind() == Tree.Kind.PLUS) {
      Object left = value(new TreePath(path, binary.getLeftOperand()));
      Object right = value(new TreePath(path, binary.getRightOperand()));
      return left != null && right != null && (left instanceof String || right instanceof String)
          ? String.valueOf(left) + right
          : null;
    }
    if (tree instanceof UnaryTree unary && tree.getKind() == Tree.Kind.UNARY_MINUS) {
      return negative(value(new TreePath(path, unary.getExpression())));
    }
    return null;
  }

  private static @Nullable Object negative(@Nullable Object value) {
    if (value instanceof Integer number) {
      return -number;
    }
    if (value instanceof Long number) {
      return -number;
    }
    return value instanceof Double number ? (Object) (-number) : null;
  }

  @Override
  boolean isSame(Object one, Object other) {
    return one.equals(other);
  }
}
