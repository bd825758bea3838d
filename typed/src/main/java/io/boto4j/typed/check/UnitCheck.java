package io.boto4j.typed.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.boto4j.Client;
import io.boto4j.error.Boto4jException;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.typed.contract.Problem;
import io.boto4j.typed.shape.JavaType;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The check of one top-level class, with what is known of its variables. */
final class UnitCheck {
  private final JavacTask task;
  private final Trees trees;
  private final KnownServices services;
  private final TreePath type;
  private final ProblemPrinter reporter;
  private final Variables variables;
  private final Constants constants = new Constants(this);
  private final Clients clients = new Clients(this);
  private final Pollers pollers = new Pollers(this);
  private final Answers answers = new Answers(this);
  private final Resources resources = new Resources(this);
  private final Literals literals = new Literals(this);

  UnitCheck(JavacTask task, Trees trees, KnownServices services, TreePath type) {
    this.task = task;
    this.trees = trees;
    this.services = services;
    this.type = type;
    this.reporter = new ProblemPrinter(trees);
    this.variables = Variables.of(type, trees);
  }

  /** Checks all calls in the class. */
  void run() {
    CallCheck calls = new CallCheck(this);
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        if (element(getCurrentPath()) instanceof TypeElement declared) {
          contract(declared, getCurrentPath());
        }
        return super.visitClass(tree, null);
      }

      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree tree, @Nullable Void unused) {
        if (element(getCurrentPath()) instanceof ExecutableElement method) {
          calls.check(new Flow.Call(getCurrentPath(), tree, method));
        }
        return super.visitMethodInvocation(tree, null);
      }
    }.scan(type, null);
  }

  /** Checks an interface for {@code Typed}, if the type is one. */
  private void contract(TypeElement declared, TreePath path) {
    List<Problem> problems =
        MirrorContracts.check(declared, task.getElements(), task.getTypes(), this::model);
    for (Problem problem : problems) {
      if (problem.site() instanceof MirrorSite site) {
        TreePath at = trees.getPath(site.element(), site.annotation(), site.value());
        report(at == null ? path : at, /* sure= */ true, problem.toString());
      }
    }
  }

  private @Nullable ServiceModel model(String service) {
    Client client = services.find(service).client();
    return client == null ? null : client.model();
  }

  @Nullable Element element(TreePath path) {
    return trees.getElement(path);
  }

  @Nullable TypeMirror type(TreePath path) {
    return trees.getTypeMirror(path);
  }

  /** Returns the type of an expression, or null if the compiler does not know it. */
  @Nullable JavaType javaType(TreePath path) {
    TypeMirror mirror = type(path);
    return mirror == null ? null : MirrorType.of(mirror);
  }

  /** Returns the type in a class literal such as {@code User.class}, or null. */
  @Nullable JavaType classLiteral(TreePath path) {
    return path.getLeaf() instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("class")
        ? javaType(new TreePath(path, select.getExpression()))
        : null;
  }

  /** Returns the operation that the first argument of a call names, or null. */
  @Nullable OperationModel operation(Client client, Flow.Call call) {
    String name = call.size() == 0 ? null : constants.text(call.argument(0));
    try {
      // Finds old names too, as calls do.
      return name == null ? null : client.model().operation(operationName(client, name));
    } catch (Boto4jException e) {
      return null; // reported where it is called
    }
  }

  private static String operationName(Client client, String name) {
    OperationModel found = client.model().findOperation(name);
    if (found != null) {
      return found.name();
    }
    client.params(name); // throws if there is no such operation
    return name;
  }

  void report(TreePath at, boolean sure, String message) {
    reporter.report(at, sure, message);
  }

  KnownServices services() {
    return services;
  }

  Variables variables() {
    return variables;
  }

  Constants constants() {
    return constants;
  }

  Clients clients() {
    return clients;
  }

  Pollers pollers() {
    return pollers;
  }

  Answers answers() {
    return answers;
  }

  Resources resources() {
    return resources;
  }

  Literals literals() {
    return literals;
  }
}
