package io.boto4j.resource;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.ResourceResult;
import io.boto4j.model.resource.Source;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list whose elements identify the resources of a result, such as {@code Routes[]}: every
 * source that is a list, and the data, begins with it.
 *
 * <p>Each element is searched on its own, because a list of the identifiers alone would lack those
 * that are null, and no longer fit the list of data: routes for IPv6 have no {@code
 * DestinationCidrBlock}.
 *
 * @param kind the structure that has the list
 * @param path the path of the list
 */
record Rows(Source.Kind kind, String path) {
  private static final String LIST = "[]";

  /** Returns the list of a result; null if it has none, or several. */
  static @Nullable Rows of(ResourceResult result) {
    Rows rows = null;
    for (Binding each : result.identifiers()) {
      Source source = each.source();
      int end = isPath(source.kind()) ? source.text().lastIndexOf(LIST) : -1;
      if (end >= 0) {
        Rows own = new Rows(source.kind(), source.text().substring(0, end + LIST.length()));
        if (rows != null && !rows.equals(own)) {
          return null;
        }
        rows = own;
      }
    }
    String data = result.path();
    boolean fits = rows != null && (data == null || data.equals(rows.path()));
    return fits ? rows : null;
  }

  private static boolean isPath(Source.Kind kind) {
    return kind == Source.Kind.RESPONSE || kind == Source.Kind.DATA || kind == Source.Kind.REQUEST;
  }

  /** Returns whether a source is in the elements. */
  boolean contain(Source source) {
    return source.kind() == kind && source.text().startsWith(path);
  }

  /** Returns the elements; none if the structure lacks the list. */
  List<?> in(@Nullable Structure structure) {
    Object found = structure == null ? null : structure.search(path);
    return found instanceof List<?> list ? list : List.of();
  }

  /** Returns the value of a source that is in the elements. */
  @Nullable Object value(Source source, @Nullable Object row) {
    String rest = source.text().substring(path.length());
    if (rest.isEmpty()) {
      return row;
    }
    Structure structure = structure(row);
    if (structure == null) {
      return null;
    }
    String inner = rest.substring(1);
    // Most are names, which need not be compiled for each element.
    return isName(inner) ? structure.get(inner) : structure.search(inner);
  }

  private static boolean isName(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c != '_' && !Character.isLetterOrDigit(c)) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("unchecked") // responses have string keys
  static @Nullable Structure structure(@Nullable Object value) {
    if (value instanceof Structure structure) {
      return structure;
    }
    return value instanceof Map<?, ?> map ? Structures.of((Map<String, ?>) map) : null;
  }
}
