package io.boto4j.model.rules;

import io.boto4j.model.pack.PackOutput;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a decision diagram, checked: every reference has a target, and no path visits a node
 * twice, so each evaluation ends.
 *
 * <p>They follow smithy.io, "endpointBdd": a node is three numbers of four bytes, the index of its
 * condition and the references to follow if it holds or does not. The first node is a placeholder
 * for the references 1 and −1, and is never read.
 */
final class DiagramNodes {
  private static final int NODE_BYTES = 12;

  /** The characters of a node in Base64, which needs no padding. */
  private static final int NODE_CHARACTERS = 16;

  /** A multiple of what the largest diagrams need, some 1,400 nodes. */
  private static final int MAX_NODES = 65_536;

  private static final byte UNSEEN = 0;
  private static final byte OPEN = 1;
  private static final byte DONE = 2;

  private final RulePlace place;
  private final byte[] bytes;
  private final int count;
  private final int root;

  /**
   * Decodes and checks nodes.
   *
   * @param nodes the nodes in Base64
   * @param nodeCount the number of nodes according to the model
   * @param root the reference at which evaluation begins
   * @param conditions the number of conditions
   * @param results the number of results
   */
  DiagramNodes(
      RulePlace place,
      @Nullable Object nodes,
      @Nullable Object nodeCount,
      @Nullable Object root,
      int conditions,
      int results) {
    this.place = place;
    place.enter("nodeCount");
    this.count = whole(nodeCount);
    if (count < 0 || count > MAX_NODES) {
      throw place.error(
          "A decision diagram must have at most " + MAX_NODES + " nodes, not " + count);
    }
    place.leave();
    place.enter("nodes");
    this.bytes = decoded(nodes);
    for (int node = 1; node < count; node++) {
      place.enter(node);
      check(node, conditions, results);
      place.leave();
    }
    checkThatPathsEnd();
    place.leave();
    place.enter("root");
    this.root = whole(root);
    if (this.root < -1) {
      throw place.error("The root of a decision diagram must not be negated: " + this.root);
    }
    checkReference(this.root, results);
    place.leave();
  }

  int count() {
    return count;
  }

  int root() {
    return root;
  }

  void write(PackOutput out) {
    out.raw(bytes);
  }

  private int whole(@Nullable Object value) {
    if (value instanceof Integer whole) {
      return whole;
    }
    throw place.error("A decision diagram needs a whole number, not " + RulePlace.shown(value));
  }

  private byte[] decoded(@Nullable Object nodes) {
    if (!(nodes instanceof String text)) {
      throw place.error("The nodes of a decision diagram must be a string");
    }
    if (text.length() != count * NODE_CHARACTERS) {
      throw place.error(
          "A decision diagram with "
              + count
              + " nodes must have "
              + NODE_CHARACTERS
              + " characters for each, but has "
              + text.length());
    }
    byte[] decoded;
    try {
      decoded = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw place.error("The nodes of a decision diagram are not in Base64", e);
    }
    if (decoded.length != count * NODE_BYTES) {
      throw place.error("The nodes of a decision diagram end early");
    }
    return decoded;
  }

  private void check(int node, int conditions, int results) {
    int condition = number(node, 0);
    if (condition < 0 || condition >= conditions) {
      throw place.error(
          "A decision diagram with " + conditions + " conditions has none with index " + condition);
    }
    checkReference(number(node, 1), results);
    checkReference(number(node, 2), results);
  }

  private void checkReference(int reference, int results) {
    boolean exists =
        reference >= EndpointRules.RESULT_REFERENCE
            ? reference - EndpointRules.RESULT_REFERENCE <= results
            : reference != 0 && reference != Integer.MIN_VALUE && Math.abs(reference) <= count;
    if (!exists && !isEnd(reference)) {
      throw place.error(
          "A decision diagram with "
              + count
              + " nodes and "
              + results
              + " results has none with reference "
              + reference);
    }
  }

  private static boolean isEnd(int reference) {
    return reference == 1 || reference == -1;
  }

  /** Searches for cycles in depth, with a stack of its own: paths may be as long as the diagram. */
  private void checkThatPathsEnd() {
    byte[] state = new byte[count];
    Deque<Integer> open = new ArrayDeque<>();
    for (int first = 1; first < count; first++) {
      if (state[first] == UNSEEN) {
        open.push(first);
      }
      while (!open.isEmpty()) {
        int node = open.peek();
        if (state[node] != UNSEEN) {
          state[node] = DONE;
          open.pop();
        } else {
          state[node] = OPEN;
          visit(number(node, 1), node, state, open);
          visit(number(node, 2), node, state, open);
        }
      }
    }
  }

  private void visit(int reference, int from, byte[] state, Deque<Integer> open) {
    if (reference >= EndpointRules.RESULT_REFERENCE || isEnd(reference)) {
      return;
    }
    int node = Math.abs(reference) - 1;
    if (state[node] == OPEN) {
      place.enter(from);
      throw place.error("A decision diagram has a path that leads from a node back to itself");
    }
    if (state[node] == UNSEEN) {
      open.push(node);
    }
  }

  private int number(int node, int index) {
    int at = node * NODE_BYTES + 4 * index;
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }
}
