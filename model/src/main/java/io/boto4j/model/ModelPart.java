package io.boto4j.model;

/**
 * What a service has beside its operations and shapes, each a file of its own in botocore's layout.
 */
public enum ModelPart {
  /** How operations page: input and output tokens, result keys. */
  PAGINATORS("paginators-1", "pagination"),
  /** What to wait for: operation, delay, acceptors. */
  WAITERS("waiters-2", "waiters");

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

  /** The member of the file that holds the part. */
  String root() {
    return root;
  }
}
