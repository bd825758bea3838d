package io.boto4j.typed.contract;

import io.boto4j.error.JmesPathException;
import io.boto4j.internal.jmespath.JmesPath;
import io.boto4j.internal.jmespath.PathType;
import io.boto4j.internal.paging.Paging;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.typed.shape.JavaType;
import io.boto4j.typed.shape.OutputFit;
import io.boto4j.typed.shape.Outputs;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The check of what a method returns. */
final class ReturnCheck {
  private static final Set<String> ANY_OUTPUT =
      Set.of("io.boto4j.Response", "io.boto4j.Structure", "java.util.Map", "java.lang.Object");

  private final MethodContract method;
  private final OperationModel operation;
  private final PathType output;
  private final @Nullable Paging paging;
  private final Returns returns;
  private final Reporter problem;

  private ReturnCheck(
      MethodContract method,
      OperationModel operation,
      PathType output,
      @Nullable Paging paging,
      Reporter problem) {
    this.method = method;
    this.operation = operation;
    this.output = output;
    this.paging = paging;
    this.returns = Returns.of(method, operation, paging);
    this.problem = problem;
  }

  static void of(
      MethodContract method, ServiceModel model, OperationModel operation, Reporter problem) {
    Paging paging =
        Returns.mayBePaged(method.returns()) ? Operations.paging(model, operation) : null;
    ReturnCheck check =
        new ReturnCheck(method, operation, Outputs.of(model, operation), paging, problem);
    if (check.isPossible()) {
      check.value();
    }
  }

  /** Checks a method that waits. */
  static void ofWaiter(MethodContract method, Reporter problem) {
    Named result = method.result();
    if (result != null) {
      problem.add(result.site(), "A waiter has no @Result. Return the Structure of the last call.");
    }
    String name = method.returns().name();
    if (!name.equals("void") && !name.equals("io.boto4j.Structure")) {
      add(
          "A waiter returns nothing or a Structure, not " + method.returns().text() + ".",
          method,
          problem);
    }
  }

  private static void add(String text, MethodContract method, Reporter problem) {
    problem.add(method.site(), text);
  }

  private void add(String text) {
    problem.add(method.site(), text);
  }

  private boolean isPossible() {
    boolean paged = returns.kind().isPaged();
    String text = method.returns().text();
    if (paged && paging == null) {
      add(operation.name() + " has no pages, so it does not return " + text + ". Return a List.");
      return false;
    }
    if (paged && returns.later()) {
      add(
          "The items of all pages have no future. Return "
              + returns.type().text()
              + " items as a Stream, or one page as a CompletableFuture<Response>.");
      return false;
    }
    if (paged && hasOptions()) {
      add("The options of a call do not apply to pages. Return one page as a Response.");
      return false;
    }
    if (returns.kind() == Returns.Kind.ITEMS && !isItems()) {
      add("Items have a class without type arguments, and no @Result. Return a Stream.");
      return false;
    }
    return true;
  }

  private boolean hasOptions() {
    for (ParameterContract each : method.parameters()) {
      if (each.isOptions()) {
        return true;
      }
    }
    return false;
  }

  private boolean isItems() {
    boolean plain = returns.type().arguments().isEmpty() || returns.type().name().endsWith("[]");
    return method.result() == null && plain;
  }

  private void value() {
    Named result = method.result();
    StructureShape shape = operation.output();
    if (result != null) {
      result(result, shape);
    } else if (shape == null) {
      if (returns.kind() != Returns.Kind.NOTHING && !ANY_OUTPUT.contains(returns.type().name())) {
        add(operation.name() + " has no output. Return nothing, or a Response.");
      }
    } else if (returns.kind().isPaged() && paging != null) {
      Reporter ignored = new Reporter(new LinkedHashSet<>(), method.signature());
      PathType items = paging.resultKeys().get(0).typed(output, ignored.at(method)).element();
      OutputFit.check(items, returns.type(), operation.name() + " item", problem.at(method.site()));
    } else if (returns.kind() == Returns.Kind.VALUE && returns.stream() == null) {
      whole(shape);
    }
  }

  private void result(Named result, @Nullable StructureShape shape) {
    if (returns.kind() == Returns.Kind.NOTHING) {
      problem.add(result.site(), "The method returns nothing. Remove @Result.");
    } else if (shape == null) {
      problem.add(result.site(), operation.name() + " has no output. Remove @Result.");
    } else if (returns.type().name().equals("io.boto4j.Response")) {
      add("A Response is the whole output. Return a Structure, or remove @Result.");
    } else {
      selected(result, shape);
    }
  }

  private void selected(Named result, StructureShape shape) {
    String path = result.text();
    Member member = shape.member(path);
    if (member != null && !returns.kind().isPaged()) {
      OutputFit.check(output, member, returns.type(), path, problem.at(method.site()));
      return;
    }
    try {
      PathType type = JmesPath.compile(path).typed(output, problem.at(result.site()));
      boolean list = returns.kind().isPaged() && type.kind() == PathType.Kind.LIST;
      OutputFit.check(
          list ? type.element() : type, returns.type(), path, problem.at(method.site()));
    } catch (JmesPathException e) {
      problem.at(result.site()).accept(String.valueOf(e.getMessage()));
    }
  }

  private void whole(StructureShape shape) {
    JavaType type = returns.type();
    if (ANY_OUTPUT.contains(type.name())) {
      return;
    }
    if (type.components() == null) {
      add(
          "The output of "
              + operation.name()
              + " does not become "
              + type.text()
              + " as a whole. Add @Result"
              + example(shape)
              + ".");
      return;
    }
    Set<Problem> found = fit(output, type);
    Member only = found.isEmpty() ? null : onlyStructure(shape);
    if (only != null && fit(output.inner(only), type).isEmpty()) {
      add(
          type.text()
              + " does not fit the output of "
              + operation.name()
              + ", but its member "
              + only.name()
              + ". Add @Result(\""
              + only.name()
              + "\").");
      return;
    }
    for (Problem each : found) {
      add(each.text());
    }
  }

  private static String example(StructureShape output) {
    return output.size() == 0 ? "" : ", such as @Result(\"" + output.member(0).name() + "\")";
  }

  /** Returns the problems of a record that is made of values of a type. */
  private Set<Problem> fit(PathType from, JavaType to) {
    Set<Problem> found = new LinkedHashSet<>();
    Reporter reporter = new Reporter(found, method.signature());
    OutputFit.check(from, to, to.text(), reporter.at(method.site()));
    return found;
  }

  private static @Nullable Member onlyStructure(StructureShape output) {
    Member only = null;
    for (Member each : output.members()) {
      if (each.shape() instanceof StructureShape) {
        if (only != null) {
          return null;
        }
        only = each;
      }
    }
    return only;
  }
}
