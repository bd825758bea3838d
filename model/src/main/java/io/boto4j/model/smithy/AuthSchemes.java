package io.boto4j.model.smithy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The authentication schemes of a service and its operations, the preferred one first. */
final class AuthSchemes {
  static final String BEARER = "smithy.api#httpBearerAuth";
  private static final String AUTH = "smithy.api#auth";
  private static final String NO_AUTH = "smithy.api#noAuth";
  private static final String OPTIONAL = "smithy.api#optionalAuth";
  private static final String UNSIGNED_PAYLOAD = "aws.auth#unsignedPayload";

  private static final Set<String> KNOWN = Set.of(Traits.SIGV4, "aws.auth#sigv4a", BEARER, NO_AUTH);

  /** Schemes of Smithy that boto4j does not have, whose definitions are rarely in a model. */
  private static final Set<String> UNKNOWN =
      Set.of(
          "smithy.api#httpBasicAuth",
          "smithy.api#httpDigestAuth",
          "smithy.api#httpApiKeyAuth",
          "aws.auth#cognitoUserPools",
          "aws.auth#sigv4s3express");

  private AuthSchemes() {}

  /** Returns the schemes of a service; one with unknown schemes only is refused. */
  static List<String> of(Ast ast, AstShape service) {
    Node priorities = service.trait(AUTH);
    List<String> all =
        priorities == null ? new ArrayList<>(declared(ast, service)) : priorities.texts();
    if (all.isEmpty()) {
      return List.of(NO_AUTH);
    }
    return known(all, priorities == null ? service.node() : priorities);
  }

  /** Returns the schemes that the service has traits of: without priorities, in their order. */
  private static Set<String> declared(Ast ast, AstShape service) {
    Set<String> schemes = new TreeSet<>();
    for (String trait : service.traits().keySet()) {
      AstShape definition = ast.find(trait);
      if (KNOWN.contains(trait)
          || UNKNOWN.contains(trait)
          || (definition != null && definition.has(Traits.AUTH_DEFINITION))) {
        schemes.add(trait);
      }
    }
    return schemes;
  }

  private static List<String> known(List<String> schemes, Node place) {
    List<String> known = new ArrayList<>();
    for (String scheme : schemes) {
      if (KNOWN.contains(scheme)) {
        known.add(scheme);
      }
    }
    if (known.isEmpty()) {
      throw place.broken(
          "boto4j knows none of the authentication schemes " + Excerpt.of(schemes.toString()));
    }
    return known;
  }

  /** Returns what an operation has that is different from its service's schemes. */
  static Map<String, Object> ofOperation(AstShape operation, List<String> ofService) {
    Map<String, Object> traits = new LinkedHashMap<>();
    List<String> own = own(operation);
    if (own != null && !own.equals(ofService)) {
      traits.put("auth", own);
    }
    if (own != null && own.get(0).equals(NO_AUTH)) {
      traits.put("authtype", "none");
    } else if (operation.has(UNSIGNED_PAYLOAD)) {
      traits.put("authtype", "v4-unsigned-body");
    }
    if (operation.has(UNSIGNED_PAYLOAD)) {
      traits.put("unsignedPayload", true);
    }
    return traits;
  }

  /**
   * Returns the schemes of an operation, or null for those of its service. Where a signature is
   * only optional, boto3 signs.
   */
  private static @Nullable List<String> own(AstShape operation) {
    Node priorities = operation.trait(AUTH);
    if (priorities == null) {
      return null;
    }
    List<String> all = priorities.texts();
    if (all.isEmpty()) {
      return List.of(NO_AUTH);
    }
    List<String> known = known(all, priorities);
    if (operation.has(OPTIONAL) && !known.contains(NO_AUTH)) {
      known.add(NO_AUTH);
    }
    return known;
  }
}
