package io.boto4j.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;

/**
 * A step that boto3 and boto4j take from a resource.
 *
 * @param start the resource
 * @param load whether the resource is loaded before
 * @param step the step
 * @param variant what distinguishes the case from others of the same step
 * @param answers the outputs by operation, in the order of its calls; the last one is repeated
 */
record ResourceCase(
    Start start,
    boolean load,
    Step step,
    String variant,
    Map<String, List<Map<String, Object>>> answers) {

  /**
   * A resource.
   *
   * @param type the type of the resource at the beginning
   * @param identifiers its identifiers
   * @param hops steps from there to the resource
   */
  record Start(String type, List<Object> identifiers, List<Step> hops) {}

  /**
   * An action, collection, load operation and so on.
   *
   * @param kind the kind
   * @param name the name in boto3's spelling
   * @param parameters the parameters of the call, or identifiers by name
   * @param options what else the kind of step needs, such as the size of a page
   */
  record Step(
      String kind, String name, Map<String, Object> parameters, Map<String, Object> options) {
    Step(String kind, String name, Map<String, Object> parameters) {
      this(kind, name, parameters, Map.of());
    }

    Map<String, Object> tree() {
      Map<String, Object> tree = new LinkedHashMap<>(options);
      tree.put("kind", kind);
      tree.put("name", name);
      tree.put("parameters", parameters);
      return tree;
    }

    String title() {
      Object batch = options.get("batch");
      return kind + (name.isEmpty() ? "" : " " + name) + (batch == null ? "" : "." + batch);
    }
  }

  /** Returns the order for boto3. */
  ObjectNode order() {
    Map<String, Object> order = step.tree();
    order.put("type", start.type());
    order.put("identifiers", start.identifiers());
    order.put("hops", start.hops().stream().map(Step::tree).toList());
    order.put("load", load);
    Node node = OracleValues.encode(order);
    return node.expectObjectNode();
  }
}
