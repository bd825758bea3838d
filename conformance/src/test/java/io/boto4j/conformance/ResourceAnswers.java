package io.boto4j.conformance;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.ModelPart;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Generates the outputs of operations in which the given paths exist, with a value of its own at
 * each.
 */
final class ResourceAnswers {
  private static final Pattern LIST_OF_PATHS = Pattern.compile("\\[(.+)]\\|\\[](.*)");

  private final ServiceModel model;
  private final RoundTripValues values;
  private final Map<String, Object> paginators;
  private final Map<String, Integer> counts = new HashMap<>();

  ResourceAnswers(ServiceModel model) {
    this.model = model;
    this.values = new RoundTripValues(model);
    this.paginators = model.part(ModelPart.PAGINATORS);
  }

  boolean pages(String operation) {
    return paginators.containsKey(operation);
  }

  /** Returns the members of the input that say which page is meant, and how large it is. */
  List<String> pageParameters(String operation) {
    List<String> names = new ArrayList<>();
    if (paginators.get(operation) instanceof Map<?, ?> paginator) {
      names.addAll(texts(paginator.get("input_token")));
      names.addAll(texts(paginator.get("limit_key")));
    }
    return names;
  }

  /** Returns an output with every member, which is the last page. */
  Map<String, Object> full(String operation, List<String> paths) {
    return page(operation, paths, 1, /* last= */ true);
  }

  /** Returns an output with only what the model requires, and what leads to the paths. */
  Map<String, Object> minimal(String operation, List<String> paths) {
    return sendable(operation, SampleValues.minimal(), paths);
  }

  /** Returns two pages. */
  List<Map<String, Object>> twoPages(String operation, List<String> paths) {
    return List.of(
        page(operation, paths, 1, /* last= */ false), page(operation, paths, 2, /* last= */ true));
  }

  /** Returns an output without members, except those that lead to the next page. */
  Map<String, Object> emptyPage(String operation) {
    Map<String, Object> page = minimal(operation, List.of());
    setTokens(operation, page, 0, /* last= */ false);
    return page;
  }

  /**
   * Removes the value of a path from the first element of each list.
   *
   * @return whether the path leads through a list to a member
   */
  boolean removeFirst(Map<String, Object> output, String path) {
    if (!path.contains("[].")) {
      return false;
    }
    String plain = path.replaceFirst("^\\[(\\w+),.*]\\|\\[]", "$1[]");
    int last = plain.lastIndexOf('.');
    Object inner = output;
    for (String step : plain.substring(0, last).split("\\.", -1)) {
      inner = inner instanceof Map<?, ?> map ? map.get(step.replaceFirst("\\[.*", "")) : null;
      inner = step.endsWith("]") && inner instanceof List<?> list ? list.get(0) : inner;
    }
    return inner instanceof Map<?, ?> map && map.remove(plain.substring(last + 1)) != null;
  }

  private Map<String, Object> page(String operation, List<String> paths, int number, boolean last) {
    Map<String, Object> page =
        sendable(operation, SampleValues.full(operation.hashCode() + number).valid(), paths);
    setTokens(operation, page, number, last);
    return page;
  }

  private void setTokens(String operation, Map<String, Object> page, int number, boolean last) {
    if (!(paginators.get(operation) instanceof Map<?, ?> paginator)) {
      return;
    }
    for (String token : texts(paginator.get("output_token"))) {
      String name = token.replaceFirst("\\s*\\|\\|.*", "");
      page.remove(name);
      StructureShape shape = model.operation(operation).output();
      Member member = shape == null ? null : shape.member(name);
      if (!last && member != null) {
        boolean text = member.shape().type() == ShapeType.STRING;
        page.put(name, text ? (Object) ("page-" + number) : (Object) (number + 1));
      }
    }
    for (String more : texts(paginator.get("more_results"))) {
      page.put(more, !last);
    }
  }

  private static List<String> texts(@Nullable Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof String text) {
      texts.add(text);
    } else if (value instanceof List<?> list) {
      list.forEach(each -> texts.add(String.valueOf(each)));
    }
    return texts;
  }

  private Map<String, Object> sendable(String operation, SampleValues samples, List<String> paths) {
    OperationModel called = model.operation(operation);
    StructureShape shape = called.output();
    Map<String, Object> output = new LinkedHashMap<>(samples.output(called));
    if (shape != null) {
      reduce(shape, output);
      for (String path : paths) {
        require(shape, output, path);
      }
    }
    return values.sendable(called, output);
  }

  /**
   * Leaves one member of each value of DynamoDB, which the generator does not know to be a union.
   */
  private static void reduce(Shape shape, @Nullable Object value) {
    if (shape instanceof StructureShape structure && value instanceof Map<?, ?> map) {
      if (shape.name().equals("AttributeValue")) {
        map.keySet().removeIf(name -> !"S".equals(name));
      }
      for (Member member : structure.members()) {
        reduce(member.shape(), map.get(member.name()));
      }
    } else if (shape instanceof ListShape list && value instanceof List<?> elements) {
      elements.forEach(each -> reduce(list.element().shape(), each));
    } else if (shape instanceof MapShape map && value instanceof Map<?, ?> entries) {
      entries.values().forEach(each -> reduce(map.value().shape(), each));
    }
  }

  private void require(StructureShape shape, Map<String, Object> output, String path) {
    Matcher several = LIST_OF_PATHS.matcher(path);
    if (several.matches()) {
      for (String each : several.group(1).split(",", -1)) {
        require(shape, output, each.strip() + "[]" + several.group(2));
      }
      return;
    }
    List<String> steps = new ArrayList<>();
    for (String step : path.split("\\.", -1)) {
      if (!step.equals("@")) {
        steps.add(step);
      }
    }
    if (!steps.isEmpty()) {
      require(shape, output, steps);
    }
  }

  private void require(StructureShape shape, Map<String, Object> value, List<String> steps) {
    String name = steps.get(0).replaceFirst("\\[.*", "");
    Member member = shape.member(name);
    if (member == null) {
      return;
    }
    List<String> rest = steps.subList(1, steps.size());
    Object inner = required(member.shape(), name, value.get(name), rest);
    if (inner != null) {
      value.put(name, inner);
    }
  }

  @SuppressWarnings("unchecked") // generated structures have string keys
  private @Nullable Object required(
      Shape shape, String name, @Nullable Object value, List<String> rest) {
    if (shape instanceof ListShape list) {
      List<Object> elements = new ArrayList<>(value instanceof List<?> given ? given : List.of());
      for (int i = 0; i < Math.max(2, elements.size()); i++) {
        Object old = i < elements.size() ? elements.get(i) : null;
        Object element = required(list.element().shape(), name, old, rest);
        if (element != null && i < elements.size()) {
          elements.set(i, element);
        } else if (element != null) {
          elements.add(element);
        }
      }
      return elements;
    }
    if (shape instanceof StructureShape structure) {
      Map<String, Object> members = new LinkedHashMap<>();
      if (value instanceof Map<?, ?> given) {
        members.putAll((Map<String, Object>) given);
      }
      if (!rest.isEmpty()) {
        require(structure, members, rest);
      }
      return members;
    }
    boolean free = shape.traits().get("enum") == null;
    if (shape.type() == ShapeType.STRING && free) {
      return name + "-" + counts.merge(name, 1, Integer::sum);
    }
    return shape.type() == ShapeType.INTEGER ? counts.merge(name, 1, Integer::sum) : value;
  }
}
