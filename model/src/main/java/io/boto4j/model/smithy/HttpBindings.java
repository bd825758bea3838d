package io.boto4j.model.smithy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places of members in requests and responses outside of the body. */
final class HttpBindings {
  private static final String LABEL = "smithy.api#httpLabel";
  private static final String HEADER = "smithy.api#httpHeader";
  private static final String PREFIX = "smithy.api#httpPrefixHeaders";
  private static final String QUERY = "smithy.api#httpQuery";
  private static final String QUERY_PARAMS = "smithy.api#httpQueryParams";
  private static final String RESPONSE_CODE = "smithy.api#httpResponseCode";

  private HttpBindings() {}

  /** Whether a member is not in the body, or is the whole of it. */
  static boolean isBound(AstMember member) {
    return isOfRequests(member)
        || member.has(HEADER)
        || member.has(PREFIX)
        || member.has(RESPONSE_CODE)
        || member.has(Traits.HTTP_PAYLOAD);
  }

  /** Whether a member of an input is not in the body; elsewhere these traits have no effect. */
  static boolean isOfRequests(AstMember member) {
    return member.has(LABEL) || member.has(QUERY) || member.has(QUERY_PARAMS);
  }

  /** Adds the place of a member. */
  static void put(Map<String, Object> tree, AstMember member) {
    if (member.has(LABEL)) {
      put(tree, "uri", member.name());
    } else if (member.has(QUERY_PARAMS)) {
      tree.put("location", "querystring");
    } else if (member.has(RESPONSE_CODE)) {
      tree.put("location", "statusCode");
    }
    putNamed(tree, "header", member.traits().get(HEADER));
    putNamed(tree, "headers", member.traits().get(PREFIX));
    putNamed(tree, "querystring", member.traits().get(QUERY));
  }

  private static void putNamed(Map<String, Object> tree, String location, @Nullable Node name) {
    if (name != null) {
      put(tree, location, name.text());
    }
  }

  private static void put(Map<String, Object> tree, String location, String name) {
    tree.put("location", location);
    tree.put("locationName", name);
  }
}
