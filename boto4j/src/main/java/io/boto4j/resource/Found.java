package io.boto4j.resource;

import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.ResourceResult;
import io.boto4j.model.resource.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers and data of a resource that a call or a link leads to.
 *
 * @param identifiers the values by the names in the definition
 * @param data the data, or null if it has to be loaded
 */
record Found(Map<String, Object> identifiers, @Nullable Structure data) {
  /**
   * Evaluates a result.
   *
   * @param result the definition
   * @param scope the resource that made the call or has the link
   * @param request the parameters of the call; null for a link
   * @param response the response; null for a link
   * @return a resource per element of the lists among the identifiers, without elements that lack
   *     one; one if none is a list; none if an identifier is null
   */
  static List<Found> of(
      ResourceResult result,
      Scope scope,
      @Nullable Map<String, ?> request,
      @Nullable Response response) {
    Rows rows = Rows.of(result);
    if (rows != null) {
      return each(rows, result, scope, request, response);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    int count = -1;
    for (Binding each : result.identifiers()) {
      Object value = value(each.source(), scope, request, response);
      if (value == null) {
        return List.of();
      }
      if (value instanceof List<?> list && count < 0) {
        count = list.size();
      }
      values.put(each.target(), value);
    }
    Structure source = response != null ? response : result.path() == null ? null : scope.data();
    Object data = result.path() == null || source == null ? null : source.search(result.path());
    if (count < 0) {
      return List.of(new Found(values, Rows.structure(data)));
    }
    List<Found> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(
          new Found(
              element(values, i), Rows.structure(data instanceof List<?> l ? at(l, i) : null)));
    }
    return all;
  }

  private static List<Found> each(
      Rows rows,
      ResourceResult result,
      Scope scope,
      @Nullable Map<String, ?> request,
      @Nullable Response response) {
    Structure source =
        switch (rows.kind()) {
          case RESPONSE -> response;
          case REQUEST -> request == null ? null : Structures.of(request);
          case DATA -> scope.data();
          case IDENTIFIER, CONSTANT, INPUT -> null; // has no list
        };
    List<Found> all = new ArrayList<>();
    for (Object row : rows.in(source)) {
      Map<String, Object> values = new LinkedHashMap<>();
      for (Binding each : result.identifiers()) {
        Object value =
            rows.contain(each.source())
                ? rows.value(each.source(), row)
                : value(each.source(), scope, request, response);
        if (value != null) {
          values.put(each.target(), value);
        }
      }
      if (values.size() == result.identifiers().size()) {
        all.add(new Found(values, result.path() == null ? null : Rows.structure(row)));
      }
    }
    return all;
  }

  /** Tells whether a result has any number of resources, rather than one. */
  static boolean isPlural(ResourceResult result) {
    for (Binding each : result.identifiers()) {
      Source.Kind kind = each.source().kind();
      if ((kind == Source.Kind.RESPONSE || kind == Source.Kind.DATA || kind == Source.Kind.REQUEST)
          && (each.source().text().contains("[]") || each.source().text().contains("[*]"))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Object value(
      Source source, Scope scope, @Nullable Map<String, ?> request, @Nullable Response response) {
    return switch (source.kind()) {
      case IDENTIFIER -> scope.identifier(source.text());
      case DATA -> scope.data().search(source.text());
      case RESPONSE -> response == null ? null : response.search(source.text());
      case REQUEST -> request == null ? null : Structures.of(request).search(source.text());
      case CONSTANT -> source.value();
      case INPUT -> null;
    };
  }

  private static Map<String, Object> element(Map<String, Object> values, int index) {
    Map<String, Object> element = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          Object each = value instanceof List<?> list ? at(list, index) : value;
          if (each != null) {
            element.put(name, each);
          }
        });
    return element;
  }

  private static @Nullable Object at(List<?> list, int index) {
    return index < list.size() ? list.get(index) : null;
  }
}
