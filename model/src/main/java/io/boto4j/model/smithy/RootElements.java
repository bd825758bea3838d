package io.boto4j.model.smithy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names and namespaces of the root elements of XML documents. */
final class RootElements {
  private final ShapeNames names;
  private final @Nullable Node namespaceOfService;

  RootElements(AstShape service, ShapeNames names) {
    this.names = names;
    this.namespaceOfService = service.trait(Traits.XML_NAMESPACE);
  }

  /** Adds the name and namespace of a root to the reference to its shape, unless it has them. */
  void put(Map<String, Object> reference, AstShape shape) {
    String name = shape.textTrait(Traits.XML_NAME);
    reference.putIfAbsent("locationName", name == null ? names.of(shape) : name);
    Node namespace =
        shape.has(Traits.XML_NAMESPACE) ? shape.trait(Traits.XML_NAMESPACE) : namespaceOfService;
    if (namespace != null) {
      reference.putIfAbsent("xmlNamespace", XmlForm.namespace(namespace));
    }
  }
}
