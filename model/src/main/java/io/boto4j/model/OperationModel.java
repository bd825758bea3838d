package io.boto4j.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a service: how it is called and what it answers.
 *
 * <p>Immutable and thread-safe; input, output and errors are read when first asked for.
 */
public final class OperationModel {
  private final String name;
  private final Traits traits;
  private final Traits http;
  private final @Nullable Member input;
  private final @Nullable Member output;
  private final List<Member> errors;

  /** Where the event streams are: 0 until looked for, −1 if there is none, else the index + 1. */
  private int eventInput;

  private int eventOutput;

  OperationModel(
      String name,
      Traits traits,
      Traits http,
      @Nullable Member input,
      @Nullable Member output,
      List<Member> errors) {
    this.name = name;
    this.traits = traits;
    this.http = http;
    this.input = input;
    this.output = output;
    this.errors = Collections.unmodifiableList(errors);
  }

  /**
   * The name, as AWS spells it: {@code PutItem}.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The HTTP method.
   *
   * @return as {@code POST}, which is also what a model without one means
   */
  public String httpMethod() {
    String method = http.text("method");
    return method == null ? "POST" : method;
  }

  /**
   * The path and query with labels in braces.
   *
   * @return as <code>/{Bucket}/{Key+}?uploads</code>; a slash where the model has none
   */
  public String requestUri() {
    String uri = http.text("requestUri");
    return uri == null ? "/" : uri;
  }

  /**
   * What the model says of HTTP: method, path, status.
   *
   * @return the traits
   */
  public Traits http() {
    return http;
  }

  /**
   * What else the model says: {@code endpoint}, {@code authtype}, {@code httpChecksum} …
   *
   * @return the traits
   */
  public Traits traits() {
    return traits;
  }

  /**
   * The input with its own traits ({@code locationName}, {@code xmlNamespace}).
   *
   * @return the member, or null if the operation takes nothing
   */
  public @Nullable Member inputMember() {
    return input;
  }

  /**
   * The output with its own traits ({@code resultWrapper}).
   *
   * @return the member, or null if the operation answers nothing
   */
  public @Nullable Member outputMember() {
    return output;
  }

  /**
   * The input.
   *
   * @return the structure, or null if the operation takes nothing
   */
  public @Nullable StructureShape input() {
    return input == null ? null : structure(input);
  }

  /**
   * The output.
   *
   * @return the structure, or null if the operation answers nothing
   */
  public @Nullable StructureShape output() {
    return output == null ? null : structure(output);
  }

  /**
   * The member of the input that is a stream of events.
   *
   * @return the member, or null if the operation takes none
   */
  public @Nullable Member eventInput() {
    StructureShape shape = input();
    if (shape == null) {
      return null;
    }
    int place = eventInput;
    if (place == 0) {
      place = eventStream(shape);
      eventInput = place;
    }
    return place < 0 ? null : shape.member(place - 1);
  }

  /**
   * The member of the output that is a stream of events.
   *
   * @return the member, or null if the operation answers none
   */
  public @Nullable Member eventOutput() {
    StructureShape shape = output();
    if (shape == null) {
      return null;
    }
    int place = eventOutput;
    if (place == 0) {
      place = eventStream(shape);
      eventOutput = place;
    }
    return place < 0 ? null : shape.member(place - 1);
  }

  private static int eventStream(StructureShape shape) {
    for (int i = 0; i < shape.size(); i++) {
      if (shape.member(i).shape().traits().flag("eventstream")) {
        return i + 1;
      }
    }
    return -1;
  }

  /**
   * The errors the model lists for this operation.
   *
   * @return the error structures, in the model's order
   */
  public List<StructureShape> errors() {
    List<StructureShape> shapes = new ArrayList<>(errors.size());
    for (Member error : errors) {
      shapes.add(structure(error));
    }
    return Collections.unmodifiableList(shapes);
  }

  private StructureShape structure(Member member) {
    if (member.shape() instanceof StructureShape structure) {
      return structure;
    }
    throw new ModelException(
        "Not a service model: the "
            + member.name()
            + " of "
            + name
            + " is "
            + member.shape()
            + ", not a structure",
        null);
  }

  /**
   * Returns the errors that the model lists for this operation, with the traits of each reference.
   *
   * @return the members in the model's order, unmodifiable
   */
  public List<Member> errorMembers() {
    return errors;
  }

  @Override
  public String toString() {
    return name;
  }
}
