package io.boto4j.internal.input;

import io.boto4j.internal.text.Printable;
import io.boto4j.internal.value.Sensitive;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The problems of an input, in the words of boto3's report, but with other names of types. Values
 * that the model marks as sensitive are not shown, nor are the parts of a sensitive structure, list
 * or map: elements, keys, unknown names.
 */
final class ParamReport {
  /** Enough of a value to recognize it. */
  private static final int MAX_VALUE_LENGTH = 500;

  private static final String HIDDEN = "***";

  /** The levels that input may nest; a little less than the writers of JSON and CBOR permit. */
  static final int MAX_DEPTH = 500;

  private int depth;
  private boolean tooDeep;
  private boolean records;

  private final List<String> lines = new ArrayList<>();
  private final boolean spellsPaths;
  private final @Nullable InputHints hints;

  /** The number of sensitive shapes around the value that is being validated, it included. */
  private int sensitiveShapes;

  /**
   * Starts a report.
   *
   * @param spellsPaths false for the first pass, which only finds out whether there is any problem:
   *     almost every input is valid, and creating paths that nobody reads would cost more than the
   *     validation
   * @param hints the remedies of the service, or null if it has none
   */
  ParamReport(boolean spellsPaths, @Nullable InputHints hints) {
    this.spellsPaths = spellsPaths;
    this.hints = hints;
  }

  /** Notes that the input has a record, which stands for a map. */
  void foundRecord() {
    records = true;
  }

  boolean hasRecords() {
    return records;
  }

  boolean hasProblems() {
    return !lines.isEmpty();
  }

  /**
   * Enters a map or a list. Input that is nested too deeply, perhaps because it contains itself, is
   * reported once, and the rest of it is not looked at: a list that contains itself twice has no
   * end.
   *
   * @return whether to go on; if so, {@link #leave} must follow
   */
  boolean enter(String path) {
    if (depth == MAX_DEPTH && !tooDeep) {
      tooDeep = true;
      lines.add(
          "Input is nested deeper than "
              + MAX_DEPTH
              + " levels, perhaps because it contains itself: "
              + Printable.of(path.startsWith(".") ? path.substring(1) : path));
    }
    depth += tooDeep ? 0 : 1;
    return !tooDeep;
  }

  void leave() {
    depth--;
  }

  boolean spellsPaths() {
    return spellsPaths;
  }

  /** Begins the validation of a value, which {@link #leave} ends. */
  void enter(Shape shape) {
    if (spellsPaths && shape.sensitive()) {
      sensitiveShapes++;
    }
  }

  void leave(Shape shape) {
    if (spellsPaths && shape.sensitive()) {
      sensitiveShapes--;
    }
  }

  String member(String path, @Nullable Object name) {
    return spellsPaths ? path + "." + name : path;
  }

  /** Returns the path of the value of an entry, which names the key unless it is sensitive. */
  String entry(String path, @Nullable Object key, Shape keyShape) {
    return spellsPaths ? path + "." + shownKey(key, keyShape) : path;
  }

  String key(String path, @Nullable Object key, Shape keyShape) {
    return spellsPaths ? path + " (key: " + shownKey(key, keyShape) + ")" : path;
  }

  private @Nullable Object shownKey(@Nullable Object key, Shape shape) {
    return sensitiveShapes > 0 || shape.sensitive() ? HIDDEN : key;
  }

  String element(String path, int index) {
    return spellsPaths ? path + "[" + index + "]" : path;
  }

  List<String> lines() {
    return lines;
  }

  void missing(String path, String name) {
    lines.add("Missing required parameter in " + name(path) + ": \"" + name + "\"");
  }

  /**
   * Reports a name.
   *
   * @param value the map with the name, to find a remedy; empty if that was done for another name
   */
  void unknown(String path, String name, @Nullable StructureShape shape, Map<?, ?> value) {
    lines.add(
        "Unknown parameter in "
            + name(path)
            + ": \""
            + (sensitiveShapes > 0 ? HIDDEN : Printable.of(name))
            + "\", must be one of: "
            + (shape == null ? "" : names(shape) + remedy(value, shape)));
  }

  void type(String path, @Nullable Object value, Shape shape) {
    lines.add(
        "Invalid type for parameter "
            + name(path)
            + ", value: "
            + shown(value, shape)
            + ", type: "
            + TypeNames.of(value)
            + ", valid types: "
            + TypeNames.accepted(shape)
            + remedy(value, shape));
  }

  void events(String path, @Nullable Object value, Shape shape) {
    lines.add(
        "Invalid type for parameter "
            + name(path)
            + ", value: "
            + shown(value, shape)
            + ", type: "
            + TypeNames.of(value)
            + ", valid types: java.lang.Iterable, java.util.Iterator, java.util.stream.Stream of"
            + " events");
  }

  void document(String path, Object value, Shape shape) {
    lines.add(
        "Invalid type for document parameter "
            + name(path)
            + ", value: "
            + shown(value, shape)
            + ", type: "
            + TypeNames.of(value)
            + ", valid types: "
            + TypeNames.accepted(shape));
  }

  void minimum(String path, @Nullable Object value, Shape shape, Number min) {
    lines.add(
        "Invalid value for parameter "
            + name(path)
            + ", value: "
            + shown(value, shape)
            + ", valid min value: "
            + min);
  }

  void range(String path, @Nullable Object value, Shape shape, long least, long most) {
    lines.add(
        "Invalid value for parameter "
            + name(path)
            + ", value: "
            + shown(value, shape)
            + ", valid range: "
            + least
            + " to "
            + most);
  }

  void length(String path, int length, Number min) {
    lines.add(
        "Invalid length for parameter "
            + name(path)
            + ", value: "
            + length
            + ", valid min length: "
            + min);
  }

  /** boto3's text lacks the space in "unionstructure" too. */
  void union(String path, boolean empty, StructureShape shape) {
    lines.add(
        empty
            ? "Must set one of the following keys for tagged unionstructure "
                + name(path)
                + ": "
                + names(shape)
                + "."
            : "Invalid number of parameters set for tagged union structure "
                + name(path)
                + ". Can only set one of the following keys: "
                + names(shape)
                + ".");
  }

  /** Returns what the service advises, unless it would show the value and must not. */
  private String remedy(@Nullable Object value, Shape shape) {
    String hint =
        hints == null || !spellsPaths || sensitiveShapes > 0 || Sensitive.isWithin(shape)
            ? null
            : hints.hint(shape, value);
    return hint == null ? "" : " (" + hint + ")";
  }

  private static String name(String path) {
    return path.isEmpty()
        ? "input"
        : Printable.whole(path.startsWith(".") ? path.substring(1) : path);
  }

  private static String names(StructureShape shape) {
    StringBuilder names = new StringBuilder();
    for (Member member : shape.members()) {
      names.append(names.length() == 0 ? "" : ", ").append(member.name());
    }
    return names.toString();
  }

  private String shown(@Nullable Object value, Shape shape) {
    if (value == null) {
      return "null";
    }
    if (sensitiveShapes > 0 || Sensitive.isWithin(shape)) {
      return HIDDEN;
    }
    if (value instanceof byte[] bytes) {
      return bytes.length + " bytes";
    }
    if (value instanceof char[] chars) {
      // Programs keep passwords in such arrays.
      return chars.length + " characters";
    }
    String text = BoundedText.of(value, MAX_VALUE_LENGTH);
    return text.length() <= MAX_VALUE_LENGTH
        ? Printable.whole(text)
        : Printable.whole(text.substring(0, MAX_VALUE_LENGTH)) + "…";
  }
}
