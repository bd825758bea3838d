package io.boto4j.local.lambda;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The policies of functions, their versions and aliases, and of layers. */
final class ResourcePolicy {
  private final MVMap<String, Object> map;

  ResourcePolicy(MVMap<String, Object> map) {
    this.map = map;
  }

  /** Adds a statement, and returns its text. */
  String add(String key, Structure statement, @Nullable String revision) {
    Structure policy = Functions.structure(map.get(key));
    checkRevision(policy, revision);
    String sid = Functions.text(statement, "Sid");
    List<Structure> statements = new ArrayList<>(policy.structures("Statement"));
    if (statements.stream().anyMatch(each -> sid.equals(each.text("Sid")))) {
      throw LambdaErrors.conflict(
          "The statement id ("
              + sid
              + ") provided already exists. Please provide a new statement id, or remove the"
              + " existing statement.");
    }
    statements.add(statement);
    put(key, statements);
    return Json.write(statement);
  }

  void remove(String key, String sid, @Nullable String revision) {
    Object stored = map.get(key);
    if (stored == null) {
      throw LambdaErrors.notFound("No policy is associated with the given resource.");
    }
    Structure policy = Functions.structure(stored);
    List<Structure> statements = new ArrayList<>(policy.structures("Statement"));
    checkRevision(policy, revision);
    if (!statements.removeIf(each -> sid.equals(each.text("Sid")))) {
      throw LambdaErrors.notFound("Statement " + sid + " is not found in resource policy.");
    }
    if (statements.isEmpty()) {
      map.remove(key);
    } else {
      put(key, statements);
    }
  }

  private void put(String key, List<Structure> statements) {
    map.put(key, Map.of("Statement", statements, "RevisionId", Functions.newId()));
  }

  private static void checkRevision(Structure policy, @Nullable String revision) {
    if (revision != null && !revision.equals(policy.text("RevisionId"))) {
      throw LambdaErrors.revision("GetPolicy");
    }
  }

  @Nullable String revision(String key) {
    return Functions.structure(map.get(key)).text("RevisionId");
  }

  /** The policy as GetPolicy returns it. */
  Map<String, ?> get(String key) {
    Object stored = map.get(key);
    if (stored == null) {
      throw LambdaErrors.nothing();
    }
    Structure policy = Functions.structure(stored);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Version", "2012-10-17");
    document.put("Id", "default");
    document.put("Statement", policy.structures("Statement"));
    return Params.of("Policy", Json.write(document), "RevisionId", policy.text("RevisionId"));
  }

  void removeAll(String name) {
    map.remove(name);
    Functions.under(map, name).forEach(map::remove);
  }
}
