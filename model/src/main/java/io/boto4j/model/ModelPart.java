package io.boto4j.model;

import io.boto4j.model.pack.PackFormat;

/**
 * A part of a service model besides operations and shapes; a file of its own in botocore's layout.
 */
public enum ModelPart {
  /** The paginators: input and output tokens and result keys of the operations that page. */
  PAGINATORS("paginators-1", "pagination", PackFormat.PAGINATORS),
  /** The waiters: operation, delay and acceptors of each. */
  WAITERS("waiters-2", "waiters", PackFormat.WAITERS);

  private final String fileType;
  private final String root;
  private final int section;

  ModelPart(String fileType, String root, int section) {
    this.fileType = fileType;
    this.root = root;
    this.section = section;
  }

  /** Returns the file name without {@code .json}. */
  String fileType() {
    return fileType;
  }

  /** Returns the member of the file that holds the part. */
  String root() {
    return root;
  }

  /** Returns the kind of the section of a pack that holds the part. */
  int section() {
    return section;
  }
}
