package io.boto4j.internal.input;

import io.boto4j.HasMembers;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Step: validates the input against the model before anything is sent, and reports all problems at
 * once.
 *
 * <p>It checks what boto3 checks: required members, unknown names, types, {@code min}; not {@code
 * max}, patterns or enums, which services change more often than models. Unlike boto3, it also
 * rejects a whole number that does not fit its type.
 *
 * <p>The report names, for each structure, missing members, then unknown names, then the problems
 * of its members in the order of the model. boto3 reports members in the order of the input, which
 * {@code Map.of} does not keep.
 */
public final class ValidateInput {
  private final boolean enabled;

  /**
   * Creates the step.
   *
   * @param enabled whether input is validated
   */
  public ValidateInput(boolean enabled) {
    this.enabled = enabled;
  }

  /**
   * Validates the input of an operation.
   *
   * @param operation the operation
   * @param input its input
   * @return the input, or a copy with maps in place of the records in it; null if it does not fit
   *     the model, and {@link #exception} must be thrown
   * @throws io.boto4j.error.ParamValidationException if input is not validated and nested too
   *     deeply to be sent
   */
  public @Nullable Map<String, ?> check(OperationModel operation, Map<String, ?> input) {
    if (enabled) {
      ParamReport report = report(operation.input(), input, new ParamReport(false, null));
      if (report.hasProblems()) {
        return null;
      }
      if (!report.hasRecords()) {
        return input;
      }
    } else {
      InputDepth.check(input);
    }
    return RecordsInInput.replaced(operation.input(), input);
  }

  /**
   * Returns the exception for input that does not fit the model.
   *
   * @param operation the operation
   * @param input its input
   * @param hints the remedies of the service, or null if it has none
   * @return a {@link io.boto4j.error.ParamValidationException}
   */
  public RuntimeException exception(
      OperationModel operation, Map<String, ?> input, @Nullable InputHints hints) {
    return Errors.paramValidation(
        report(operation.input(), input, new ParamReport(true, hints)).lines());
  }

  private static ParamReport report(
      @Nullable StructureShape shape, Map<String, ?> input, ParamReport report) {
    if (shape != null) {
      report.enter(shape);
      structure(shape, input, "", report);
    } else if (!input.isEmpty()) {
      String name = String.valueOf(InPlaceOrder.keys(input).get(0).getKey());
      report.unknown("", name, null, input);
    }
    return report;
  }

  /** Validates a response that was made by hand, whether or not input is validated. */
  static void checkOutput(
      @Nullable StructureShape shape, Map<String, ?> members, @Nullable InputHints hints) {
    ParamReport report = report(shape, members, new ParamReport(true, hints));
    if (report.hasProblems()) {
      throw Errors.paramValidation(report.lines());
    }
  }

  /** Validates one event of a stream, when it is about to be sent. */
  @Nullable Object checkEvent(StructureShape union, @Nullable Object given, String path) {
    Object event = given instanceof HasMembers typed ? typed.members() : given;
    if (enabled) {
      ParamReport report = report(union, event, path, false);
      if (report.hasProblems()) {
        throw Errors.paramValidation(report(union, event, path, true).lines());
      }
      if (!report.hasRecords()) {
        return event;
      }
    } else {
      InputDepth.check(event);
    }
    return RecordsInInput.replaced(event, union);
  }

  private static ParamReport report(
      StructureShape union, @Nullable Object event, String path, boolean spellsPaths) {
    ParamReport report = new ParamReport(spellsPaths, null);
    report.enter(union);
    if (event instanceof Map<?, ?> members) {
      // Not every model marks its events as a union.
      if (!union.isUnion() && members.size() != 1) {
        report.union(path, members.isEmpty(), union);
      }
      structure(union, members, path, report);
    } else {
      report.type(path, event, union);
    }
    return report;
  }

  private static void structure(
      StructureShape shape, Map<?, ?> value, String path, ParamReport report) {
    if (shape.isUnion() && value.size() != 1) {
      report.union(path, value.isEmpty(), shape);
    }
    for (int i = 0; i < shape.requiredCount(); i++) {
      String name = shape.member(shape.requiredIndex(i)).name();
      if (!value.containsKey(name)) {
        report.missing(path, name);
      }
    }
    Collection<? extends Map.Entry<?, ?>> entries =
        report.spellsPaths() ? InPlaceOrder.members(shape, value) : value.entrySet();
    boolean first = true;
    for (Map.Entry<?, ?> entry : entries) {
      String name = String.valueOf(entry.getKey());
      Member member = shape.member(name);
      if (member != null) {
        value(member, entry.getValue(), report.member(path, name), report);
      } else {
        report.unknown(path, name, shape, first ? value : Map.of());
      }
      first = false;
    }
  }

  private static void value(
      Member member, @Nullable Object value, String path, ParamReport report) {
    report.enter(member.shape());
    if (value instanceof Record record) {
      report.foundRecord();
      valueOf(member, RecordsInInput.members(record, member.shape()), path, report);
    } else {
      valueOf(member, value, path, report);
    }
    report.leave(member.shape());
  }

  private static void valueOf(
      Member member, @Nullable Object value, String path, ParamReport report) {
    Shape shape = member.shape();
    if (shape.type() == ShapeType.DOCUMENT || isJson(member, value)) {
      document(shape, value, path, report);
      return;
    }
    switch (shape.type()) {
      case STRUCTURE -> {
        if (shape.traits().flag("eventstream")) {
          if (!CheckedEvents.isSource(value)) {
            report.events(path, value, shape);
          }
        } else if (value instanceof Map<?, ?> map) {
          if (report.enter(path)) {
            structure((StructureShape) shape, map, path, report);
            report.leave();
          }
        } else {
          report.type(path, value, shape);
        }
      }
      case LIST -> list(member, (ListShape) shape, value, path, report);
      case MAP -> map((MapShape) shape, value, path, report);
      case STRING -> text(member, value, path, report);
      case INTEGER -> whole(member, value, path, report, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> whole(member, value, path, report, Long.MIN_VALUE, Long.MAX_VALUE);
      case BIG_INTEGER -> require(InputValues.whole(value) != null, shape, value, path, report);
      case FLOAT, DOUBLE, BIG_DECIMAL -> number(member, value, path, report);
      case BOOLEAN -> require(value instanceof Boolean, shape, value, path, report);
      case TIMESTAMP -> require(InputValues.instant(value) != null, shape, value, path, report);
      case BLOB -> require(InputValues.isBytes(value), shape, value, path, report);
      case DOCUMENT -> document(shape, value, path, report);
    }
  }

  /**
   * Whether a value is sent as JSON. A text is, if it is sent in a header; elsewhere it is JSON
   * already.
   */
  private static boolean isJson(Member member, @Nullable Object value) {
    return member.shape().type() == ShapeType.STRING
        && InputValues.isJson(member)
        && ("header".equals(member.traits().text("location"))
            || (value != null && InputValues.text(value) == null));
  }

  private static void require(
      boolean fits, Shape shape, @Nullable Object value, String path, ParamReport report) {
    if (!fits) {
      report.type(path, value, shape);
    }
  }

  private static void list(
      Member member, ListShape shape, @Nullable Object value, String path, ParamReport report) {
    Collection<?> list = InputValues.list(value);
    if (list == null) {
      report.type(path, value, shape);
      return;
    }
    length(member, list.size(), path, report);
    if (report.enter(path)) {
      int index = 0;
      for (Object element : list) {
        value(shape.element(), element, report.element(path, index++), report);
      }
      report.leave();
    }
  }

  private static void map(MapShape shape, @Nullable Object value, String path, ParamReport report) {
    if (!(value instanceof Map<?, ?> map)) {
      report.type(path, value, shape);
      return;
    }
    if (report.enter(path)) {
      Shape keyShape = shape.key().shape();
      for (Map.Entry<?, ?> entry : entries(map, report)) {
        Object key = entry.getKey();
        value(shape.key(), key, report.key(path, key, keyShape), report);
        value(shape.value(), entry.getValue(), report.entry(path, key, keyShape), report);
      }
      report.leave();
    }
  }

  private static Collection<? extends Map.Entry<?, ?>> entries(Map<?, ?> map, ParamReport report) {
    return report.spellsPaths() ? InPlaceOrder.keys(map) : map.entrySet();
  }

  private static void text(Member member, @Nullable Object value, String path, ParamReport report) {
    String text = InputValues.text(value);
    if (text == null) {
      report.type(path, value, member.shape());
    } else {
      length(member, text.codePointCount(0, text.length()), path, report);
    }
  }

  private static void length(Member member, int length, String path, ParamReport report) {
    Number min = min(member);
    if (min != null && length < min.longValue()) {
      report.length(path, length, min);
    }
  }

  private static void whole(
      Member member,
      @Nullable Object value,
      String path,
      ParamReport report,
      long least,
      long most) {
    Number whole = InputValues.whole(value);
    if (whole == null) {
      report.type(path, value, member.shape());
    } else if (!(whole instanceof Integer || whole instanceof Long)
        || whole.longValue() < least
        || whole.longValue() > most) {
      report.range(path, value, member.shape(), least, most);
    } else {
      atLeast(member, value, new BigDecimal(whole.longValue()), path, report);
    }
  }

  private static void number(
      Member member, @Nullable Object value, String path, ParamReport report) {
    if (!(value instanceof Number number)) {
      report.type(path, value, member.shape());
      return;
    }
    atLeast(member, value, InputValues.decimal(number), path, report);
  }

  private static void atLeast(
      Member member,
      @Nullable Object value,
      @Nullable BigDecimal number,
      String path,
      ParamReport report) {
    Number min = min(member);
    if (min != null && number != null && number.compareTo(new BigDecimal(min.toString())) < 0) {
      report.minimum(path, value, member.shape(), min);
    }
  }

  /** A value that becomes part of the host name is never empty, even if the model omits that. */
  private static @Nullable Number min(Member member) {
    Object min = member.shape().traits().get("min");
    if (min == null && member.traits().flag("hostLabel")) {
      return 1;
    }
    return min instanceof Number number ? number : null;
  }

  private static void document(
      Shape shape, @Nullable Object given, String path, ParamReport report) {
    Object value = given;
    if (given instanceof Record record) {
      report.foundRecord();
      value = RecordsInInput.members(record, shape);
    }
    Collection<?> list = InputValues.list(value);
    if (value instanceof Map<?, ?> map) {
      if (report.enter(path)) {
        for (Map.Entry<?, ?> entry : entries(map, report)) {
          document(shape, entry.getValue(), report.entry(path, entry.getKey(), shape), report);
        }
        report.leave();
      }
    } else if (list != null) {
      if (report.enter(path)) {
        int index = 0;
        for (Object element : list) {
          document(shape, element, report.element(path, index++), report);
        }
        report.leave();
      }
    } else if (value != null
        && !(value instanceof Number)
        && !(value instanceof Boolean)
        && InputValues.text(value) == null) {
      report.document(path, value, shape);
    }
  }
}
