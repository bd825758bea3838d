package io.boto4j.typed.generate;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.PackageElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Errors at one of several annotations of a package, which a messager cannot find: it knows only
 * the annotation that contains them, and that is not in the source.
 */
final class RepeatedAnnotation {
  private static final String NAME = "Generate";

  private RepeatedAnnotation() {}

  /**
   * Reports an error at a value of an annotation.
   *
   * @param index the place of the annotation among those of its type
   * @param part the part of the choice that is wrong; null for the whole annotation
   * @return false if the compiler is not javac or does not let processors see its trees, or if the
   *     annotation is not one of several
   */
  static boolean report(
      ProcessingEnvironment environment,
      PackageElement target,
      int index,
      Choice.@Nullable Part part,
      int item,
      String message) {
    try {
      Trees trees = Trees.instance(environment);
      TreePath path = trees.getPath(target);
      AnnotationTree annotation =
          path != null && path.getLeaf() instanceof PackageTree tree ? find(tree, index) : null;
      if (path == null || annotation == null) {
        return false;
      }
      Tree at = part == null ? annotation : value(annotation, part, item);
      trees.printMessage(Diagnostic.Kind.ERROR, message, at, path.getCompilationUnit());
      return true;
    } catch (IllegalArgumentException | LinkageError e) {
      // Another compiler, or a build tool's own environment around javac's.
      return false;
    }
  }

  private static @Nullable AnnotationTree find(PackageTree tree, int index) {
    AnnotationTree found = null;
    int count = 0;
    for (AnnotationTree each : tree.getAnnotations()) {
      String type = each.getAnnotationType().toString();
      if (type.equals(NAME) || type.endsWith("." + NAME)) {
        found = count == index ? each : found;
        count++;
      }
    }
    return count > 1 ? found : null;
  }

  private static Tree value(AnnotationTree annotation, Choice.Part part, int item) {
    for (ExpressionTree each : annotation.getArguments()) {
      if (each instanceof AssignmentTree given
          && given.getVariable().toString().equals(name(part))) {
        ExpressionTree value = given.getExpression();
        return value instanceof NewArrayTree array
                && array.getInitializers() != null
                && item < array.getInitializers().size()
            ? array.getInitializers().get(item)
            : value;
      }
    }
    return annotation;
  }

  /** The element of the annotation that gives a part. */
  static String name(Choice.Part part) {
    return switch (part) {
      case SERVICE -> "service";
      case OPERATIONS -> "operations";
      case API_VERSION -> "apiVersion";
      case PACKAGE -> "";
    };
  }
}
