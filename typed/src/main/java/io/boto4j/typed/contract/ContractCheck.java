package io.boto4j.typed.contract;

import io.boto4j.model.ServiceModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The check of an annotated interface against the models of its services. The compiler and {@code
 * Typed} both use it, so that they find the same problems.
 */
public final class ContractCheck {
  private final Contract contract;
  private final Services services;
  private final Set<Problem> problems = new LinkedHashSet<>();

  private ContractCheck(Contract contract, Services services) {
    this.contract = contract;
    this.services = services;
  }

  /**
   * Checks an interface.
   *
   * @param contract the description of the interface
   * @param services the models
   * @return all problems, by method
   */
  public static List<Problem> of(Contract contract, Services services) {
    ContractCheck check = new ContractCheck(contract, services);
    for (MethodContract method : contract.methods()) {
      check.method(method);
    }
    return List.copyOf(check.problems);
  }

  /**
   * Returns the service of a method.
   *
   * @param contract the description of the interface
   * @param method the method
   * @return the service that the method names, or else the one of the interface, or null
   */
  public static @Nullable Named service(Contract contract, MethodContract method) {
    return method.service() == null ? contract.service() : method.service();
  }

  private void method(MethodContract method) {
    Reporter problem = new Reporter(problems, method.signature());
    if (MethodCheck.isWellFormed(method, problem)) {
      ServiceModel model = model(method);
      if (model != null) {
        MethodCheck.of(method, model, problem);
      }
    }
  }

  private @Nullable ServiceModel model(MethodContract method) {
    Named declared = service(contract, method);
    Reporter problem =
        new Reporter(problems, method.service() == null ? contract.name() : method.signature());
    Object site = declared == null ? contract.site() : declared.site();
    return services.of(declared == null ? null : declared.text(), problem.at(site));
  }
}
