package io.boto4j.internal.client;

import io.boto4j.error.UnknownServiceException;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.NearNames;
import io.boto4j.model.ServiceModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The exception for the name of a service that does not exist, and the names that were probably
 * meant.
 */
final class UnknownService {
  private static final int MOST = 5;

  private UnknownService() {}

  static RuntimeException exception(String service, ModelLoader models) {
    List<String> known = models.services();
    List<String> near = near(service, known, models);
    return new UnknownServiceException(
        "Unknown service: '"
            + Printable.of(service)
            + "'."
            + (near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?")
            + (known.isEmpty()
                ? " No service model was found: is boto4j-models on the class path?"
                : " Session.services() lists all " + known.size() + ".")
            + problems(models.problems()));
  }

  /** The files that cannot be read: one of them may have the service. */
  private static String problems(List<String> problems) {
    return problems.isEmpty()
        ? ""
        : " These files of the data path are left out:\n  " + String.join("\n  ", problems);
  }

  private static List<String> near(String wrong, List<String> known, ModelLoader models) {
    if (!NearNames.misspelled(wrong, known).isEmpty()) {
      return NearNames.of(wrong, known);
    }
    List<String> near = new ArrayList<>();
    Map<String, List<String>> others = otherNames(known, models);
    for (String name : NearNames.misspelled(wrong, others.keySet())) {
      for (String service : others.getOrDefault(name, List.of())) {
        if (!near.contains(service)) {
          near.add(service);
        }
      }
    }
    for (String service : NearNames.of(wrong, known)) {
      if (!near.contains(service)) {
        near.add(service);
      }
    }
    return near.subList(0, Math.min(MOST, near.size()));
  }

  /**
   * Returns the names that AWS uses elsewhere: ids, such as {@code EventBridge}, and the names in
   * host names and policies, such as {@code states}. Reads every model, which takes a moment.
   */
  private static Map<String, List<String>> otherNames(List<String> known, ModelLoader models) {
    Map<String, List<String>> others = new LinkedHashMap<>();
    for (String service : known) {
      try {
        ServiceModel model = models.find(service);
        if (model != null) {
          add(others, model.serviceId(), service);
          add(others, model.signingName(), service);
          add(others, model.endpointPrefix(), service);
        }
      } catch (RuntimeException e) {
        // The user's own model may be damaged. That is not the problem to report now.
      }
    }
    return others;
  }

  private static void add(Map<String, List<String>> others, String name, String service) {
    List<String> services = others.get(name);
    if (services == null) {
      services = new ArrayList<>();
      others.put(name, services);
    }
    if (!services.contains(service)) {
      services.add(service);
    }
  }
}
