package io.boto4j.local.wire;

import io.boto4j.internal.text.PercentEncoding;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The method, path and query that lead to an operation of a REST protocol, such as {@code PUT
 * /{Bucket}/{Key+}?tagging}, and the required members in query and headers, which alone distinguish
 * some operations: UploadPart is a PutObject with a part number.
 */
final class PathPattern implements Comparable<PathPattern> {
  private final OperationModel operation;
  private final List<String> segments;
  private final List<Map.Entry<String, String>> query;
  private final List<String> requiredQuery = new ArrayList<>();
  private final List<String> requiredHeaders = new ArrayList<>();

  PathPattern(OperationModel operation) {
    this.operation = operation;
    String uri = operation.requestUri();
    int mark = uri.indexOf('?');
    this.segments = split(mark < 0 ? uri : uri.substring(0, mark));
    this.query = mark < 0 ? List.of() : Inbound.pairs(uri.substring(mark + 1), false);
    StructureShape input = operation.input();
    for (int i = 0; input != null && i < input.requiredCount(); i++) {
      Member member = input.member(input.requiredIndex(i));
      String location = member.traits().text("location");
      if ("querystring".equals(location)) {
        requiredQuery.add(member.wireName());
      } else if ("header".equals(location)) {
        requiredHeaders.add(member.wireName());
      }
    }
  }

  OperationModel operation() {
    return operation;
  }

  private static List<String> split(String path) {
    List<String> segments = new ArrayList<>();
    int from = path.startsWith("/") ? 1 : 0;
    for (int slash = path.indexOf('/', from); slash >= 0; slash = path.indexOf('/', from)) {
      segments.add(path.substring(from, slash));
      from = slash + 1;
    }
    segments.add(path.substring(from));
    return segments;
  }

  /** Returns the labels if the method, path and fixed query of a request match, else null. */
  @Nullable Map<String, String> match(Inbound request, List<Map.Entry<String, String>> pairs) {
    if (!operation.httpMethod().equals(request.method())) {
      return null;
    }
    for (Map.Entry<String, String> wanted : query) {
      boolean found = false;
      for (Map.Entry<String, String> pair : pairs) {
        found |=
            pair.getKey().equals(wanted.getKey())
                && (wanted.getValue().isEmpty() || pair.getValue().equals(wanted.getValue()));
      }
      if (!found) {
        return null;
      }
    }
    return labels(split(request.path()));
  }

  /** Returns the number of required members in query and headers that a request lacks. */
  int missing(Inbound request, List<Map.Entry<String, String>> pairs) {
    int missing = 0;
    for (String header : requiredHeaders) {
      missing += request.headers().contains(header) ? 0 : 1;
    }
    for (String name : requiredQuery) {
      missing += pairs.stream().anyMatch(pair -> pair.getKey().equals(name)) ? 0 : 1;
    }
    return missing;
  }

  private @Nullable Map<String, String> labels(List<String> path) {
    Map<String, String> labels = new LinkedHashMap<>();
    int at = 0;
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (isGreedy(segment)) {
        int after = segments.size() - i - 1;
        int end = path.size() - after;
        if (end <= at) {
          return null;
        }
        String rest = String.join("/", path.subList(at, end));
        if (rest.isEmpty()) {
          return null;
        }
        labels.put(segment.substring(1, segment.length() - 2), PercentEncoding.decode(rest));
        at = end;
      } else if (at >= path.size()
          || !matches(/* pattern= */ segment, /* segment= */ path.get(at), labels)) {
        return null;
      } else {
        at++;
      }
    }
    boolean slashAtTheEnd = at == path.size() - 1 && path.get(at).isEmpty();
    return at == path.size() || slashAtTheEnd ? labels : null;
  }

  private static boolean matches(String pattern, String segment, Map<String, String> labels) {
    int open = pattern.indexOf('{');
    if (open < 0) {
      return pattern.equals(segment) || pattern.equals(PercentEncoding.decode(segment));
    }
    int close = pattern.indexOf('}', open);
    String before = pattern.substring(0, open);
    String after = pattern.substring(close + 1);
    int end = segment.length() - after.length();
    if (!segment.startsWith(before) || !segment.endsWith(after) || end <= before.length()) {
      return false;
    }
    labels.put(
        pattern.substring(open + 1, close),
        PercentEncoding.decode(segment.substring(before.length(), end)));
    return true;
  }

  private static boolean isGreedy(String segment) {
    return segment.startsWith("{") && segment.endsWith("+}");
  }

  /** Orders patterns so that the more specific one comes first, and a deprecated one last. */
  @Override
  public int compareTo(PathPattern other) {
    int path = comparePath(other);
    if (path != 0) {
      return path;
    }
    int fixed = Integer.compare(other.query.size(), query.size());
    if (fixed != 0) {
      return fixed;
    }
    int required = Integer.compare(other.required(), required());
    return required != 0 ? required : Boolean.compare(isDeprecated(), other.isDeprecated());
  }

  /** Compares paths alone: negative if this one is more specific. */
  int comparePath(PathPattern other) {
    int common = Math.min(segments.size(), other.segments.size());
    for (int i = 0; i < common; i++) {
      int order = Integer.compare(rank(segments.get(i)), rank(other.segments.get(i)));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(other.segments.size(), segments.size());
  }

  /** Whether only required members in query and headers distinguish this pattern from another. */
  boolean isLike(PathPattern other) {
    return comparePath(other) == 0 && query.size() == other.query.size();
  }

  private int required() {
    return requiredQuery.size() + requiredHeaders.size();
  }

  private boolean isDeprecated() {
    return operation.traits().flag("deprecated");
  }

  private static int rank(String segment) {
    return isGreedy(segment) ? 2 : segment.indexOf('{') >= 0 ? 1 : 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PathPattern pattern && pattern.operation == operation;
  }

  @Override
  public int hashCode() {
    return operation.name().hashCode();
  }

  @Override
  public String toString() {
    return operation.httpMethod() + " " + operation.requestUri();
  }
}
