package io.boto4j.internal.input;

import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** The user's events, each validated against the model when it is requested. */
public final class CheckedEvents implements Iterator<@Nullable Object>, AutoCloseable {
  private final Iterator<?> events;
  private final ValidateInput validateInput;
  private final StructureShape union;
  private final String name;
  private int index;

  private CheckedEvents(Iterator<?> events, ValidateInput validateInput, Member member) {
    this.events = events;
    this.validateInput = validateInput;
    this.union = (StructureShape) member.shape();
    this.name = member.name();
  }

  /** Whether a value is a source of events. A map is one event, not a stream of events. */
  static boolean isSource(@Nullable Object value) {
    return value instanceof Iterable || value instanceof Iterator || value instanceof BaseStream;
  }

  /**
   * Returns the input with a validating iterator in place of the user's source of events.
   *
   * @param operation the operation
   * @param input its input
   * @param validateInput the step that validates
   * @return a copy, or the input itself if it has no events
   */
  public static Map<String, ?> in(
      OperationModel operation, Map<String, ?> input, ValidateInput validateInput) {
    Member member = operation.eventInput();
    Object value = member == null ? null : input.get(member.name());
    if (member == null || value == null) {
      return input;
    }
    Map<String, Object> checked = new LinkedHashMap<>(input);
    checked.put(member.name(), new CheckedEvents(iterator(value), validateInput, member));
    return checked;
  }

  private static Iterator<?> iterator(Object value) {
    if (value instanceof Iterable<?> events) {
      return events.iterator();
    }
    if (value instanceof BaseStream<?, ?> events) {
      return events.iterator();
    }
    if (value instanceof Iterator<?> events) {
      return events;
    }
    throw new IllegalArgumentException(
        "A " + value.getClass().getName() + " cannot be sent as a stream of events");
  }

  @Override
  public boolean hasNext() {
    return events.hasNext();
  }

  @Override
  public @Nullable Object next() {
    return validateInput.checkEvent(union, events.next(), "." + name + "[" + index++ + "]");
  }

  @Override
  public void close() {
    if (events instanceof AutoCloseable source) {
      try {
        source.close();
      } catch (Exception e) {
        // No more events are requested, so none is lost.
      }
    }
  }
}
