package io.boto4j.typed.contract;

import io.boto4j.model.Member;
import io.boto4j.model.NearNames;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.typed.shape.InputFit;
import io.boto4j.typed.shape.JavaType;
import io.boto4j.typed.shape.ServiceInput;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The check of what a method sends: its parameters and defaults. */
final class InputCheck {
  private final MethodContract method;
  private final OperationModel operation;
  private final @Nullable StructureShape shape;
  private final Reporter problem;

  /** The members that have a parameter, a component or a default. */
  private final Set<String> given = new HashSet<>();

  private boolean hasWhole;
  private boolean hasOptions;

  /** Whether the whole input is a map, or a record with one, which may have any members. */
  private boolean open;

  private final ServiceInput service;

  private InputCheck(
      MethodContract method, ServiceModel model, OperationModel operation, Reporter problem) {
    this.service = new ServiceInput(model, operation, Set.of());
    this.method = method;
    this.operation = operation;
    this.shape = operation.input();
    this.problem = problem;
  }

  static void of(
      MethodContract method, ServiceModel model, OperationModel operation, Reporter problem) {
    InputCheck check = new InputCheck(method, model, operation, problem);
    for (int i = 0; i < method.parameters().size(); i++) {
      check.parameter(method.parameters().get(i), i + 1);
    }
    check.defaults();
    check.required();
  }

  private void parameter(ParameterContract parameter, int position) {
    Named name = parameter.member();
    if (name != null) {
      member(parameter, name);
    } else if (parameter.isOptions() || parameter.isWaiterOptions()) {
      options(parameter);
    } else if (parameter.isWhole()) {
      whole(parameter);
    } else {
      problem.add(
          parameter.site(),
          "Parameter "
              + position
              + " of type "
              + parameter.type().text()
              + " gives no member. Add @Param, or pass a record or a map with the whole input, or a"
              + " Consumer<CallOptions.Builder>.");
    }
  }

  private void member(ParameterContract parameter, Named name) {
    Member member = find(name);
    if (member == null) {
      return;
    }
    if (!given.add(member.name())) {
      problem.add(name.site(), "Two parameters give " + member.name() + ". Remove one of them.");
    }
    JavaType type = InputFit.given(parameter.type());
    String unfit = InputFit.problem(type, member);
    if (unfit != null && !(type.is("java.util.Map") && service.converts(member, Map.of()))) {
      problem.add(parameter.site(), unfit);
    }
  }

  private @Nullable Member find(Named name) {
    Member member = shape == null ? null : shape.member(name.text());
    if (member == null && !service.accepts(name.text())) {
      problem.add(name.site(), unknown(name.text()));
    }
    return member;
  }

  private String unknown(String name) {
    if (shape == null || shape.size() == 0) {
      return operation.name() + " takes no parameters, so there is no " + name + ".";
    }
    List<String> names = shape.memberNames();
    return operation.name() + " takes no " + name + "." + NearNames.hint(name, names);
  }

  private void options(ParameterContract parameter) {
    if (hasOptions) {
      problem.add(parameter.site(), "Two parameters set the options. Remove one of them.");
    }
    hasOptions = true;
    if (method.waiter() != null && parameter.isOptions()) {
      problem.add(
          parameter.site(), "A waiter has no options of a call. Use a UnaryOperator<Waiter>.");
    }
    if (method.waiter() == null && parameter.isWaiterOptions()) {
      problem.add(
          parameter.site(),
          "Only a method with @Await has options of a waiter. Use a Consumer<CallOptions.Builder>.");
    }
  }

  private void whole(ParameterContract parameter) {
    if (hasWhole) {
      problem.add(
          parameter.site(),
          "Two parameters give the whole input. Remove one of them, or add @Param.");
    }
    hasWhole = true;
    JavaType type = parameter.type();
    List<JavaType.Component> components = type.components();
    if (components == null || type.is("io.boto4j.HasMembers")) {
      open = true;
    } else if (shape == null) {
      problem.add(parameter.site(), operation.name() + " takes no parameters.");
    } else {
      String unfit = InputFit.problem(type, shape);
      if (unfit != null) {
        problem.add(parameter.site(), unfit);
      }
      for (JavaType.Component each : components) {
        Member member = InputFit.member(each, shape);
        if (member != null) {
          given.add(member.name());
        }
      }
    }
  }

  private void defaults() {
    Set<String> names = new HashSet<>();
    for (DefaultContract each : method.defaults()) {
      Member member = find(each.member());
      if (member != null) {
        if (!names.add(member.name())) {
          problem.add(
              each.member().site(), "Two defaults give " + member.name() + ". Remove one of them.");
        }
        given.add(member.name());
        DefaultValue.check(member, each.value().text(), problem.at(each.value().site()));
      }
    }
  }

  private void required() {
    if (shape == null || open) {
      return;
    }
    for (int i = 0; i < shape.requiredCount(); i++) {
      Member member = shape.member(shape.requiredIndex(i));
      if (!given.contains(member.name()) && !service.fills(member, given)) {
        problem.add(
            method.site(),
            operation.name()
                + " requires "
                + member.name()
                + ". Add a parameter with @Param(\""
                + member.name()
                + "\"), or a @Default.");
      }
    }
  }
}
