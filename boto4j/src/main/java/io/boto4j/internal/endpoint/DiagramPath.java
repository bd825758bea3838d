package io.boto4j.internal.endpoint;

import io.boto4j.internal.error.Errors;
import io.boto4j.model.rules.EndpointRules;

/**
 * A path through a decision diagram: from the root it follows one of the two references of each
 * node, according to the node's condition, up to a result. A class of its own for cold start, since
 * the rules of most services are trees. Used by one thread.
 */
final class DiagramPath {
  private static final int NUMBER = 4;
  private static final int NODE = 3 * NUMBER;

  private final EndpointRules rules;
  private final int conditions;

  /** The position of the offsets, which is also the end of the head. */
  private final int offsets;

  private final int nodes;
  private final int code;

  /** No path is longer than the number of nodes, unless the pack is damaged. */
  private int stepsLeft;

  private int reference;
  private int node;

  /** Creates a path that begins at the root of the diagram at a position. */
  DiagramPath(EndpointRules rules, int position) {
    this.rules = rules;
    this.conditions = number(position);
    int results = number(position + NUMBER);
    this.stepsLeft = number(position + 2 * NUMBER);
    this.offsets = position + 4 * NUMBER;
    this.nodes = offsets + (conditions + results) * NUMBER;
    this.code = nodes + stepsLeft * NODE;
    moveTo(number(position + 3 * NUMBER));
  }

  /** Whether the path has reached a node, and not yet its end. */
  boolean isAtNode() {
    return reference < EndpointRules.RESULT_REFERENCE && reference != 1 && reference != -1;
  }

  /** Returns the index of the condition of the node. */
  int condition() {
    return number(node);
  }

  /** Returns the position of a condition. */
  int conditionPosition(int condition) {
    return code + number(offsets + condition * NUMBER);
  }

  /** Follows the reference for a condition that holds or does not. */
  void follow(boolean holds) {
    if (stepsLeft-- == 0) {
      throw Errors.damagedModel("The endpoint rules are damaged: a diagram has no end");
    }
    moveTo(number(holds == (reference > 0) ? node + NUMBER : node + 2 * NUMBER));
  }

  private void moveTo(int target) {
    reference = target;
    node = nodes + (Math.abs(target) - 1) * NODE;
  }

  /** Returns the number of the result, from 1, or 0 if the path has ended without one. */
  int result() {
    return Math.max(0, reference - EndpointRules.RESULT_REFERENCE);
  }

  /** Returns the position of a result. */
  int resultPosition(int result) {
    return conditionPosition(conditions + result - 1);
  }

  private int number(int position) {
    return rules.u8(position) << 24
        | rules.u8(position + 1) << 16
        | rules.u8(position + 2) << 8
        | rules.u8(position + 3);
  }
}
