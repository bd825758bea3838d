package io.boto4j.model;

/**
 * What a service has beside its operations and shapes, each a file of its own in botocore's layout.
 */
public enum ModelPart {
  /** How operations page: input and output tokens, result keys. */
  PAGINATORS("paginators-1", "pagination"),
  /** What to wait for: operation, delay, acceptors. */
  WAITERS("waiters-2", "waiters"),
  /** Which host to call: the endpoint rule set. */
  ENDPOINT_RULE_SET("endpoint-rule-set-1", "");

  private final String fileType;
  private final String root;

  ModelPart(String fileType, String root) {
    this.fileType = fileType;
    this.root = root;
  }

  /** The file's name without {@code .json}. */
  String fileType() {
    return fileType;
  }

  /** The member of the file that holds the part, or blank for the whole file. */
  String root() {
    return root;
  }
}
