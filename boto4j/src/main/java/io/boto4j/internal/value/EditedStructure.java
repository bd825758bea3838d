package io.boto4j.internal.value;

import io.boto4j.Response;
import io.boto4j.Structure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes a member of a structure, in a copy of what is on the way to it. */
public final class EditedStructure {
  private EditedStructure() {}

  /**
   * A response with another value somewhere.
   *
   * @param response the response; it is not changed
   * @param path names with dots between them
   * @param value the value, or null for none
   * @return a response that still knows what is not to be shown
   */
  public static Response of(Response response, String path, @Nullable Object value) {
    Structure output = response instanceof ResponseView view ? view.output() : response;
    return new ResponseView(with(output, path, value), response.metadata());
  }

  private static Structure with(Structure structure, String path, @Nullable Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return member(structure, path, value);
    }
    String name = path.substring(0, dot);
    Structure inner = structure.get(name) instanceof Structure some ? some : MapStructure.EMPTY;
    return inner.isEmpty() && value == null
        ? structure
        : member(structure, name, with(inner, path.substring(dot + 1), value));
  }

  private static Structure member(Structure structure, String name, @Nullable Object value) {
    if (structure instanceof SlotStructure slots && slots.has(name)) {
      return slots.with(name, value);
    }
    Map<String, Object> copy = new LinkedHashMap<>(structure);
    if (value == null) {
      copy.remove(name);
    } else {
      copy.put(name, value);
    }
    return new MapStructure(copy);
  }
}
