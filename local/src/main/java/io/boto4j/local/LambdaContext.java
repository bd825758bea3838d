package io.boto4j.local;

/** An invocation, as the function sees it. */
public interface LambdaContext {
  /**
   * Returns the id of the request.
   *
   * @return the id, which is the same for all attempts of an asynchronous invocation
   */
  String requestId();

  /**
   * Returns the name of the function.
   *
   * @return the name
   */
  String functionName();

  /**
   * Returns the version that runs.
   *
   * @return the version, such as {@code $LATEST}
   */
  String functionVersion();

  /**
   * Returns the ARN that was invoked, with the qualifier if the caller named one.
   *
   * @return the ARN
   */
  String invokedFunctionArn();

  /**
   * Returns the account of the world in which the function runs.
   *
   * @return 12 digits
   */
  String account();

  /**
   * Returns the region of the world in which the function runs.
   *
   * @return the region, such as {@code us-east-1}
   */
  String region();

  /**
   * Writes a line to the log of the function, in CloudWatch Logs.
   *
   * @param line the line
   */
  void log(String line);
}
