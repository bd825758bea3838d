package io.boto4j.local.wire;

import io.boto4j.local.engine.EngineException;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation that a request calls: from the header {@code X-Amz-Target}, the parameter
 * {@code Action}, or method and path, among the services with the signing name of the request.
 */
public final class Routes {
  private static final String TARGET = "X-Amz-Target";
  private static final String SMITHY_PROTOCOL = "smithy-protocol";

  private final ModelLoader models = ModelLoader.builtIn();
  private final List<String> preferred;
  private final Map<String, List<PathPattern>> patterns = new ConcurrentHashMap<>();
  private final Map<String, List<ServiceModel>> bySigningName = new ConcurrentHashMap<>();

  /** Created when a service that is not preferred is called. */
  private volatile @Nullable Map<String, List<String>> allBySigningName;

  /**
   * Creates routes.
   *
   * @param preferred the services that are emulated: of two services that a request could be for,
   *     it is for one of these
   */
  public Routes(Set<String> preferred) {
    this.preferred = List.copyOf(preferred);
  }

  /**
   * Returns the model of a service.
   *
   * @param service the name of the service
   * @return the model
   * @throws IllegalArgumentException if there is no such service
   */
  public ServiceModel model(String service) {
    ServiceModel model = models.find(service);
    if (model == null) {
      throw new IllegalArgumentException("There is no service \"" + service + "\"");
    }
    return model;
  }

  /**
   * Finds the operation of a request.
   *
   * @param request the request
   * @param signingName the service in the signature, or null if the request is not signed
   * @param form the pairs of the body if it is a form, else null
   * @return the operation
   * @throws EngineException if there is no such operation
   */
  Target find(
      Inbound request, @Nullable String signingName, @Nullable List<Map.Entry<String, String>> form) {
    List<ServiceModel> services = candidates(signingName, request);
    String target = request.headers().first(TARGET);
    if (target != null) {
      return byTarget(target, services);
    }
    if (request.headers().first(SMITHY_PROTOCOL) != null) {
      return byCborPath(request.path(), services);
    }
    String action = value(form == null ? request.queryPairs() : form, "Action");
    if (action != null) {
      String version = value(form == null ? request.queryPairs() : form, "Version");
      Target found = byAction(action, version, services);
      if (found != null) {
        return found;
      }
    }
    Target found = byPath(request, services);
    if (found == null) {
      throw new EngineException(
          "UnknownOperationException",
          "No operation of "
              + (signingName == null ? "any emulated service" : signingName)
              + " has the path "
              + request.method()
              + " "
              + request.path(),
          404,
          Map.of());
    }
    return found;
  }

  private static @Nullable String value(List<Map.Entry<String, String>> pairs, String name) {
    for (Map.Entry<String, String> pair : pairs) {
      if (pair.getKey().equals(name)) {
        return pair.getValue();
      }
    }
    return null;
  }

  private Target byTarget(String target, List<ServiceModel> services) {
    int dot = target.lastIndexOf('.');
    String prefix = dot < 0 ? "" : target.substring(0, dot);
    String name = target.substring(dot + 1);
    for (ServiceModel service : services) {
      OperationModel operation = service.findOperation(name);
      if (operation != null && prefix.equals(service.metadata().text("targetPrefix"))) {
        return new Target(service, operation, ProtocolKind.JSON, Map.of());
      }
    }
    throw new EngineException("UnknownOperationException", "Unknown operation: " + target);
  }

  private static Target byCborPath(String path, List<ServiceModel> services) {
    String[] parts = path.split("/");
    if (parts.length >= 5 && parts[parts.length - 2].equals("operation")) {
      for (ServiceModel service : services) {
        OperationModel operation = service.findOperation(parts[parts.length - 1]);
        if (operation != null && ProtocolKind.of(service).contains(ProtocolKind.CBOR)) {
          return new Target(service, operation, ProtocolKind.CBOR, Map.of());
        }
      }
    }
    throw new EngineException("UnknownOperationException", "Unknown operation: " + path);
  }

  private static @Nullable Target byAction(
      String action, @Nullable String version, List<ServiceModel> services) {
    Target other = null;
    for (ServiceModel service : services) {
      List<ProtocolKind> kinds = ProtocolKind.of(service);
      ProtocolKind kind =
          kinds.contains(ProtocolKind.QUERY)
              ? ProtocolKind.QUERY
              : kinds.contains(ProtocolKind.EC2) ? ProtocolKind.EC2 : null;
      OperationModel operation = kind == null ? null : service.findOperation(action);
      if (kind != null && operation != null) {
        Target target = new Target(service, operation, kind, Map.of());
        if (service.apiVersion().equals(version)) {
          return target;
        }
        other = other == null ? target : other;
      }
    }
    return other;
  }

  private @Nullable Target byPath(Inbound request, List<ServiceModel> services) {
    List<Map.Entry<String, String>> pairs = request.queryPairs();
    for (ServiceModel service : services) {
      List<ProtocolKind> kinds = ProtocolKind.of(service);
      ProtocolKind kind =
          kinds.contains(ProtocolKind.REST_JSON)
              ? ProtocolKind.REST_JSON
              : kinds.contains(ProtocolKind.REST_XML) ? ProtocolKind.REST_XML : null;
      if (kind != null) {
        for (PathPattern pattern : patterns(service)) {
          Map<String, String> labels = pattern.match(request, pairs);
          if (labels != null) {
            return new Target(service, pattern.operation(), kind, labels);
          }
        }
      }
    }
    return null;
  }

  private List<PathPattern> patterns(ServiceModel service) {
    return patterns.computeIfAbsent(
        service.name(),
        name -> {
          List<PathPattern> all = new ArrayList<>();
          for (String operation : service.operationNames()) {
            all.add(new PathPattern(service.operation(operation)));
          }
          Collections.sort(all);
          return all;
        });
  }

  /** Returns the services that a request may be for, those that are emulated first. */
  private List<ServiceModel> candidates(@Nullable String signingName, Inbound request) {
    String name = signingName == null ? hostName(request) : signingName;
    return bySigningName.computeIfAbsent(name, this::services);
  }

  private List<ServiceModel> services(String signingName) {
    Set<String> names = new LinkedHashSet<>();
    for (String service : preferred) {
      ServiceModel model = model(service);
      if (signingName.isEmpty() || isNamed(model, signingName)) {
        names.add(service);
      }
    }
    if (!signingName.isEmpty()) {
      names.addAll(allBySigningName().getOrDefault(signingName, List.of()));
    }
    return names.stream().map(this::model).toList();
  }

  private static boolean isNamed(ServiceModel model, String signingName) {
    return model.signingName().equals(signingName) || model.endpointPrefix().equals(signingName);
  }

  private Map<String, List<String>> allBySigningName() {
    Map<String, List<String>> created = allBySigningName;
    if (created == null) {
      created = new ConcurrentHashMap<>();
      for (String service : models.services()) {
        ServiceModel model = model(service);
        created.computeIfAbsent(model.signingName(), name -> new ArrayList<>()).add(service);
      }
      allBySigningName = created;
    }
    return created;
  }

  /** Returns the first label of an AWS host, for requests that are not signed; else nothing. */
  private static String hostName(Inbound request) {
    String host = request.headers().first("Host");
    if (host == null || !host.contains(".amazonaws.com")) {
      return "";
    }
    if (host.startsWith("s3.") || host.contains(".s3.") || host.contains(".s3-")) {
      return "s3";
    }
    return host.substring(0, host.indexOf('.'));
  }
}
