package io.boto4j.error;

import java.util.List;

/**
 * Thrown when the input of an operation does not match its model; no request was sent.
 *
 * <p>The message is boto3's report: {@code Parameter validation failed:}, then one line per
 * problem, all of them at once.
 */
public final class ParamValidationException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** The lines of the report. */
  private final String[] problems;

  /**
   * Creates an exception.
   *
   * @param problems the lines of the report, at least one
   */
  public ParamValidationException(List<String> problems) {
    super("Parameter validation failed:\n" + String.join("\n", problems));
    this.problems = problems.toArray(new String[0]);
  }

  /**
   * The lines of the report.
   *
   * @return one line per problem, in the order of the input
   */
  public List<String> problems() {
    return List.of(problems);
  }
}
