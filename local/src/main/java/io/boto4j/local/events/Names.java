package io.boto4j.local.events;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** ARNs, names of buses, tags and pages, as EventBridge writes them. */
final class Names {
  static final String DEFAULT_BUS = "default";
  private static final int PAGE = 50;

  private Names() {}

  static String partition(String region) {
    return region.startsWith("cn-")
        ? "aws-cn"
        : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  static String arn(EngineContext context, String resource) {
    return "arn:"
        + partition(context.region())
        + ":events:"
        + context.region()
        + ":"
        + context.account()
        + ":"
        + resource;
  }

  /** The name of a bus that is given by its name or ARN, or not at all. */
  static String bus(@Nullable String nameOrArn) {
    if (nameOrArn == null || nameOrArn.isEmpty()) {
      return DEFAULT_BUS;
    }
    int slash = nameOrArn.indexOf(":event-bus/");
    return slash < 0 ? nameOrArn : nameOrArn.substring(slash + ":event-bus/".length());
  }

  /** The parts of an ARN, of which the last is the resource, or null if the text is not an ARN. */
  static String @Nullable [] parts(String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length == 6 && parts[0].equals("arn") ? parts : null;
  }

  static String text(Structure document, String member) {
    return Objects.requireNonNullElse(document.text(member), "");
  }

  static Map<String, String> tags(List<Structure> given) {
    Map<String, String> tags = new TreeMap<>();
    given.forEach(tag -> tags.put(text(tag, "Key"), text(tag, "Value")));
    return tags;
  }

  /** Returns one page of a list; the token is the number of elements before the page. */
  static Map<String, Object> page(String member, List<?> all, Structure input) {
    Integer limit = input.integer("Limit");
    String token = input.text("NextToken");
    int first;
    try {
      first = token == null || token.isEmpty() ? 0 : Math.max(0, Integer.parseInt(token));
    } catch (NumberFormatException e) {
      throw EventsErrors.validation("Parameter NextToken is not valid.");
    }
    int from = Math.min(first, all.size());
    int to = Math.min(from + (limit == null ? PAGE : limit), all.size());
    Map<String, Object> page = new LinkedHashMap<>();
    page.put(member, new ArrayList<>(all.subList(from, to)));
    if (to < all.size()) {
      page.put("NextToken", Integer.toString(to));
    }
    return page;
  }

  /** A copy of some members of a document, without those that it does not have. */
  static Map<String, Object> members(Structure document, List<String> names) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (String name : names) {
      Object value = document.get(name);
      if (value != null) {
        members.put(name, value);
      }
    }
    return members;
  }
}
