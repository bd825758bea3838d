package io.boto4j.typed.contract;

/**
 * A reason why a method cannot be bound to its operation.
 *
 * @param site the place of the cause
 * @param method the method, such as {@code start(String)}, or the name of the interface
 * @param text what is wrong and what to do, in sentences
 */
public record Problem(Object site, String method, String text) {
  /** Returns the problem as a line of a message. */
  @Override
  public String toString() {
    return method + ": " + text;
  }
}
