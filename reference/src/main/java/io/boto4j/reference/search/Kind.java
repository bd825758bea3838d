package io.boto4j.reference.search;

/** The kinds of entry of the index. The browser knows them by their numbers: see kinds.js. */
enum Kind {
  /** An operation that is often used, by the reviewed list. */
  POPULAR_OPERATION(0, -600),
  /** An operation. */
  OPERATION(1, 0),
  /** A member of the input of an operation. */
  REQUEST_MEMBER(2, 250),
  /** A member of the output of an operation. */
  RESPONSE_MEMBER(3, 350),
  /** A member of another structure. */
  FIELD(4, 400),
  /** An error, by the name of its shape. */
  ERROR(5, 200),
  /** An error, by the code that the service sends. */
  ERROR_CODE(6, 210),
  /** A structure, a union or an enumeration. */
  TYPE(7, 380),
  /** A value of an enumeration. */
  VALUE(8, 380);

  /** The number of kinds. */
  static final int COUNT = 9;

  /** The number in the files. */
  final int code;

  /** The weight, of which the smaller one is more important. */
  final int weight;

  Kind(int code, int weight) {
    this.code = code;
    this.weight = weight;
  }

  /** Whether an entry has an owner: the operation or shape whose page has it. */
  boolean hasOwner() {
    return this != POPULAR_OPERATION && this != OPERATION && this != ERROR && this != TYPE;
  }
}
