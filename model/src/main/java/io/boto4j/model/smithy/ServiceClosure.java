package io.boto4j.model.smithy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The operations of a service: its own, and those of its resources and of theirs. */
final class ServiceClosure {
  private static final int MAX_LEVELS = 100;
  private static final String[] LIFECYCLE = {"create", "put", "read", "update", "delete", "list"};
  private static final String[] LISTS = {"operations", "collectionOperations"};

  private final Map<String, AstShape> byId = new LinkedHashMap<>();
  private final Set<String> resources = new LinkedHashSet<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final Ast ast;

  private ServiceClosure(Ast ast) {
    this.ast = ast;
  }

  /** Returns the operations by name, sorted, each once. */
  static Map<String, AstShape> operations(Ast ast, AstShape service) {
    ServiceClosure closure = new ServiceClosure(ast);
    closure.addAll(service, "operations");
    closure.addResources(service);
    Map<String, AstShape> byName = new TreeMap<>();
    for (AstShape operation : closure.byId.values()) {
      AstShape other = byName.put(operation.name(), operation);
      if (other != null) {
        throw operation.node().broken("the operation " + other.id() + " has the same name");
      }
    }
    return byName;
  }

  /** Returns the errors of an operation by id: its own, and those of all operations. */
  static List<AstShape> errors(Ast ast, AstShape service, AstShape operation) {
    Map<String, AstShape> errors = new LinkedHashMap<>();
    errors.putAll(ast.expectAll(AstType.STRUCTURE, operation, "errors"));
    errors.putAll(ast.expectAll(AstType.STRUCTURE, service, "errors"));
    return new ArrayList<>(errors.values());
  }

  private void addAll(AstShape owner, String list) {
    byId.putAll(ast.expectAll(AstType.OPERATION, owner, list));
  }

  private void addResources(AstShape owner) {
    for (AstShape resource : ast.expectAll(AstType.RESOURCE, owner, "resources").values()) {
      if (open.contains(resource.id())) {
        throw owner.node().broken("its resource " + resource.id() + " contains it");
      }
      if (resources.add(resource.id())) {
        addResource(resource);
      }
    }
  }

  private void addResource(AstShape resource) {
    open.add(resource.id());
    if (open.size() > MAX_LEVELS) {
      throw resource.node().broken("there are more than " + MAX_LEVELS + " levels of resources");
    }
    for (String property : LIFECYCLE) {
      Node reference = resource.node().get(property);
      if (reference != null) {
        AstShape operation = ast.expect(AstType.OPERATION, reference);
        byId.put(operation.id(), operation);
      }
    }
    for (String list : LISTS) {
      addAll(resource, list);
    }
    addResources(resource);
    open.remove(resource.id());
  }
}
