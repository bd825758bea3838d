package io.boto4j.model;

/**
 * A part of a service model besides operations and shapes; a file of its own in botocore's layout.
 */
public enum ModelPart {
  /** The paginators: input and output tokens and result keys of the operations that page. */
  PAGINATORS("paginators-1", "pagination"),
  /** The waiters: operation, delay and acceptors of each. */
  WAITERS("waiters-2", "waiters");

  private final String fileType;
  private final String root;

  ModelPart(String fileType, String root) {
    this.fileType = fileType;
    this.root = root;
  }

  /** Returns the file name without {@code .json}. */
  String fileType() {
    return fileType;
  }

  /** Returns the member of the file that holds the part. */
  String root() {
    return root;
  }
}
