package io.boto4j.local.wire;

import io.boto4j.local.engine.EngineException;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation that a request calls: from the header {@code X-Amz-Target}, the parameter
 * {@code Action}, or method and path, among the services with the signing name of the request.
 */
public final class Routes {
  /** The path that the endpoints of some services have, before that of an operation. */
  private static final Pattern VERSION = Pattern.compile("/v[0-9](/[a-z]+/.*)");

  private static final String TARGET = "X-Amz-Target";
  private static final String SMITHY_PROTOCOL = "smithy-protocol";

  private final ModelLoader models;
  private final List<String> preferred;
  private final Map<String, List<PathPattern>> patterns = new ConcurrentHashMap<>();
  private final Map<String, List<ServiceModel>> emulated = new ConcurrentHashMap<>();

  /**
   * Creates routes.
   *
   * @param models the models of the services
   * @param preferred the services that are emulated: of two services that a request could be for,
   *     it is for one of these
   */
  public Routes(ModelLoader models, Set<String> preferred) {
    this.models = models;
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
      Inbound request,
      @Nullable String signingName,
      @Nullable List<Map.Entry<String, String>> form) {
    String name = signingName == null ? hostName(request) : signingName;
    Target found = find(request, form, emulated.computeIfAbsent(name, this::emulated));
    if (found == null) {
      // The models of all services are read only for what no engine is called for.
      found = find(request, form, others(name));
    }
    if (found == null) {
      found = find(request, form, emulated.computeIfAbsent(name + "*", any -> relatives(name)));
    }
    if (found == null) {
      throw unknown(request, name);
    }
    return found;
  }

  private @Nullable Target find(
      Inbound request,
      @Nullable List<Map.Entry<String, String>> form,
      List<ServiceModel> services) {
    String target = request.headers().first(TARGET);
    if (target != null) {
      return byTarget(target, services);
    }
    if (request.headers().first(SMITHY_PROTOCOL) != null) {
      return byCborPath(request.path(), services);
    }
    List<Map.Entry<String, String>> pairs = form == null ? request.queryPairs() : form;
    String action = value(pairs, "Action");
    Target found = action == null ? null : byAction(action, value(pairs, "Version"), services);
    return found == null ? byPath(request, services) : found;
  }

  private static EngineException unknown(Inbound request, String name) {
    String target = request.headers().first(TARGET);
    if (target != null) {
      return new EngineException("UnknownOperationException", "Unknown operation: " + target);
    }
    if (request.headers().first(SMITHY_PROTOCOL) != null) {
      return new EngineException(
          "UnknownOperationException", "Unknown operation: " + request.path());
    }
    return new EngineException(
        "UnknownOperationException",
        "No operation of "
            + (name.isEmpty() ? "any emulated service" : name)
            + " has the path "
            + request.method()
            + " "
            + request.path(),
        404,
        Map.of());
  }

  private static @Nullable String value(List<Map.Entry<String, String>> pairs, String name) {
    for (Map.Entry<String, String> pair : pairs) {
      if (pair.getKey().equals(name)) {
        return pair.getValue();
      }
    }
    return null;
  }

  private static @Nullable Target byTarget(String target, List<ServiceModel> services) {
    int dot = target.lastIndexOf('.');
    String prefix = dot < 0 ? "" : target.substring(0, dot);
    String name = target.substring(dot + 1);
    for (ServiceModel service : services) {
      OperationModel operation = service.findOperation(name);
      if (operation != null && prefix.equals(service.metadata().text("targetPrefix"))) {
        return new Target(service, operation, ProtocolKind.JSON, Map.of());
      }
    }
    return null;
  }

  private static @Nullable Target byCborPath(String path, List<ServiceModel> services) {
    String[] parts = path.split("/", -1);
    if (parts.length >= 5 && parts[parts.length - 2].equals("operation")) {
      for (ServiceModel service : services) {
        OperationModel operation = service.findOperation(parts[parts.length - 1]);
        if (operation != null && ProtocolKind.of(service).contains(ProtocolKind.CBOR)) {
          return new Target(service, operation, ProtocolKind.CBOR, Map.of());
        }
      }
    }
    return null;
  }

  private static @Nullable Target byAction(
      String action, @Nullable String version, List<ServiceModel> services) {
    Target other = null;
    for (ServiceModel service : services) {
      List<ProtocolKind> kinds = ProtocolKind.of(service);
      ProtocolKind kind =
          kinds.contains(ProtocolKind.QUERY) || SqsQuery.is(service)
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
    Match best = null;
    for (ServiceModel service : services) {
      List<ProtocolKind> kinds = ProtocolKind.of(service);
      ProtocolKind kind =
          kinds.contains(ProtocolKind.REST_JSON)
              ? ProtocolKind.REST_JSON
              : kinds.contains(ProtocolKind.REST_XML) ? ProtocolKind.REST_XML : null;
      if (kind != null) {
        Match match = byPath(request, pairs, service, kind);
        if (match != null && (best == null || match.pattern.comparePath(best.pattern) < 0)) {
          best = match;
        }
      }
    }
    if (best != null) {
      return best.target;
    }
    Matcher version = VERSION.matcher(request.path());
    return version.lookingAt() ? byPath(request.withPath(version.group(1)), services) : null;
  }

  /**
   * Finds the most specific pattern whose required members a request has, or else the one that
   * lacks the fewest: the request is for that operation, which will miss them.
   */
  private @Nullable Match byPath(
      Inbound request,
      List<Map.Entry<String, String>> pairs,
      ServiceModel service,
      ProtocolKind kind) {
    PathPattern best = null;
    Target target = null;
    int fewest = Integer.MAX_VALUE;
    for (PathPattern pattern : patterns(service)) {
      Map<String, String> labels = pattern.match(request, pairs);
      if (labels == null || (best != null && !pattern.isLike(best))) {
        continue;
      }
      int missing = pattern.missing(request, pairs);
      if (missing < fewest) {
        best = pattern;
        target = new Target(service, pattern.operation(), kind, labels);
        fewest = missing;
      }
      if (fewest == 0) {
        break;
      }
    }
    return best == null || target == null ? null : new Match(best, target);
  }

  /** An operation that a request may call, and its pattern: S3's match the paths of others too. */
  private record Match(PathPattern pattern, Target target) {}

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

  private List<ServiceModel> emulated(String name) {
    List<ServiceModel> services = new ArrayList<>();
    for (String service : preferred) {
      ServiceModel model = model(service);
      if (name.isEmpty() || isNamed(model, name)) {
        services.add(model);
      }
    }
    return services;
  }

  /** Some operations of S3 are signed for another name than the service, as s3-object-lambda. */
  private List<ServiceModel> relatives(String name) {
    List<ServiceModel> services = new ArrayList<>();
    if (!SigningNames.ALL.containsKey(name) && !name.isEmpty()) {
      // Neither do others sign for their own name: IngestionService is importexport.
      return emulated("");
    }
    for (String service : preferred) {
      ServiceModel model = model(service);
      if (name.startsWith(model.signingName())) {
        services.add(model);
      }
    }
    return services;
  }

  private List<ServiceModel> others(String signingName) {
    List<ServiceModel> services = new ArrayList<>();
    for (String service : SigningNames.ALL.getOrDefault(signingName, List.of())) {
      services.add(model(service));
    }
    return services;
  }

  private static boolean isNamed(ServiceModel model, String signingName) {
    return model.signingName().equals(signingName) || model.endpointPrefix().equals(signingName);
  }

  /** The services of all signing names, read when they are first needed. */
  private static final class SigningNames {
    static final Map<String, List<String>> ALL = all();

    private SigningNames() {}

    private static Map<String, List<String>> all() {
      Map<String, List<String>> names = new HashMap<>();
      ModelLoader models = ModelLoader.builtIn();
      for (String service : models.services()) {
        ServiceModel model = models.find(service);
        if (model != null) {
          names.computeIfAbsent(model.signingName(), name -> new ArrayList<>()).add(service);
        }
      }
      return names;
    }
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
