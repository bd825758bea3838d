package io.boto4j.local.wire;

import io.boto4j.Json;
import io.boto4j.local.engine.EngineException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The policy of an upload by a form: until when it holds, and which fields the form may have.
 *
 * <p>Source: Amazon S3 API Reference, "POST policy".
 */
final class PostPolicy {
  /** The fields that need no condition. */
  private static final Set<String> FREE =
      Set.of("policy", "x-amz-signature", "signature", "awsaccesskeyid", "file");

  private final Map<?, ?> policy;
  private long least;
  private long most = Long.MAX_VALUE;

  private PostPolicy(Map<?, ?> policy) {
    this.policy = policy;
  }

  /**
   * Checks the fields of a form against its policy.
   *
   * @param form the form
   * @param bucket the bucket
   * @param now the time
   * @return the file, which ends with an error if it has not the size that the policy allows
   */
  static InputStream check(PostForm form, String bucket, Instant now) {
    String encoded = form.field("policy");
    if (encoded == null) {
      return form.put().body();
    }
    PostPolicy policy = new PostPolicy(parsed(encoded));
    policy.checkExpiration(now);
    Map<String, String> fields = new LinkedHashMap<>(form.fields());
    fields.put("bucket", bucket);
    policy.checkConditions(fields);
    return policy.new Limited(form.put().body());
  }

  private static Map<?, ?> parsed(String encoded) {
    try {
      String json = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      if (Json.read(json) instanceof Map<?, ?> map) {
        return map;
      }
    } catch (RuntimeException e) {
      // The error below is the answer.
    }
    throw new EngineException(
        "InvalidPolicyDocument",
        "The content of the form does not meet the conditions specified in the policy document.",
        400,
        Map.of());
  }

  private static EngineException refused(String why) {
    return new EngineException(
        "AccessDenied", "Invalid according to Policy: " + why, 403, Map.of());
  }

  private void checkExpiration(Instant now) {
    Object expiration = policy.get("expiration");
    try {
      if (expiration != null && now.isBefore(Instant.parse(expiration.toString()))) {
        return;
      }
    } catch (DateTimeParseException e) {
      throw refused("Policy has an invalid expiration date.");
    }
    throw refused("Policy expired.");
  }

  private void checkConditions(Map<String, String> fields) {
    List<String> allowed = new ArrayList<>(List.of("bucket"));
    if (policy.get("conditions") instanceof List<?> conditions) {
      for (Object condition : conditions) {
        String field = checkOne(condition, fields);
        if (field != null) {
          allowed.add(field);
        }
      }
    }
    for (String field : fields.keySet()) {
      if (!FREE.contains(field)
          && !field.startsWith("x-ignore-")
          && allowed.stream().noneMatch(field::equals)) {
        throw refused("Extra input fields: " + field);
      }
    }
  }

  /** Checks a condition, and returns the field that it is about. */
  private @Nullable String checkOne(Object condition, Map<String, String> fields) {
    if (condition instanceof Map<?, ?> exact) {
      for (Map.Entry<?, ?> entry : exact.entrySet()) {
        String name = String.valueOf(entry.getKey()).toLowerCase(Locale.ROOT);
        require(String.valueOf(entry.getValue()).equals(fields.get(name)), condition);
        return name;
      }
      return null;
    }
    if (!(condition instanceof List<?> parts) || parts.size() != 3) {
      throw refused("Policy Condition failed: " + Json.write(condition));
    }
    String operator = String.valueOf(parts.get(0)).toLowerCase(Locale.ROOT);
    if (operator.equals("content-length-range")) {
      least = Long.parseLong(String.valueOf(parts.get(1)));
      most = Long.parseLong(String.valueOf(parts.get(2)));
      return null;
    }
    String name = String.valueOf(parts.get(1)).toLowerCase(Locale.ROOT);
    String field = name.startsWith("$") ? name.substring(1) : name;
    String value = fields.getOrDefault(field, "");
    String wanted = String.valueOf(parts.get(2));
    boolean holds =
        operator.equals("starts-with") ? value.startsWith(wanted) : value.equals(wanted);
    require(holds, condition);
    return field;
  }

  private static void require(boolean holds, Object condition) {
    if (!holds) {
      throw refused("Policy Condition failed: " + Json.write(condition));
    }
  }

  private final class Limited extends FilterInputStream {
    private long size;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      size += Math.max(0, count);
      if (size > most) {
        throw new EngineException(
            "EntityTooLarge",
            "Your proposed upload exceeds the maximum allowed size",
            400,
            Map.of("ProposedSize", Long.toString(size), "MaxSizeAllowed", Long.toString(most)));
      }
      if (count < 0 && size < least) {
        throw new EngineException(
            "EntityTooSmall",
            "Your proposed upload is smaller than the minimum allowed size",
            400,
            Map.of("ProposedSize", Long.toString(size), "MinSizeAllowed", Long.toString(least)));
      }
      return count;
    }
  }
}
