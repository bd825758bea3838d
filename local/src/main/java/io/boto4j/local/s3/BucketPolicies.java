package io.boto4j.local.s3;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The policies of buckets. */
final class BucketPolicies {
  private static final int LONGEST = 20 * 1024;

  private final S3State state;

  BucketPolicies(S3State state) {
    this.state = state;
  }

  void addTo(S3Engine.Table table) {
    table.add("PutBucketPolicy", "PutBucketPolicy", this::put);
    table.add("GetBucketPolicy", "GetBucketPolicy", this::get);
    table.add("DeleteBucketPolicy", "DeleteBucketPolicy", this::delete);
    table.add("GetBucketPolicyStatus", "GetBucketPolicyStatus", this::status);
  }

  private Map<String, ?> put(Request request) {
    String policy = request.text("Policy");
    check(request.bucket(), policy);
    Structure block = request.bucket().configuration("publicAccessBlock");
    if (block != null && Boolean.TRUE.equals(block.bool("BlockPublicPolicy")) && isPublic(policy)) {
      throw S3Errors.accessDenied();
    }
    state.change(
        change -> {
          state.put(request.current().with("Policy", policy));
          return true;
        });
    return Map.of();
  }

  private static Structure parsed(String policy) {
    try {
      if (Json.read(policy) instanceof Map<?, ?> map) {
        return Documents.structure(map);
      }
    } catch (RuntimeException e) {
      // The error below is the answer.
    }
    throw malformed("Policies must be valid JSON and the first byte must be '{'");
  }

  private static void check(Bucket bucket, String policy) {
    if (policy.length() > LONGEST) {
      throw malformed(
          "Normalized policy document exceeds the maximum allowed size of 20480 bytes.");
    }
    Structure document = parsed(policy);
    List<Structure> statements = statements(document);
    if (statements.isEmpty()) {
      throw malformed("Missing required field Statement");
    }
    for (Structure statement : statements) {
      if (!statement.containsKey("Effect")) {
        throw malformed("Missing required field Effect");
      }
      if (!statement.containsKey("Principal") && !statement.containsKey("NotPrincipal")) {
        throw malformed("Missing required field Principal");
      }
      if (!statement.containsKey("Action") && !statement.containsKey("NotAction")) {
        throw malformed("Missing required field Action");
      }
      Object resource = statement.get("Resource");
      if (resource == null && !statement.containsKey("NotResource")) {
        throw malformed("Missing required field Resource");
      }
      checkResource(bucket, resource);
    }
  }

  private static void checkResource(Bucket bucket, @Nullable Object resource) {
    List<?> all =
        resource instanceof List<?> list ? list : List.of(resource == null ? "*" : resource);
    for (Object each : all) {
      String arn = String.valueOf(each);
      String name = arn.startsWith("arn:") ? arn.substring(arn.lastIndexOf(':') + 1) : arn;
      int slash = name.indexOf('/');
      String named = slash < 0 ? name : name.substring(0, slash);
      if (!named.contains("*") && !named.contains("?") && !named.equals(bucket.name())) {
        throw malformed("Policy has invalid resource");
      }
    }
  }

  private static List<Structure> statements(Structure document) {
    Object statement = document.get("Statement");
    if (statement instanceof Map<?, ?> one) {
      return List.of(Documents.structure(one));
    }
    return document.structures("Statement");
  }

  private static RuntimeException malformed(String message) {
    return S3Errors.of(400, "MalformedPolicy", message);
  }

  private Map<String, ?> get(Request request) {
    return Map.of("Policy", policy(request));
  }

  private static String policy(Request request) {
    String policy = request.bucket().document().text("Policy");
    if (policy == null) {
      throw S3Errors.of(
          404,
          "NoSuchBucketPolicy",
          "The bucket policy does not exist",
          "BucketName",
          request.bucket().name());
    }
    return policy;
  }

  private Map<String, ?> delete(Request request) {
    state.change(
        change -> {
          state.put(request.current().with("Policy", null));
          return true;
        });
    return Map.of();
  }

  private Map<String, ?> status(Request request) {
    return Map.of("PolicyStatus", Map.of("IsPublic", isPublic(policy(request))));
  }

  /** Whether a statement without conditions allows something to everyone. */
  private static boolean isPublic(String policy) {
    for (Structure statement : statements(Structures.of(parsed(policy)))) {
      Object principal = statement.get("Principal");
      Object aws = principal instanceof Map<?, ?> map ? map.get("AWS") : principal;
      boolean everyone = "*".equals(aws) || (aws instanceof List<?> list && list.contains("*"));
      if (everyone
          && "Allow".equals(statement.text("Effect"))
          && statement.map("Condition").isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
