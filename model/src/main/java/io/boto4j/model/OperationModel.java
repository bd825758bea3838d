package io.boto4j.model;

import io.boto4j.model.pack.PackErrors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a service, with its input, output and errors.
 *
 * <p>Immutable and thread-safe. The shapes of input, output and errors are read on first use.
 */
public final class OperationModel {
  private final String name;
  private final Traits traits;
  private final Traits http;
  private final @Nullable Member input;
  private final @Nullable Member output;
  private final List<Member> errors;

  /**
   * The index + 1 of the member that is a stream of events, −1 if the input has no such member, 0
   * until the first use. Threads that race find the same index.
   */
  private int eventInput;

  /** The same for the output. */
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
   * Returns the name in AWS's spelling, such as {@code PutItem}.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Returns the HTTP method.
   *
   * @return the method; {@code POST} if the model has none
   */
  public String httpMethod() {
    String method = http.text("method");
    return method == null ? "POST" : method;
  }

  /**
   * Returns the path and query, with labels in braces.
   *
   * @return the URI, such as <code>/{Bucket}/{Key+}?uploads</code>; a slash if the model has none
   */
  public String requestUri() {
    String uri = http.text("requestUri");
    return uri == null ? "/" : uri;
  }

  /**
   * Returns the properties of the HTTP request and response: method, path, status.
   *
   * @return the traits
   */
  public Traits http() {
    return http;
  }

  /**
   * Returns the other properties: {@code endpoint}, {@code authtype}, {@code httpChecksum} …
   *
   * @return the traits
   */
  public Traits traits() {
    return traits;
  }

  /**
   * Returns the input with its own traits ({@code locationName}, {@code xmlNamespace}).
   *
   * @return the member, or null if the operation has no input
   */
  public @Nullable Member inputMember() {
    return input;
  }

  /**
   * Returns the output with its own traits ({@code resultWrapper}).
   *
   * @return the member, or null if the operation has no output
   */
  public @Nullable Member outputMember() {
    return output;
  }

  /**
   * Returns the input.
   *
   * @return the structure, or null if the operation has no input
   */
  public @Nullable StructureShape input() {
    return input == null ? null : structure(input);
  }

  /**
   * Returns the output.
   *
   * @return the structure, or null if the operation has no output
   */
  public @Nullable StructureShape output() {
    return output == null ? null : structure(output);
  }

  /**
   * Returns the member of the input that is a stream of events.
   *
   * @return the member, or null if the input has no such member
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
   * Returns the member of the output that is a stream of events.
   *
   * @return the member, or null if the output has no such member
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
   * Returns the errors that the model lists for this operation.
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
    throw PackErrors.of(
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
