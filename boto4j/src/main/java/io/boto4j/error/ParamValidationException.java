package io.boto4j.error;

import java.util.List;

/**
 * The input does not fit the operation's model; nothing was sent.
 *
 * <p>The message is boto3's report: {@code Parameter validation failed:}, then a line for each
 * problem, all at once.
 */
public final class ParamValidationException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * Makes an exception.
   *
   * @param problems the report's lines, at least one
   */
  public ParamValidationException(List<String> problems) {
    super("Parameter validation failed:\n" + String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /**
   * The report's lines.
   *
   * @return in the order the input was walked
   */
  public List<String> problems() {
    return problems;
  }
}
