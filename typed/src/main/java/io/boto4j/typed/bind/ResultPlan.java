package io.boto4j.typed.bind;

import io.boto4j.Pages;
import io.boto4j.Response;
import io.boto4j.internal.jmespath.JmesPath;
import io.boto4j.internal.value.AbstractStructure;
import io.boto4j.internal.value.Conversion;
import io.boto4j.internal.value.OpenStreams;
import io.boto4j.model.OperationModel;
import io.boto4j.typed.contract.MethodContract;
import io.boto4j.typed.contract.Returns;
import io.boto4j.typed.shape.ReflectedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the value of a method from a response or pages. Immutable; does not keep the model. */
final class ResultPlan {
  private static final Conversion CONVERSION = AbstractStructure.conversion();

  private final Returns.Kind kind;
  private final boolean later;
  private final boolean unique;
  private final Type type;
  private final @Nullable String stream;
  private final @Nullable JmesPath expression;

  /** Whether the streams of a response are closed, as nobody can read them. */
  private final boolean closes;

  /** The name of the value in messages. */
  private final String place;

  private final String method;

  ResultPlan(String owner, MethodContract method, OperationModel operation, Returns returns) {
    this.kind = returns.kind();
    this.later = returns.later();
    this.unique = method.returns().name().equals("java.util.Set");
    this.type = returns.type() instanceof ReflectedType known ? known.type() : Object.class;
    this.stream = returns.stream();
    this.expression = method.result() == null ? null : JmesPath.compile(method.result().text());
    this.closes = Returns.hasStream(operation.output()) && !returns.mayHoldStream();
    this.place = place(returns, operation);
    this.method = owner + "." + method.signature();
  }

  private String place(Returns returns, OperationModel operation) {
    if (returns.kind().isPaged()) {
      return operation.name() + " item";
    }
    return expression == null ? returns.type().text() : expression.toString();
  }

  Returns.Kind kind() {
    return kind;
  }

  boolean isLater() {
    return later;
  }

  /** Whether the value is the response itself. */
  boolean isResponse() {
    return type == Response.class && expression == null;
  }

  /** Returns the class of the items. */
  Class<?> itemClass() {
    return (Class<?>) type;
  }

  /** Returns the value of a single call. */
  @Nullable Object value(Response response) {
    if (kind == Returns.Kind.NOTHING) {
      if (closes) {
        OpenStreams.close(response);
      }
      return null;
    }
    if (!closes) {
      return converted(response);
    }
    try {
      return converted(response);
    } finally {
      OpenStreams.close(response);
    }
  }

  private @Nullable Object converted(Response response) {
    Object found = response;
    if (expression != null) {
      found = expression.search(response);
    } else if (stream != null) {
      found = response.get(stream);
    }
    Object value = CONVERSION.orAbsent(found, type, place);
    if (value == null && type instanceof Class<?> plain && plain.isPrimitive()) {
      throw new IllegalArgumentException(
          method
              + ": "
              + place
              + " is absent from the response. If it may be, return an object type or Optional.");
    }
    return value;
  }

  /** Returns the items of all pages, whose calls are made as they are read. */
  Stream<@Nullable Object> items(Pages pages) {
    return parts(pages).map(item -> CONVERSION.orAbsent(item, type, place));
  }

  private Stream<Object> parts(Pages pages) {
    JmesPath path = expression;
    return path == null ? pages.items() : pages.stream().flatMap(page -> parts(path.search(page)));
  }

  @SuppressWarnings("unchecked") // every list is a list of objects
  private static Stream<Object> parts(@Nullable Object found) {
    return found instanceof Collection<?> list
        ? ((Collection<Object>) list).stream()
        : Stream.ofNullable(found);
  }

  /** Returns the items of all pages, which are read now. */
  Collection<@Nullable Object> all(Pages pages) {
    if (unique) {
      Set<@Nullable Object> all = new LinkedHashSet<>();
      items(pages).forEach(all::add);
      return Collections.unmodifiableSet(all);
    }
    List<@Nullable Object> all = new ArrayList<>();
    items(pages).forEach(all::add);
    return Collections.unmodifiableList(all);
  }
}
