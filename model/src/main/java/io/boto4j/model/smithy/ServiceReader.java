package io.boto4j.model.smithy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a service of a model's file: the list of the steps, and of the files that result. */
final class ServiceReader {
  private static final String CLIENT_PARAMS = "smithy.rules#clientContextParams";

  private final Ast ast;
  private final AstShape service;
  private final Protocols protocols;
  private final Budget budget;
  private final Texts texts;

  /** The operations by name. */
  private final Map<String, AstShape> operations;

  private ServiceReader(Ast ast, AstShape service, Protocols protocols, Budget budget) {
    this.ast = ast;
    this.service = service;
    this.protocols = protocols;
    this.budget = budget;
    this.texts = new Texts(budget);
    this.operations = ServiceClosure.operations(ast, service);
  }

  /**
   * Opens the services of a file.
   *
   * @param only the protocol to read them for, as if they had no other; null for the preferred one
   */
  static List<ServiceReader> openAll(String origin, byte[] json, @Nullable Protocol only) {
    Budget budget = new Budget();
    Node root = AstParser.parse(origin, json);
    Ast ast = AstReader.read(root, budget);
    ListCycles.check(ast);
    List<ServiceReader> services = new ArrayList<>();
    for (AstShape service : ast.all(AstType.SERVICE)) {
      if (!service.has(Traits.MIXIN) && (only == null || service.has(only.trait()))) {
        Protocols protocols = only == null ? Protocols.of(ast, service) : Protocols.only(only);
        services.add(new ServiceReader(ast, service, protocols, budget));
      }
    }
    if (services.isEmpty()) {
      throw root.broken("there is no service in it");
    }
    return services;
  }

  String serviceId() {
    return Metadata.serviceId(service);
  }

  String version() {
    return Metadata.version(service);
  }

  Map<String, Object> service() {
    return LegacyEdits.apply(serviceId(), tree());
  }

  Map<String, Object> paginators() {
    return Paginators.file(service, operations);
  }

  Map<String, Object> waiters() {
    return new Waiters(ast, service, protocols).file(operations);
  }

  Map<String, Object> examples() {
    return Examples.file(operations);
  }

  @Nullable Map<String, Object> endpointRules() {
    return Endpoints.rules(service);
  }

  private Map<String, Object> tree() {
    List<String> auth = AuthSchemes.of(ast, service);
    ShapeNames names = new ShapeNames(renamed());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("version", "2.0");
    tree.put("metadata", new Metadata(service, protocols).tree(auth));
    tree.put("operations", operations(names, auth));
    tree.put("shapes", shapes(names));
    texts.put(tree, service.traits());
    Node params = service.trait(CLIENT_PARAMS);
    if (params != null) {
      tree.put("clientContextParams", params.object());
    }
    return tree;
  }

  private Map<String, Object> operations(ShapeNames names, List<String> auth) {
    RootElements roots = new RootElements(service, names);
    OperationTrees trees = new OperationTrees(ast, service, protocols, names, roots, texts, budget);
    Map<String, Object> converted = new LinkedHashMap<>();
    for (Map.Entry<String, AstShape> each : operations.entrySet()) {
      Map<String, Object> tree = trees.tree(each.getValue());
      Endpoints.put(tree, service, each.getValue(), ast);
      tree.putAll(AuthSchemes.ofOperation(each.getValue(), auth));
      converted.put(each.getKey(), tree);
    }
    return converted;
  }

  private Map<String, Object> shapes(ShapeNames names) {
    Set<String> inputs = new HashSet<>();
    for (AstShape operation : operations.values()) {
      AstShape input = OperationTrees.structure(ast, operation, "input");
      if (input != null) {
        inputs.add(input.id());
      }
    }
    RootElements roots = new RootElements(service, names);
    MemberTrees members = new MemberTrees(ast, protocols.preferred(), names, roots, texts, inputs);
    return new ShapeTrees(ast, protocols, names, members, texts, budget).convertAll();
  }

  /** Returns the names by id that the service chooses for shapes of the same name. */
  private Map<String, String> renamed() {
    Map<String, String> renamed = new LinkedHashMap<>();
    for (Map.Entry<String, Node> each : service.node().membersOf("rename").entrySet()) {
      String name = Identifiers.check(each.getValue().text(), each.getValue());
      renamed.put(each.getKey(), name);
    }
    return renamed;
  }
}
