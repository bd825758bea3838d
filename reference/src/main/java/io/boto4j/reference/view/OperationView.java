package io.boto4j.reference.view;

import io.boto4j.reference.example.Example;
import io.boto4j.reference.text.SafeHtml;
import java.util.List;

/**
 * What the page of an operation shows.
 *
 * @param name the name, such as {@code PutItem}
 * @param spellings the names in other tools: boto3, AWS CLI
 * @param marks the marks after the name
 * @param text the description
 * @param examples the examples of calls
 * @param request the members of the request
 * @param requestShape the shape of the request
 * @param response the members of the response
 * @param responseShape the shape of the response
 * @param errors the errors
 * @param seeAlso what else has to do with the operation
 * @param previous the operation before it; without a target for the first one
 * @param next the operation after it; without a target for the last one
 */
public record OperationView(
    String name,
    List<Fact> spellings,
    List<Mark> marks,
    SafeHtml text,
    List<Example> examples,
    List<MemberNode> request,
    Link requestShape,
    List<MemberNode> response,
    Link responseShape,
    List<ErrorRow> errors,
    List<LinkGroup> seeAlso,
    Link previous,
    Link next) {
  /**
   * Creates a view, with copies of the lists.
   *
   * @param name the name, such as {@code PutItem}
   * @param spellings the names in other tools: boto3, AWS CLI
   * @param marks the marks after the name
   * @param text the description
   * @param examples the examples of calls
   * @param request the members of the request
   * @param requestShape the shape of the request
   * @param response the members of the response
   * @param responseShape the shape of the response
   * @param errors the errors
   * @param seeAlso what else has to do with the operation
   * @param previous the operation before it; without a target for the first one
   * @param next the operation after it; without a target for the last one
   */
  public OperationView {
    spellings = List.copyOf(spellings);
    marks = List.copyOf(marks);
    examples = List.copyOf(examples);
    request = List.copyOf(request);
    response = List.copyOf(response);
    errors = List.copyOf(errors);
    seeAlso = List.copyOf(seeAlso);
  }
}
