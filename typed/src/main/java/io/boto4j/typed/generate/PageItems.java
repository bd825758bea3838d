package io.boto4j.typed.generate;

import io.boto4j.model.ListShape;
import io.boto4j.model.Member;
import io.boto4j.model.ModelPart;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The type of the items that an operation returns in pages. */
final class PageItems {
  private PageItems() {}

  /**
   * Returns the member that describes each item: the element of the list at the first result key.
   *
   * @return the member; null if the model has no paginator for the operation, or its items are not
   *     the elements of a list of structures, maps or texts
   */
  static @Nullable Member of(ServiceModel model, OperationModel operation) {
    Object paginator = model.part(ModelPart.PAGINATORS).get(operation.name());
    Object keys = paginator instanceof Map<?, ?> config ? config.get("result_key") : null;
    Object key = keys instanceof List<?> list && !list.isEmpty() ? list.get(0) : keys;
    Shape output = operation.output();
    Member element = key instanceof String path && output != null ? element(output, path) : null;
    return element == null || !isTyped(element) ? null : element;
  }

  /** Follows a path of names, such as {@code DistributionList.Items}, to a list. */
  private static @Nullable Member element(Shape top, String path) {
    Shape shape = top;
    int start = 0;
    while (start <= path.length()) {
      int dot = path.indexOf('.', start);
      int end = dot < 0 ? path.length() : dot;
      Member next =
          shape instanceof StructureShape structure
              ? structure.member(path.substring(start, end))
              : null;
      if (next == null) {
        return null;
      }
      shape = next.shape();
      start = end + 1;
    }
    return shape instanceof ListShape list ? list.element() : null;
  }

  private static boolean isTyped(Member element) {
    return !ShapeTypes.isFree(element)
        && switch (element.shape().type()) {
          case STRUCTURE, MAP, STRING -> true;
          case LIST,
              DOCUMENT,
              INTEGER,
              LONG,
              BIG_INTEGER,
              FLOAT,
              DOUBLE,
              BIG_DECIMAL,
              BOOLEAN,
              TIMESTAMP,
              BLOB ->
              false;
        };
  }
}
