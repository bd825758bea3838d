package io.boto4j.typed.bind;

import io.boto4j.Client;
import io.boto4j.model.ServiceModel;
import io.boto4j.typed.contract.Contract;
import io.boto4j.typed.contract.ContractCheck;
import io.boto4j.typed.contract.MethodContract;
import io.boto4j.typed.contract.Named;
import io.boto4j.typed.contract.Problem;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An annotated interface: its description, and the plans of its methods for each model that it was
 * bound to. Both go with the class, and a plan also with its model. Thread-safe.
 */
final class BoundInterface {
  private static final ClassValue<BoundInterface> KNOWN =
      new ClassValue<>() {
        @Override
        protected BoundInterface computeValue(Class<?> type) {
          return new BoundInterface(type);
        }
      };

  private final Contract contract;
  private final Map<ServiceModel, Map<Object, MethodPlan>> plans = new WeakHashMap<>();

  private BoundInterface(Class<?> type) {
    this.contract = ReflectedContract.of(type);
  }

  static BoundInterface of(Class<?> type) {
    return KNOWN.get(type);
  }

  /**
   * Binds the methods to clients.
   *
   * @throws IllegalArgumentException if a method does not fit its operation, with all problems
   */
  synchronized Map<Method, BoundMethod> bind(Clients clients) {
    Map<Method, BoundMethod> methods = known(clients);
    if (methods == null) {
      List<Problem> problems = ContractCheck.of(contract, clients);
      if (!problems.isEmpty()) {
        throw exception(contract.name(), clients.names(), problems);
      }
      compile(clients);
      methods = known(clients);
    }
    if (methods == null) {
      throw new IllegalStateException("A method of " + contract.name() + " has no plan");
    }
    return methods;
  }

  /** Whether there is a plan for each method. */
  synchronized boolean isKnown(Clients clients) {
    return known(clients) != null;
  }

  /** Returns the methods if there is a plan for each, or null. */
  private @Nullable Map<Method, BoundMethod> known(Clients clients) {
    Map<Method, BoundMethod> methods = new HashMap<>();
    for (MethodContract each : contract.methods()) {
      Client client = client(each, clients);
      MethodPlan plan = client == null ? null : plans(client.model()).get(each.site());
      if (client == null || plan == null) {
        return null;
      }
      methods.put((Method) each.site(), new BoundMethod(client, plan));
    }
    return methods;
  }

  private void compile(Clients clients) {
    for (MethodContract each : contract.methods()) {
      Client client = client(each, clients);
      if (client != null) {
        ServiceModel model = client.model();
        plans(model).put(each.site(), MethodPlan.of(contract.name(), each, model));
      }
    }
  }

  private Map<Object, MethodPlan> plans(ServiceModel model) {
    Map<Object, MethodPlan> known = plans.get(model);
    if (known == null) {
      known = new HashMap<>();
      plans.put(model, known);
    }
    return known;
  }

  private @Nullable Client client(MethodContract method, Clients clients) {
    Named service = ContractCheck.service(contract, method);
    return clients.find(service == null ? null : service.text());
  }

  /** Returns the exception for an interface that cannot be bound. */
  static IllegalArgumentException exception(String name, String services, List<Problem> problems) {
    StringBuilder text = new StringBuilder(name).append(" cannot be bound");
    if (!services.isEmpty()) {
      text.append(" to ").append(services);
    }
    text.append(':');
    for (Problem each : problems) {
      text.append("\n  ").append(each);
    }
    return new IllegalArgumentException(text.toString());
  }
}
