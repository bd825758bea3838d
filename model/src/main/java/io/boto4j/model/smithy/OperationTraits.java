package io.boto4j.model.smithy;

import java.util.Map;

/** The traits of operations whose values are the same in both formats. */
final class OperationTraits {
  private OperationTraits() {}

  static void put(Map<String, Object> tree, AstShape operation) {
    putFlag(tree, operation, "idempotent", "smithy.api#idempotent");
    putFlag(tree, operation, "readonly", "smithy.api#readonly");
    putFlag(tree, operation, "httpChecksumRequired", "smithy.api#httpChecksumRequired");
    putObject(tree, operation, "httpChecksum", "aws.protocols#httpChecksum");
    putObject(tree, operation, "requestcompression", "smithy.api#requestCompression");
    putObject(tree, operation, "staticContextParams", "smithy.rules#staticContextParams");
    putObject(tree, operation, "operationContextParams", "smithy.rules#operationContextParams");
  }

  private static void putFlag(
      Map<String, Object> tree, AstShape operation, String name, String trait) {
    if (operation.has(trait)) {
      tree.put(name, true);
    }
  }

  private static void putObject(
      Map<String, Object> tree, AstShape operation, String name, String trait) {
    Node value = operation.trait(trait);
    if (value != null) {
      tree.put(name, value.object());
    }
  }
}
