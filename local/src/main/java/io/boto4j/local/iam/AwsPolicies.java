package io.boto4j.local.iam;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The policies that AWS manages, of which the ones that people attach are known.
 *
 * <p>Their documents allow what the names promise, in fewer words than AWS's. A line of the table
 * has the path and name, and the actions; each action that is followed by {@code @} is allowed for
 * the resource behind it.
 */
final class AwsPolicies {
  private static final Instant CREATED = Instant.parse("2015-02-06T18:40:00Z");

  /** Loaded when the first policy is looked up. */
  private static final class Table {
    static final Map<String, Structure> POLICIES = read();
  }

  private AwsPolicies() {}

  static @Nullable Structure find(String arn) {
    if (!arn.contains(":iam::aws:policy/")) {
      return null;
    }
    return Table.POLICIES.get(arn.replaceFirst("^arn:[a-z-]+:", "arn:aws:"));
  }

  static Collection<Structure> all() {
    return Table.POLICIES.values();
  }

  private static Map<String, Structure> read() {
    Map<String, Structure> policies = new LinkedHashMap<>();
    try (InputStream stream =
            Objects.requireNonNull(
                AwsPolicies.class.getResourceAsStream("aws-managed-policies.txt"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          Structure policy = policy(line.trim());
          policies.put(String.valueOf(policy.text("Arn")), policy);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return policies;
  }

  private static Structure policy(String line) {
    String[] parts = line.split(" ", 2);
    int slash = parts[0].lastIndexOf('/');
    String name = parts[0].substring(slash + 1);
    String path = "/" + parts[0].substring(0, slash + 1);
    return Structures.of(
        Params.of(
            "PolicyName",
            name,
            "PolicyId",
            id(parts[0]),
            "Arn",
            "arn:aws:iam::aws:policy" + path + name,
            "Path",
            path,
            "DefaultVersionId",
            "v1",
            "CreateDate",
            CREATED,
            "UpdateDate",
            CREATED,
            "Versions",
            Map.of("v1", Map.of("Document", document(parts[1].trim()), "CreateDate", CREATED))));
  }

  /** The same id in every process. */
  private static String id(String name) {
    Random random = new Random(name.hashCode());
    StringBuilder id = new StringBuilder("ANPA");
    while (id.length() < 21) {
      id.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(random.nextInt(32)));
    }
    return id.toString();
  }

  private static String document(String text) {
    Map<String, List<String>> byResource = new LinkedHashMap<>();
    for (String action : text.split("[, ]+", -1)) {
      int at = action.indexOf('@');
      byResource
          .computeIfAbsent(at < 0 ? "*" : action.substring(at + 1), any -> new ArrayList<>())
          .add(at < 0 ? action : action.substring(0, at));
    }
    List<Params> statements = new ArrayList<>();
    byResource.forEach(
        (resource, actions) ->
            statements.add(
                actions.get(0).startsWith("!")
                    ? Params.of(
                        "Effect",
                        "Allow",
                        "NotAction",
                        actions.stream().map(one -> one.substring(1)).toList(),
                        "Resource",
                        resource)
                    : Params.of(
                        "Effect",
                        "Allow",
                        "Action",
                        actions.size() == 1 ? actions.get(0) : actions,
                        "Resource",
                        resource)));
    return Json.write(Params.of("Version", "2012-10-17", "Statement", statements));
  }
}
