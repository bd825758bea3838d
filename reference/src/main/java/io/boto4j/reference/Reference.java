package io.boto4j.reference;

/** The reference of all services as a web site. */
public final class Reference {
  private Reference() {}
}
