package io.boto4j.internal.credentials;

import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.internal.text.Timestamps;
import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.codec.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A cache of the credentials of one role, shared with other processes. Format and key are those of
 * the AWS CLI: the key is a hash of the arguments to STS, except a generated session name.
 */
final class RoleCache {
  /** The remaining lifetime below which an entry is stale, as in botocore. */
  private static final Duration LEAST_LEFT = Duration.ofMinutes(15);

  private final FileCache files;
  private final String key;
  private final String method;
  private final Clock clock;

  RoleCache(Path folder, Map<String, ?> arguments, String method, Clock clock) {
    this.files = new FileCache(folder);
    this.key = key(arguments);
    this.method = method;
    this.clock = clock;
  }

  /** Reads the entry. An invalid entry, whatever program wrote it, counts as missing. */
  @Nullable Credentials read() {
    Map<String, Object> entry = files.read(key);
    if (entry == null || !(entry.get("Credentials") instanceof Map<?, ?> keys)) {
      return null;
    }
    try {
      Instant expiration = Timestamps.parse(text(keys, "Expiration"));
      if (clock.instant().plus(LEAST_LEFT).isAfter(expiration)) {
        return null;
      }
      return Credentials.of(
              text(keys, "AccessKeyId"), text(keys, "SecretAccessKey"), text(keys, "SessionToken"))
          .withAccountId(
              entry.get("AssumedRoleUser") instanceof Map<?, ?> user
                  ? RoleFetcher.accountId(text(user, "Arn"))
                  : null)
          .withExpiration(expiration)
          .withSource(method);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Writes the entry. A failure is only logged. */
  void write(Credentials credentials, @Nullable Structure user) {
    Instant expiration = credentials.expiration();
    if (expiration == null) {
      return;
    }
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("AccessKeyId", credentials.accessKeyId());
    keys.put("SecretAccessKey", credentials.secretAccessKey());
    keys.put("SessionToken", credentials.sessionToken());
    keys.put("Expiration", Timestamps.iso8601(expiration));
    keys.put("AccountId", credentials.accountId());
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("Credentials", keys);
    if (user != null) {
      entry.put("AssumedRoleUser", user);
    }
    files.writeOrWarn(key, entry, "The credentials of a role could not be written to the cache");
  }

  private static String text(Map<?, ?> map, String name) {
    if (map.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("no " + name);
  }

  /**
   * Returns botocore's key: the SHA-1, in hex, of the arguments as sorted JSON in Python's format.
   */
  static String key(Map<String, ?> arguments) {
    Map<String, Object> sorted = new TreeMap<>(arguments);
    if (sorted.get("Policy") instanceof String policy) {
      sorted.put("Policy", policy(policy));
    }
    return Digests.hex("SHA-1", new JsonWriter().spaced().value(sorted(sorted)).toByteArray());
  }

  /** Parses a policy. An invalid one is left to STS to reject. */
  private static @Nullable Object policy(String text) {
    try {
      JsonReader reader = new JsonReader(text.getBytes(StandardCharsets.UTF_8));
      Object policy = reader.readValue();
      reader.end();
      return policy;
    } catch (JsonException e) {
      return text;
    }
  }

  private static @Nullable Object sorted(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> sorted = new TreeMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        sorted.put(String.valueOf(entry.getKey()), sorted(entry.getValue()));
      }
      return sorted;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> sorted = new ArrayList<>(list.size());
      for (Object element : list) {
        sorted.add(sorted(element));
      }
      return sorted;
    }
    return value;
  }
}
