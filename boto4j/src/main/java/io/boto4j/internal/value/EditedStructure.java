package io.boto4j.internal.value;

import io.boto4j.Response;
import io.boto4j.Structure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes a member in a copy of a structure. Only the structures on the path to it are copied. */
public final class EditedStructure {
  private EditedStructure() {}

  /**
   * Returns a copy of a response with one member changed.
   *
   * @param response the response; it is not changed
   * @param path the path to the member: names separated by dots
   * @param value the value, or null to remove the member
   * @return the changed response, which still hides sensitive members
   */
  public static Response of(Response response, String path, @Nullable Object value) {
    Structure output = response instanceof ResponseView view ? view.output() : response;
    return new ResponseView(with(output, path, value), response.metadata());
  }

  /**
   * Returns a copy of a response with one of its own members changed.
   *
   * @param response the response; it is not changed
   * @param name the name of the member, which may contain dots
   * @param value the value, or null to remove the member
   * @return the changed response, which still hides sensitive members
   */
  public static Response ofMember(Response response, String name, @Nullable Object value) {
    Structure output = response instanceof ResponseView view ? view.output() : response;
    return new ResponseView(member(output, name, value), response.metadata());
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
