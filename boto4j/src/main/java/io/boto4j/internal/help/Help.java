package io.boto4j.internal.help;

import io.boto4j.model.Documentation;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.ModelPart;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The description of a service or an operation, as text for a terminal. */
public final class Help {
  private static final int WIDTH = 100;
  private static final int DEEPEST = 3;
  private static final int MOST_NAMES = 12;

  private static final String NO_TEXTS =
      "The texts are in an artifact of their own: boto4j-models with the classifier docs.\n";

  private final Documentation documentation;
  private final StringBuilder text = new StringBuilder();
  private final Deque<Shape> around = new ArrayDeque<>();

  private Help(Documentation documentation) {
    this.documentation = documentation;
  }

  /**
   * Describes a service.
   *
   * @param service the service
   * @return its documentation, if available, and the names of its operations, paginators and
   *     waiters
   */
  public static String of(ServiceModel service) {
    Help help = new Help(service.documentation());
    help.text.append(service.name()).append(" (").append(service.serviceId()).append(", ");
    help.text.append(service.apiVersion()).append(")\n");
    help.text.append("Model: ").append(service.origin()).append("\n\n");
    help.describe(help.documentation.service());
    help.names("Operations", service.operationNames());
    help.names("Paginators", List.copyOf(service.part(ModelPart.PAGINATORS).keySet()));
    help.names("Waiters", List.copyOf(service.part(ModelPart.WAITERS).keySet()));
    return help.text.toString();
  }

  private void names(String title, List<String> names) {
    if (!names.isEmpty()) {
      text.append(title).append(" (").append(names.size()).append("):\n");
      text.append(PlainText.of(String.join(", ", names), "  ", WIDTH)).append('\n');
    }
  }

  /**
   * Describes an operation.
   *
   * @param service the service
   * @param operation the operation
   * @return its documentation, if available, its parameters, its output and its errors
   */
  public static String of(ServiceModel service, OperationModel operation) {
    Help help = new Help(service.documentation());
    help.text.append(service.name()).append(' ').append(operation.name()).append("\n\n");
    help.describe(help.documentation.operation(operation.name()));
    help.part("Parameters", operation.input());
    help.part("Output", operation.output());
    StringBuilder errors = new StringBuilder();
    for (StructureShape error : operation.errors()) {
      errors.append(errors.length() == 0 ? "" : ", ").append(error.errorCode());
    }
    if (errors.length() > 0) {
      help.text.append("Errors:\n").append(PlainText.of(errors.toString(), "  ", WIDTH));
    }
    return help.text.toString();
  }

  private void describe(@Nullable String html) {
    text.append(html == null ? NO_TEXTS : PlainText.of(html, "", WIDTH)).append('\n');
  }

  private void part(String title, @Nullable StructureShape shape) {
    text.append(title).append(shape == null || shape.size() == 0 ? ": none\n\n" : ":\n");
    if (shape != null && shape.size() > 0) {
      members(shape, 1);
      text.append('\n');
    }
  }

  private void members(StructureShape shape, int depth) {
    around.push(shape);
    String indent = "  ".repeat(depth);
    for (Member member : shape.members()) {
      text.append(indent).append(member.name()).append(": ").append(typeOf(member.shape()));
      text.append(isRequired(shape, member) ? ", required" : "");
      text.append(member.shape().sensitive() ? ", sensitive\n" : "\n");
      String html = documentation.member(shape.name(), member.name());
      if (html != null) {
        text.append(PlainText.of(html, indent + "    ", WIDTH));
      }
      StructureShape below = structureIn(member.shape());
      if (below != null && depth < DEEPEST && !around.contains(below)) {
        members(below, depth + 1);
      }
    }
    around.pop();
  }

  private static boolean isRequired(StructureShape shape, Member member) {
    for (int i = 0; i < shape.requiredCount(); i++) {
      if (shape.member(shape.requiredIndex(i)).name().equals(member.name())) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable StructureShape structureIn(Shape shape) {
    Shape inner = shape;
    for (int i = 0; i < DEEPEST; i++) {
      if (inner instanceof ListShape list) {
        inner = list.element().shape();
      } else if (inner instanceof MapShape map) {
        inner = map.value().shape();
      }
    }
    return inner instanceof StructureShape structure ? structure : null;
  }

  private static String typeOf(Shape shape) {
    if (shape instanceof ListShape list) {
      return "list of " + typeOf(list.element().shape(), shape);
    }
    if (shape instanceof MapShape map) {
      return "map of " + typeOf(map.value().shape(), shape);
    }
    if (shape.traits().get("enum") instanceof List<?> names && !names.isEmpty()) {
      StringBuilder all = new StringBuilder("string, one of ");
      for (int i = 0; i < Math.min(MOST_NAMES, names.size()); i++) {
        all.append(i == 0 ? "" : ", ").append(names.get(i));
      }
      return names.size() > MOST_NAMES ? all.append(", …").toString() : all.toString();
    }
    return shape.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Returns the type of an element. Models describe documents by lists of themselves. */
  private static String typeOf(Shape inner, Shape outer) {
    return inner.equals(outer) ? "the same" : typeOf(inner);
  }
}
