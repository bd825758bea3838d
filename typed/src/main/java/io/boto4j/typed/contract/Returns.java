package io.boto4j.typed.contract;

import io.boto4j.internal.paging.Paging;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import io.boto4j.typed.shape.AnyType;
import io.boto4j.typed.shape.JavaType;
import io.boto4j.typed.shape.OutputFit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a method returns of the output of its operation.
 *
 * @param kind how the value is found
 * @param later whether the method returns a future of it
 * @param type the type of the value, or of each item
 * @param stream the name of the streaming member that is the value, or null
 */
public record Returns(Kind kind, boolean later, JavaType type, @Nullable String stream) {
  private static final Set<String> FUTURES =
      Set.of("java.util.concurrent.CompletableFuture", "java.util.concurrent.CompletionStage");
  private static final Set<String> PAGED =
      Set.of("java.util.stream.Stream", "java.lang.Iterable", "io.boto4j.Items");
  private static final Set<String> LISTS =
      Set.of("java.util.List", "java.util.Collection", "java.util.Set");

  /** The kinds of values that methods return. */
  public enum Kind {
    /** Nothing. */
    NOTHING,
    /** One call, whose output or result is converted. */
    VALUE,
    /** The items of all pages as a stream, whose calls are made as it is read. */
    STREAM,
    /** The items of all pages, whose calls are made in each iteration. */
    ITERABLE,
    /** The same as {@link io.boto4j.Items}. */
    ITEMS,
    /** The items of all pages, read when the method is called. */
    LIST;

    /**
     * Whether all pages are read.
     *
     * @return true if several calls may be made
     */
    public boolean isPaged() {
      return switch (this) {
        case NOTHING, VALUE -> false;
        case STREAM, ITERABLE, ITEMS, LIST -> true;
      };
    }
  }

  /**
   * Returns what a method returns.
   *
   * @param method the method
   * @param operation its operation
   * @param paging the paging of the operation, or null if it has no pages
   * @return the kind of the value and its type
   */
  public static Returns of(
      MethodContract method, OperationModel operation, @Nullable Paging paging) {
    JavaType type = method.returns();
    boolean later = FUTURES.contains(type.name()) && !type.arguments().isEmpty();
    if (later) {
      type = type.arguments().get(0);
    }
    Kind kind = kind(type, method.result() != null, paging != null);
    JavaType content = kind.isPaged() ? item(type) : type;
    String stream =
        kind == Kind.VALUE && method.result() == null ? stream(content, operation.output()) : null;
    return new Returns(kind, later, content, stream);
  }

  /**
   * Whether values of a type may be the items of pages. Finding out whether an operation has pages
   * takes time, as the service's paginators are read.
   *
   * @param type the return type of a method
   * @return true for lists, streams and the like, and futures of them
   */
  public static boolean mayBePaged(JavaType type) {
    JavaType value = FUTURES.contains(type.name()) ? item(type) : type;
    return LISTS.contains(value.name()) || PAGED.contains(value.name());
  }

  private static JavaType item(JavaType type) {
    return type.arguments().isEmpty() ? AnyType.OBJECT : type.arguments().get(0);
  }

  private static Kind kind(JavaType type, boolean hasResult, boolean pageable) {
    return switch (type.name()) {
      case "void", "java.lang.Void" -> Kind.NOTHING;
      case "java.util.stream.Stream" -> Kind.STREAM;
      case "io.boto4j.Items" -> Kind.ITEMS;
      case "java.lang.Iterable" -> pageable ? Kind.ITERABLE : Kind.VALUE;
      default -> pageable && !hasResult && LISTS.contains(type.name()) ? Kind.LIST : Kind.VALUE;
    };
  }

  private static @Nullable String stream(JavaType type, @Nullable StructureShape output) {
    boolean bytes = type.is("java.io.InputStream");
    boolean events = type.name().equals("io.boto4j.EventStream");
    String only = null;
    for (int i = 0; output != null && (bytes || events) && i < output.size(); i++) {
      Member member = output.member(i);
      if (bytes
          ? OutputFit.isStream(output, member)
          : member.shape().traits().flag("eventstream")) {
        only = only == null ? member.name() : "";
      }
    }
    return only == null || only.isEmpty() ? null : only;
  }

  /**
   * Whether an output has a stream, which keeps a connection until it is closed.
   *
   * @param output the shape of the output, or null
   * @return true if it has one of bytes or of events
   */
  public static boolean hasStream(@Nullable StructureShape output) {
    for (int i = 0; output != null && i < output.size(); i++) {
      Member member = output.member(i);
      if (OutputFit.isStream(output, member) || member.shape().traits().flag("eventstream")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a value of the type has the streams of the output, or may have them.
   *
   * @return false for single values such as texts
   */
  public boolean mayHoldStream() {
    return type.is("java.io.InputStream")
        || type.name().equals("io.boto4j.EventStream")
        || type.components() != null
        || type.is("java.util.Map")
        || type.name().equals("java.lang.Object")
        || type.name().equals("java.util.Optional");
  }
}
