package io.boto4j.typed.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * The plugin {@code boto4j-check} of javac, which checks the literal calls of a program against the
 * models. It uses the public Trees API only.
 *
 * <p>Options follow the name: {@code -Xplugin:boto4j-check models=DIR}.
 */
public final class CheckPlugin implements Plugin {
  @Override
  public String getName() {
    return "boto4j-check";
  }

  @Override
  public void init(JavacTask task, String... args) {
    task.addTaskListener(new Listener(task, Trees.instance(task), Settings.of(args)));
  }

  /** Checks each class when javac has attributed it, so that all types are known. */
  private static final class Listener implements TaskListener {
    private final JavacTask task;
    private final Trees trees;
    private final KnownServices services;
    private @Nullable String problem;

    Listener(JavacTask task, Trees trees, Settings settings) {
      this.task = task;
      this.trees = trees;
      this.services = new KnownServices(settings.models());
      this.problem = settings.problem();
    }

    @Override
    public void finished(TaskEvent event) {
      TypeElement type = event.getTypeElement();
      CompilationUnitTree unit = event.getCompilationUnit();
      if (event.getKind() == TaskEvent.Kind.ANALYZE && type != null && unit != null) {
        check(type, unit);
      }
    }

    private void check(TypeElement type, CompilationUnitTree unit) {
      Tree tree = trees.getTree(type);
      TreePath path = tree == null ? null : trees.getPath(unit, tree);
      if (path == null) {
        return;
      }
      if (problem != null) {
        trees.printMessage(Diagnostic.Kind.ERROR, problem, tree, unit);
        problem = null;
      }
      try {
        new UnitCheck(task, trees, services, path).run();
      } catch (RuntimeException | LinkageError e) {
        // A fault of the check must not break a build.
        trees.printMessage(
            Diagnostic.Kind.NOTE,
            "boto4j-check failed and skips this class: " + e + at(e.getStackTrace()),
            tree,
            unit);
      }
    }

    private static String at(StackTraceElement[] trace) {
      return trace.length == 0 ? "" : " at " + trace[0];
    }
  }
}
